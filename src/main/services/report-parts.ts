import { formatDay, formatMonth, monthOfDay, oneMonthBefore, parseDay } from '../../shared/calendar'
import type { Changes } from '../../shared/changes'
import { SeventyError } from '../../shared/errors'
import { SCENARIOS_COMPARED } from '../../shared/no-overrides'
import type { Plan } from '../../shared/plan'
import type { ReportExpiry, ReportModel } from '../../shared/report'
import type { Score } from '../../shared/score'
import { forecast } from './forecast'
import { plan } from './plans'
import type { ReadableProfileSettings, ReadableScenarios, ReadableWorkspace } from './ports'
import { compareScenarios } from './scenario-scores'
import type { ScoreRequest, Scores } from './scores'

export interface PartsContext {
  readonly workspace: ReadableWorkspace & ReadableScenarios & ReadableProfileSettings
  readonly scores: Scores
}

/** Causes that a waterfall has room for; smaller ones are one bar. */
const CAUSES = 7
/** Months that a trend looks back, the month of the score date included. */
const MONTHS_BACK = 12
/** Causes of a month to come: a sentence names the largest. */
const FORECAST_CAUSES = 3
/** Customers and people that a step of a plan names. */
const CANDIDATES = 6

/** Why the score differs from that of the same day a month before. */
export function changesPart(
  { scores }: PartsContext,
  request: ScoreRequest,
  score: Score,
): Changes {
  const day = parseDay(score.asOf) as number
  const from = formatDay(oneMonthBefore(day))
  return scores.changes({ ...request, from, to: score.asOf, limit: CAUSES })
}

/** A year back, half a year ahead, and what stops to count until then. */
export function historyPart(
  { workspace, scores }: PartsContext,
  request: ScoreRequest,
  { asOf, metrics }: Pick<ReportModel, 'metrics'> & Pick<Score, 'asOf'>,
): NonNullable<ReportModel['history']> {
  const month = monthOfDay(parseDay(asOf) as number)
  const [from, to] = [formatMonth(month - MONTHS_BACK + 1), formatMonth(month)]
  const ahead = forecast({ workspace, scores }, { ...request, asOf, limit: FORECAST_CAUSES })
  return {
    trend: scores.trend({ ...request, asOf, from, to }),
    forecast: ahead,
    expiries: expiries(metrics, asOf, ahead.points.at(-1)?.asOf ?? asOf),
  }
}

/** Certifications that count and end up to a day, the next first. */
function expiries(metrics: ReportModel['metrics'], asOf: string, until: string): ReportExpiry[] {
  const found = metrics.flatMap(({ people, steps }) =>
    people.flatMap(({ person, name, certifications, steps: countsIn }) =>
      certifications.flatMap(({ id, expires, counts }) => {
        if (!counts || expires === null || expires < asOf || expires > until) return []
        const serving = countsIn.filter((step) =>
          steps.some((each) => each.id === step && each.certifications.some((c) => c.id === id)),
        )
        // One that serves no step, or whose holder has a newer one, moves nothing.
        const renewed = certifications.some(
          (other) => other.id === id && other.counts && (other.expires ?? '9999') > expires,
        )
        return serving.length === 0 || renewed
          ? []
          : [{ person, name, certification: id, steps: serving, expires }]
      }),
    ),
  )
  return found.sort(
    (a, b) =>
      compare(a.expires, b.expires) ||
      compare(a.person, b.person) ||
      compare(a.certification, b.certification),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * The ways to the designation; where it is attained, to keep it in the first month in which it would
 * be lost, with the effort and limits saved for the partner. Refused where the levers of the rules are not known.
 */
export function planPart(
  { workspace, scores }: PartsContext,
  request: ScoreRequest,
  { asOf, attained }: Pick<Score, 'asOf' | 'attained'>,
): NonNullable<ReportModel['plan']> {
  const lost = attained
    ? forecast({ workspace, scores }, { ...request, asOf, limit: 1 }).points.find(
        (point) => !point.attained,
      )
    : undefined
  try {
    const by = lost?.asOf
    const planned = plan(
      { workspace, scores },
      { ...request, asOf, ...(by === undefined ? {} : { by }) },
    )
    return { status: 'planned', plan: shortened(planned), holds: attained }
  } catch (thrown) {
    if (thrown instanceof SeventyError && thrown.code === 'input-invalid')
      return { status: 'refused', message: thrown.message }
    throw thrown
  }
}

/** Levers name nobody in a report, steps only as many as fit. */
function shortened(planned: Plan): Plan {
  return {
    ...planned,
    levers: planned.levers.map((lever) => ({ ...lever, candidates: [] })),
    ways: planned.ways.map((way) => ({
      ...way,
      steps: way.steps.map((step) => ({
        ...step,
        candidates: step.candidates.slice(0, CANDIDATES),
      })),
    })),
  }
}

/** The saved scenarios changed last, beside the score as it is; null where none is saved. */
export function scenariosPart(
  { workspace, scores }: PartsContext,
  request: ScoreRequest,
): ReportModel['scenarios'] {
  const saved = [...workspace.scenarios(request.profileId)]
    .sort((a, b) => compare(b.updatedAt, a.updatedAt) || b.id - a.id)
    .slice(0, SCENARIOS_COMPARED)
    .sort((a, b) => compare(a.name, b.name))
  if (saved.length === 0) return null
  return {
    names: saved.map(({ name }) => name),
    comparison: compareScenarios(
      { workspace, scores },
      { ...request, scenarios: saved.map(({ overrides }) => overrides) },
    ),
  }
}
