import { firstDayOf, formatDay, parseDay, type Day } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { Changes } from '../../shared/changes'
import type { Plan, PlanSettings } from '../../shared/plan'
import type { MetricDetail, MetricId, Readings, Score } from '../../shared/score'
import type { Trend } from '../../shared/trend'
import type { Edition } from '../rules/edition-schema'
import { editions, editionsFor } from '../rules/registry'
import {
  bestTrack,
  metricDetailOf,
  scoreOf,
  type PreparedFacts,
  type Tracks,
} from '../scoring/engine'
import type { NonEmpty } from '../scoring/tracks'
import type { AssociationTest } from '../scoring/eligibility'
import { keepLatest } from '../scoring/keep-latest'
import { changesBetween } from '../scoring/changes'
import { preparedTotals } from '../scoring/typed-totals'
import { cheapestPlan } from '../scoring/plan/tracks'
import { eligibilityOn, trendOf } from '../scoring/trend'
import { EditionShelf } from './edition-shelf'
import type { Clock, ReadableWorkspace } from './ports'
import { requireProfile } from './profiles'
import { monthRange } from './month-range'
import { prepareProfile } from './prepare-profile'
import { defaultScoreDate } from './score-date'
import { TreatedEditions } from './treated-editions'

/**
 * Which score is meant. What is left out: the profile's score date, the edition chosen for the
 * profile or else that of the date (of several tracks the one with the higher total), default readings.
 */
export interface ScoreRequest {
  readonly profileId: number
  readonly asOf?: string | undefined
  readonly edition?: string | undefined
  readonly readings?: Partial<Readings> | undefined
}

/** Which months, both included, as `YYYY-MM`. What is left out is as in {@link ScoreRequest}. */
export interface TrendRequest {
  readonly profileId: number
  readonly from: string
  readonly to: string
  /** The date whose eligibility window is asked for, as `YYYY-MM-DD`; else the first day of `to`. */
  readonly asOf?: string | undefined
  readonly edition?: string | undefined
  readonly readings?: Partial<Readings> | undefined
}

/** Which two dates, as `YYYY-MM-DD`, the earlier first. What is left out is as in {@link ScoreRequest}. */
export interface ChangesRequest {
  readonly profileId: number
  readonly from: string
  readonly to: string
  readonly edition?: string | undefined
  readonly readings?: Partial<Readings> | undefined
  /** Causes listed at most; those beyond are one cause. */
  readonly limit?: number | undefined
}

/** Which plan; `by` is the day of the goal, `YYYY-MM-DD`, else the score date itself. */
export interface PlanQuery extends ScoreRequest {
  readonly by?: string | undefined
  readonly settings: PlanSettings
}

/** More than a person reads; what is smaller is added up. */
const CAUSES_LISTED = 20

/** The tracks that may decide a score, and how it was asked for. */
export interface Resolved {
  readonly tracks: Tracks
  readonly options: { readonly asOf: Day; readonly readings: Partial<Readings> }
}

interface Kept {
  readonly revision: number
  readonly prepared: Map<string, PreparedFacts>
}

/** Facts of a large partner take some ten megabytes; a consultant works on a few at a time. */
const PROFILES_KEPT = 4

/**
 * Scores of stored profiles. Keeps the prepared facts of the profiles used last for as long as
 * their revision stands, so that another date, reading or metric costs milliseconds.
 */
export class Scores {
  private readonly kept = new Map<number, Kept>()
  private readonly shelf: EditionShelf
  private readonly treated: TreatedEditions

  /** `own` are editions that only these scores know, beside the product's and the workspace's. */
  constructor(
    private readonly workspace: ReadableWorkspace,
    private readonly clock: Clock,
    own: readonly Edition[] = [],
  ) {
    this.shelf = new EditionShelf(workspace, own)
    this.treated = new TreatedEditions(workspace)
  }

  /** The edition of that id, built-in or custom. Throws `edition-not-found`, `edition-invalid`. */
  edition(id: string): Edition {
    return this.shelf.byId(id)
  }

