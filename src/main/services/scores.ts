import {
  firstDayOf,
  formatDay,
  parseDay,
  parseMonth,
  type Day,
  type Month,
} from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { Changes } from '../../shared/changes'
import type { PortfolioEntry } from '../../shared/profiles'
import type { MetricDetail, MetricId, Readings, Score } from '../../shared/score'
import type { Trend } from '../../shared/trend'
import type { Edition } from '../rules/edition-schema'
import { editionById, editions, editionsFor, tracksOf } from '../rules/registry'
import {
  bestTrack,
  metricDetailOf,
  scoreOf,
  type PreparedFacts,
  type Tracks,
} from '../scoring/engine'
import type { NonEmpty } from '../scoring/tracks'
import { prepareStored, usageRules } from '../scoring/prepare-stored'
import { keepLatest } from '../scoring/keep-latest'
import { changesBetween } from '../scoring/changes'
import { eligibilityOn, trendOf } from '../scoring/trend'
import type { Clock, ReadableWorkspace } from './ports'
import { requireProfile, summarise } from './profiles'
import { defaultScoreDate } from './score-date'

/**
 * Which score is meant. What is left out: the profile's score date, that date's edition
 * (of several tracks the one with the higher total), default readings.
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

/** More than a person reads; what is smaller is added up. */
const CAUSES_LISTED = 20

/** Ten years; nobody keeps more, and a typing error asks for thousands. */
const TREND_MONTHS_AT_MOST = 120

interface Resolved {
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

  constructor(
    private readonly workspace: ReadableWorkspace,
    private readonly clock: Clock,
  ) {}

  /** One score. Throws `profile-not-found`, `edition-not-found`, `input-invalid`. */
  score(request: ScoreRequest): Score {
    const { tracks, options } = this.resolve(request)
    return scoreOf(tracks, options)
  }

  /** One metric in full. Throws as {@link score}. */
  metric(request: ScoreRequest, metricId: MetricId, limit?: number): MetricDetail {
    const { tracks, options } = this.resolve(request)
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
    const named = request.edition === undefined ? undefined : editionById(request.edition)
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
      eligibility: eligibilityOn(on, windowEnd, readings),
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
    const named = request.edition === undefined ? undefined : editionById(request.edition)
    const { readings = {}, limit = CAUSES_LISTED } = request
    // Of several tracks the one that decides its day; another track is another set of rules.
    const on = (day: Day) =>
      bestTrack(this.prepared(profile.id, named ? [named] : editionsFor(day)), day, readings)
        .prepared
    return changesBetween(on(from), on(to), { from, to, readings, limit })
  }

  /** Every partner with the score of its own score date; null where nothing was imported yet. */
  portfolio(): PortfolioEntry[] {
    return this.workspace.profiles().map((each) => {
      const profile = summarise(this.workspace, this.clock, each)
      return { profile, score: profile.files === 0 ? null : this.score({ profileId: each.id }) }
    })
  }

  private resolve(request: ScoreRequest): Resolved {
    const profile = requireProfile(this.workspace, request.profileId)
    const asOf = this.scoreDate(request)
    const named = request.edition === undefined ? null : editionById(request.edition)
    const all = this.prepared(profile.id, named ? tracksOf(named) : editionsFor(asOf))
    return {
      tracks: { all, named: all.find(({ edition }) => edition === named) ?? null },
      options: { asOf, readings: request.readings ?? {} },
    }
  }

  private scoreDate(request: ScoreRequest): Day {
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

  /** The facts of a profile under each edition; read once for all that are not prepared yet. */
  private prepared(profileId: number, wanted: NonEmpty<Edition>): NonEmpty<PreparedFacts> {
    const { prepared } = this.keep(profileId)
    if (!wanted.every(({ id }) => prepared.has(id))) {
      const missing = alike(wanted).filter(({ id }) => !prepared.has(id))
      const made = this.workspace.stored(profileId, (partner) => prepareStored(partner, missing))
      for (const each of made) prepared.set(each.edition.id, each)
    }
    const under = ({ id }: Edition) => prepared.get(id) as PreparedFacts
    const [first, ...others] = wanted
    return [under(first), ...others.map(under)]
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

/** Editions with those that let the same usage count: preparing these along costs nothing. */
function alike(wanted: readonly Edition[]): Edition[] {
  const rules = new Set(wanted.map(usageRules))
  return [...new Set([...wanted, ...editions().filter((each) => rules.has(usageRules(each)))])]
}

function datesTurned({ from, to }: ChangesRequest): SeventyError {
  return new SeventyError(
    'input-invalid',
    `Changes are told from an earlier date to a later one; ${from} is after ${to}.`,
    { from, to },
  )
}

function monthRange(request: TrendRequest): { from: Month; to: Month } {
  const from = monthNamed(request.from)
  const to = monthNamed(request.to)
  if (from <= to && to - from < TREND_MONTHS_AT_MOST) return { from, to }
  throw new SeventyError(
    'input-invalid',
    `A trend goes from an earlier month to a later one, over ${String(TREND_MONTHS_AT_MOST)} months at most; ${request.from} to ${request.to} does not.`,
    { from: request.from, to: request.to },
  )
}

function monthNamed(text: string): Month {
  const month = parseMonth(text)
  if (month !== undefined) return month
  throw new SeventyError(
    'input-invalid',
    `"${text}" is not a month of the calendar. Write it as YYYY-MM, for example 2023-11.`,
    { value: text },
  )
}
