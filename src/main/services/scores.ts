import { formatDay, parseDay, type Day } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type { PortfolioEntry } from '../../shared/profiles'
import type { MetricDetail, MetricId, Readings, Score } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { editionById, editionFor } from '../rules/registry'
import { metricDetailOf, prepare, scoreOf, type PreparedFacts } from '../scoring/engine'
import type { Clock, ReadableWorkspace } from './ports'
import { requireProfile, summarise } from './profiles'
import { defaultScoreDate } from './score-date'

/** Which score is meant. What is left out: the profile's score date, that date's edition, default readings. */
export interface ScoreRequest {
  readonly profileId: number
  readonly asOf?: string | undefined
  readonly edition?: string | undefined
  readonly readings?: Partial<Readings> | undefined
}

interface Resolved {
  readonly prepared: PreparedFacts
  readonly options: { readonly asOf: Day; readonly readings: Partial<Readings> }
}

interface Kept {
  readonly revision: number
  readonly prepared: Map<string, PreparedFacts>
}

/** Facts of a large partner take some hundred megabytes; a consultant works on a few at a time. */
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
    const { prepared, options } = this.resolve(request)
    return scoreOf(prepared, options)
  }

  /** One metric in full. Throws as {@link score}. */
  metric(request: ScoreRequest, metricId: MetricId, limit?: number): MetricDetail {
    const { prepared, options } = this.resolve(request)
    return metricDetailOf(prepared, {
      ...options,
      metricId,
      ...(limit === undefined ? {} : { limit }),
    })
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
    const edition = request.edition === undefined ? editionFor(asOf) : editionById(request.edition)
    return {
      prepared: this.prepared(profile.id, edition),
      options: { asOf, readings: request.readings ?? {} },
    }
  }

  private scoreDate(request: ScoreRequest): Day {
    if (request.asOf === undefined) {
      const { newestMonth } = this.workspace.profileState(request.profileId)
      return defaultScoreDate(newestMonth, this.clock.today())
    }
    const day = parseDay(request.asOf)
    if (day !== undefined) return day
    throw new SeventyError(
      'input-invalid',
      `"${request.asOf}" is not a date of the calendar. Write it as YYYY-MM-DD, for example ${formatDay(this.clock.today())}.`,
      { value: request.asOf },
    )
  }

  private prepared(profileId: number, edition: Edition): PreparedFacts {
    const kept = this.keep(profileId)
    const known = kept.prepared.get(edition.id)
    if (known) return known
    const prepared = prepare(this.workspace.facts(profileId), edition)
    kept.prepared.set(edition.id, prepared)
    return prepared
  }

  /** The entry of a profile, moved to the end of the line of those to be forgotten. */
  private keep(profileId: number): Kept {
    const revision = this.workspace.revision(profileId)
    const known = this.kept.get(profileId)
    const kept =
      known?.revision === revision
        ? known
        : { revision, prepared: new Map<string, PreparedFacts>() }
    this.kept.delete(profileId)
    this.kept.set(profileId, kept)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= PROFILES_KEPT) break
      this.kept.delete(oldest)
    }
    return kept
  }
}
