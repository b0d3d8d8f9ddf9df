import {
  formatDay,
  formatMonth,
  monthOfDay,
  oneMonthBefore,
  parseDay,
  type Day,
} from '../../shared/calendar'
import type { PortfolioEntry, ProfileSummary } from '../../shared/profiles'
import { countAlerts } from './alerts'
import type { Clock, ReadableWorkspace } from './ports'
import { listProfiles } from './profiles'
import type { Scores } from './scores'

/** Points of the line that shows where a total comes from. */
const MONTHS_SHOWN = 12

interface Context {
  readonly workspace: ReadableWorkspace
  readonly scores: Scores
  readonly clock: Clock
}

/**
 * All partners at a glance. A line is kept for as long as nothing it is made from changes, so that a
 * workspace of some hundred partners is computed once and not whenever somebody comes home.
 */
export class Portfolio {
  readonly #context: Context
  readonly #kept = new Map<number, { readonly state: string; readonly entry: PortfolioEntry }>()

  constructor(context: Context) {
    this.#context = context
  }

  /** Every partner with the score of its own score date, in the order of their names. */
  list(): PortfolioEntry[] {
    const { workspace, clock } = this.#context
    const profiles = listProfiles(workspace, clock)
    const editions = this.#editions()
    for (const id of this.#kept.keys()) {
      if (!profiles.some((profile) => profile.id === id)) this.#kept.delete(id)
    }
    return profiles.map((profile) => this.#entryOf(profile, editions))
  }

  #entryOf(profile: ProfileSummary, editions: string): PortfolioEntry {
    const { workspace, clock } = this.#context
    const facts = [
      ...[workspace.revision(profile.id), clock.today(), profile.scoreDate],
      workspace.manualTotals(profile.id) ?? null,
    ]
    const state = JSON.stringify([...facts, editions])
    const kept = this.#kept.get(profile.id)
    // Name and colour are not made from facts.
    if (kept?.state === state) return { ...kept.entry, profile }
    const empty = profile.files === 0 && profile.typedIn === undefined
    const entry = empty ? withoutData(profile) : this.#compute(profile)
    this.#kept.set(profile.id, { state, entry })
    return entry
  }

  #compute(profile: ProfileSummary): PortfolioEntry {
    const { scores } = this.#context
    const request = { profileId: profile.id, asOf: profile.scoreDate }
    const day = parseDay(profile.scoreDate) ?? NaN
    return {
      profile,
      score: scores.score(request),
      history: this.#history(profile.id, day),
      change: this.#change(profile.id, day),
      alerts: countAlerts(this.#context, request),
    }
  }

  #history(profileId: number, day: Day): PortfolioEntry['history'] {
    const month = monthOfDay(day)
    const months = { from: formatMonth(month - MONTHS_SHOWN + 1), to: formatMonth(month) }
    return this.#context.scores
      .trend({ profileId, ...months })
      .points.map(({ asOf, totalShown, attained, monthsMissing }) => ({
        asOf,
        total: monthsMissing > 0 ? null : totalShown,
        attained,
      }))
  }

  #change(profileId: number, day: Day): PortfolioEntry['change'] {
    const since = formatDay(oneMonthBefore(day))
    const dates = { from: since, to: formatDay(day), limit: 1 }
    const { from, differenceShown } = this.#context.scores.changes({ profileId, ...dates })
    if (differenceShown === null || from.monthsMissing > 0) return null
    return { since, difference: differenceShown }
  }

  /** What rules there are, and which partner was given which. */
  #editions(): string {
    const { workspace } = this.#context
    const custom = workspace.editions().map(({ id, sha256 }) => [id, sha256])
    return JSON.stringify([custom, [...workspace.chosenEditions()], workspace.treatedNames()])
  }
}

function withoutData(profile: ProfileSummary): PortfolioEntry {
  const alerts = { urgent: 0, all: 0, expiring: 0 }
  return { profile, score: null, history: [], change: null, alerts }
}