  /** The edition that is asked for, else the one chosen for the profile; null: those of the date. */
  namedFor(profileId: number, asked: string | undefined): Edition | null {
    return this.shelf.namedFor(profileId, asked)
  }

  /** The editions that a partner is scored with on its score date. Throws `profile-not-found`. */
  editionsOf(profileId: number): NonEmpty<Edition> {
    const profile = requireProfile(this.workspace, profileId)
    const named = this.shelf.namedFor(profile.id, undefined)
    return named ? this.shelf.tracksOf(named) : editionsFor(this.scoreDate({ profileId }))
  }

  /** One score. Throws `profile-not-found`, `edition-not-found`, `input-invalid`. */
  score(request: ScoreRequest): Score {
    const { tracks, options } = this.typedIn(request) ?? this.resolve(request)
    return scoreOf(tracks, options)
  }

  /** One metric in full. Throws as {@link score}. */
  metric(request: ScoreRequest, metricId: MetricId, limit?: number): MetricDetail {
    const { tracks, options } = this.typedIn(request) ?? this.resolve(request)
    return metricDetailOf(tracks, {
      ...options,
      metricId,
      ...(limit === undefined ? {} : { limit }),
    })
  }

  /**
   * The score on the first day of each month, each under the edition of its own day unless one is
   * named. Throws `profile-not-found`, `edition-not-found`, `input-invalid`.
   */
  trend(request: TrendRequest): Trend {
    const profile = requireProfile(this.workspace, request.profileId)
    const { from, to } = monthRange(request)
    const named = this.shelf.namedFor(profile.id, request.edition)
    const on = (day: Day) => this.prepared(profile.id, named ? [named] : editionsFor(day))
    const readings = request.readings ?? {}
    const [{ edition: last }] = on(firstDayOf(to))
    const windowEnd = request.asOf === undefined ? firstDayOf(to) : this.scoreDate(request)
    return {
      from: request.from,
      to: request.to,
      max: last.metrics.reduce((sum, { max }) => sum + max, 0),
      threshold: last.threshold,
      readings,
      points: trendOf(on, { from, to, readings }),
      eligibility: eligibilityOn(on, windowEnd, readings, profile.anniversary),
    }
  }

  /**
   * Why the score of a date differs from that of an earlier one, each under the edition of its own
   * day unless one is named. Throws `profile-not-found`, `edition-not-found`, `input-invalid`.
   */
  changes(request: ChangesRequest): Changes {
    const profile = requireProfile(this.workspace, request.profileId)
    const from = this.dayNamed(request.from)
    const to = this.dayNamed(request.to)
    if (from > to) throw datesTurned(request)
    const named = this.shelf.namedFor(profile.id, request.edition)
    const { readings = {}, limit = CAUSES_LISTED } = request
    // Of several tracks the one that decides its day; another track is another set of rules.
    const on = (day: Day) =>
      bestTrack(this.prepared(profile.id, named ? [named] : editionsFor(day)), day, readings)
        .prepared
    return changesBetween(on(from), on(to), { from, to, readings, limit })
  }

  /**
   * The cheapest ways to the designation on the day of the goal, under the track that takes least
   * unless an edition is named. Throws `profile-not-found`, `edition-not-found`, `input-invalid`.
   */
  plan(request: PlanQuery): Omit<Plan, 'saved'> {
    const profile = requireProfile(this.workspace, request.profileId)
    const today = this.scoreDate(request)
    const goal = request.by === undefined ? today : this.dayNamed(request.by)
    const named = this.shelf.namedFor(profile.id, request.edition)
    const editions: NonEmpty<Edition> = named ? [named] : editionsFor(goal)
    const { readings, settings } = request
    return cheapestPlan({
      tracks: this.prepared(profile.id, editions),
      anyAssociation: () => this.prepared(profile.id, editions, 'any'),
      days: { today, goal },
      readings,
      settings,
    })
  }

