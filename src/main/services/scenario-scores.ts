import { formatDay, formatMonth, usageMonthOf } from '../../shared/calendar'
import { toErrorBody, SeventyError } from '../../shared/errors'
import type {
  Comparison,
  Overrides,
  ScenarioChoices,
  ScenarioResult,
  ScenarioScore,
} from '../../shared/scenarios'
import { editionsFor } from '../rules/registry'
import { bestTrack, type PreparedFacts, type TrackScore } from '../scoring/engine'
import { presentScore } from '../scoring/presentation'
import type { Rational } from '../scoring/rational'
import { scenarioChoices } from '../scoring/scenario-choices'
import type { NonEmpty } from '../scoring/tracks'
import { withOverrides } from '../scoring/what-if'
import type { ReadableWorkspace } from './ports'
import { requireProfile } from './profiles'
import type { ScoreRequest, Scores } from './scores'

interface Context {
  readonly workspace: ReadableWorkspace
  readonly scores: Scores
}

/**
 * The score of a date as it is, and under each scenario. One that cannot be computed says so itself
 * and takes nothing from the others. Throws `profile-not-found`, `edition-not-found`, `input-invalid`.
 */
export function compareScenarios(
  context: Context,
  request: ScoreRequest & { readonly scenarios: readonly Overrides[] },
): Comparison {
  const { tracks, asOf } = facts(context, request)
  const readings = request.readings ?? {}
  const baseline = bestTrack(tracks, asOf, readings)
  const { edition } = baseline.prepared
  const scored = (overrides: Overrides): TrackScore => {
    const [first, ...others] = tracks
    const under = (prepared: PreparedFacts) =>
      withOverrides(prepared, overrides, usageMonthOf(asOf))
    return bestTrack([under(first), ...others.map(under)], asOf, readings)
  }
  return {
    asOf: formatDay(asOf),
    usageMonth: formatMonth(usageMonthOf(asOf)),
    max: edition.metrics.reduce((sum, { max }) => sum + max, 0),
    threshold: edition.threshold,
    readings,
    baseline: presented(baseline),
    scenarios: request.scenarios.map((each) => attempt(() => resultOf(scored(each), baseline))),
  }
}

/** What an editor offers for a date: customers that contain the words, people, names of the edition. */
export function choicesFor(
  context: Context,
  request: ScoreRequest & { readonly search: string; readonly limit: number },
): ScenarioChoices {
  const { tracks, asOf } = facts(context, request)
  const { prepared } = bestTrack(tracks, asOf, request.readings)
  return scenarioChoices(prepared, usageMonthOf(asOf), request)
}

function facts(
  { workspace, scores }: Context,
  request: ScoreRequest,
): { readonly tracks: NonEmpty<PreparedFacts>; readonly asOf: number } {
  const profile = requireProfile(workspace, request.profileId)
  const asOf = scores.scoreDate(request)
  const named = scores.namedFor(profile.id, request.edition)
  const editions = named ? ([named] as const) : editionsFor(asOf)
  return { tracks: scores.prepared(profile.id, editions), asOf }
}

function attempt(work: () => ScenarioResult): ScenarioResult {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof SeventyError)) throw thrown
    const { code, message, details } = toErrorBody(thrown)
    return { status: 'refused', error: { code, message, details: { ...details } } }
  }
}

function resultOf(changed: TrackScore, baseline: TrackScore): ScenarioResult {
  const score = presented(changed)
  const [now, shown] = [baseline.score, presented(baseline).totalShown]
  return {
    status: 'scored',
    score,
    difference: difference(changed.score.total, now.total),
    differenceShown:
      score.totalShown === null || shown === null
        ? null
        : Math.round((score.totalShown - shown) * 10) / 10,
    metrics: changed.score.metrics.map(({ rule: { id }, points }) => ({
      id,
      difference: difference(
        points,
        now.metrics.find(({ rule }) => rule.id === id)?.points ?? null,
      ),
    })),
  }
}

function difference(one: Rational | null, other: Rational | null): number | null {
  return one && other ? one.minus(other).rounded(6) : null
}

function presented({ prepared: { edition }, score }: TrackScore): ScenarioScore {
  const { track, total, totalShown, thresholdMet, minimumsMet, attained, metrics } = presentScore(
    edition,
    score,
    [],
    [],
    [],
  )
  return {
    ...{ edition: edition.id, track, total, totalShown },
    ...{ thresholdMet, minimumsMet, attained, metrics },
  }
}