  /** What a score is made from, for what explains it. Throws as {@link score}. */
  resolve(request: ScoreRequest): Resolved {
    return this.resolvedFrom(request, (editions) => this.prepared(request.profileId, editions))
  }

  /** The totals that were typed in for a partner, where they count: while it has no data of its own. */
  private typedIn(request: ScoreRequest): Resolved | null {
    const typed = this.workspace.manualTotals(request.profileId)
    if (!typed || this.workspace.profileState(request.profileId).files > 0) return null
    const under = (edition: Edition) => {
      const totals = typed.totals.editions.find((each) => each.edition === edition.id)
      return preparedTotals(edition, totals)
    }
    return this.resolvedFrom(request, ([first, ...others]) => [under(first), ...others.map(under)])
  }

  private resolvedFrom(
    request: ScoreRequest,
    preparedUnder: (editions: NonEmpty<Edition>) => NonEmpty<PreparedFacts>,
  ): Resolved {
    const profile = requireProfile(this.workspace, request.profileId)
    const asOf = this.scoreDate(request)
    const named = this.shelf.namedFor(profile.id, request.edition)
    const all = preparedUnder(named ? this.shelf.tracksOf(named) : editionsFor(asOf))
    return {
      tracks: { all, named: all.find(({ edition }) => edition.id === named?.id) ?? null },
      options: { asOf, readings: request.readings ?? {} },
    }
  }

  /** The date of a request; throws `profile-not-found`, `input-invalid`. */
  scoreDate(request: Pick<ScoreRequest, 'profileId' | 'asOf'>): Day {
    if (request.asOf === undefined) {
      const { newestMonth } = this.workspace.profileState(request.profileId)
      return defaultScoreDate(newestMonth, this.clock.today())
    }
    return this.dayNamed(request.asOf)
  }

  private dayNamed(text: string): Day {
    const day = parseDay(text)
    if (day !== undefined) return day
    throw new SeventyError(
      'input-invalid',
      `"${text}" is not a date of the calendar. Write it as YYYY-MM-DD, for example ${formatDay(this.clock.today())}.`,
      { value: text },
    )
  }

  /**
   * The facts of a profile under each edition; read once for all that are not prepared yet. Throws
   * `profile-not-found`.
   */
  prepared(
    profileId: number,
    wanted: NonEmpty<Edition>,
    associations: AssociationTest = 'counting',
  ): NonEmpty<PreparedFacts> {
    const { prepared } = this.keep(profileId)
    const treating = this.treated.now()
    const [first, ...others] = wanted
    const asked: NonEmpty<Edition> = [treating(first), ...others.map(treating)]
    const keyOf = ({ id }: Edition) => `${id}/${associations}`
    // A custom edition may have been replaced by another of its id.
    const isMissing = (edition: Edition) => prepared.get(keyOf(edition))?.edition !== edition
    if (asked.some(isMissing)) {
      const made = prepareProfile(
        this.workspace,
        profileId,
        asked,
        isMissing,
        associations,
        editions().map(treating),
      )
      for (const each of made) prepared.set(keyOf(each.edition), each)
    }
    const under = (edition: Edition) => prepared.get(keyOf(edition)) as PreparedFacts
    return [under(asked[0]), ...asked.slice(1).map(under)]
  }

  /** The entry of a profile, moved to the end of the line of those to be forgotten. */
  private keep(profileId: number): Kept {
    const revision = this.workspace.revision(profileId)
    const known = this.kept.get(profileId)
    const kept =
      known?.revision === revision
        ? known
        : { revision, prepared: new Map<string, PreparedFacts>() }
    keepLatest(this.kept, profileId, kept, PROFILES_KEPT)
    return kept
  }
}

function datesTurned({ from, to }: ChangesRequest): SeventyError {
  return new SeventyError(
    'input-invalid',
    `Changes are told from an earlier date to a later one; ${from} is after ${to}.`,
    { from, to },
  )
}
