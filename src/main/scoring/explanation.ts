import { formatDay, formatMonth } from '../../shared/calendar'
import type { ExplainedSection, Explanation } from '../../shared/explanation'
import { SeventyError } from '../../shared/errors'
import type { MetricId } from '../../shared/score'
import { pointsOf, type ExactCertificationMetric, type ExactStep } from './certifications'
import { MONTHS_BACK } from './customers'
import type { TrackScore } from './engine'
import { customersOf, largestFirst, listsOf, peopleOf, type Candidate } from './explained-subjects'
import { comparedMonths, usageView, windowOf, type UsageView } from './explained-usage'
import { presented, presentStream } from './presentation'
import { Rational } from './rational'
import type { ExactMetric } from './score'
import type { ExactStream } from './usage-metrics'

/** A stream or a step of a metric, with what is needed to explain it down to its rows. */
export type Section =
  | { readonly kind: 'stream'; readonly stream: ExactStream; readonly view: UsageView | null }
  | { readonly kind: 'step'; readonly step: ExactStep; readonly steps: readonly ExactStep[] }

export function sectionId(section: Section): string {
  return section.kind === 'stream' ? section.stream.rule.id : section.step.rule.id
}

/** The raw numbers in one unit of a section's amounts. */
export function rawPerUnit(section: Section): number {
  return section.kind === 'stream' ? section.stream.rule.rawPerAmount : 1
}

/** A metric of a score. Throws `input-invalid` when its edition has none of that id. */
export function metricNamed({ prepared, score }: TrackScore, id: MetricId): ExactMetric {
  const metric = score.metrics.find(({ rule }) => rule.id === id)
  if (metric) return metric
  throw new SeventyError('input-invalid', `Edition ${prepared.edition.id} has no metric "${id}".`)
}

/** The parts that the points of a metric are the sum of, before anything is cut. */
export function sectionsOf({ prepared, score }: TrackScore, metric: ExactMetric): Section[] {
  if ('steps' in metric) {
    return metric.steps.map((step) => ({ kind: 'step', step, steps: metric.steps }))
  }
  return metric.streams.map((stream) => {
    const view = usageView(prepared.usage, stream, score.readings)
    return { kind: 'stream', stream, view }
  })
}

/** Throws `input-invalid`, naming the sections that there are. */
export function sectionNamed(sections: readonly Section[], id: string): Section {
  const section = sections.find((each) => sectionId(each) === id)
  if (section) return section
  throw new SeventyError(
    'input-invalid',
    `There is no section "${id}". Ask for one of: ${sections.map(sectionId).join(', ')}.`,
    { section: id },
  )
}

/** Everyone who had something in a section, the largest first. */
export function candidatesOf({ prepared, score }: TrackScore, section: Section): Candidate[] {
  return unsorted().sort(largestFirst)

  function unsorted(): Candidate[] {
    if (section.kind === 'step') {
      return peopleOf(section.step, prepared.certifications.people, score.asOf)
    }
    return section.view === null ? [] : customersOf(section.view, prepared.tenants)
  }
}

/**
 * One metric of a score: its sections with their points, and the customers or people behind them.
 * Everything comes from the columns and sets that were counted. `limit`: entries of a list at most.
 */
export function explanationOf(of: TrackScore, id: MetricId, limit: number): Explanation {
  const metric = metricNamed(of, id)
  return {
    asOf: formatDay(of.score.asOf),
    edition: of.prepared.edition.id,
    metricId: id,
    points: presented(metric.points),
    pointsExact: metric.points?.toFraction() ?? null,
    max: metric.rule.max,
    sections: sectionsOf(of, metric).map((section) => {
      const lists = listsOf(candidatesOf(of, section), limit)
      return section.kind === 'stream'
        ? streamSection(section, lists)
        : stepSection(of, metric as ExactCertificationMetric, section.step, lists)
    }),
  }
}

function streamSection(
  { stream, view }: Section & { readonly kind: 'stream' },
  lists: ExplainedSection['lists'],
): ExplainedSection {
  const { rule, comparison } = stream
  const { id, status, current, previous, delta, points } = presentStream(stream)
  const seats = rule.unit === 'user' ? 'user' : 'seat'
  const share = rule.activeShare === null ? null : Rational.parse(rule.activeShare).rounded(6)
  return {
    ...{ id, kind: 'stream', unit: id === 'azure' ? 'usd' : seats, status },
    ...{ current, previous, delta, points, required: null, activeShare: share },
    pointsExact: comparison?.points.toFraction() ?? null,
    threshold: rule.threshold ?? rule.bounds?.atLeast ?? rule.bounds?.above ?? null,
    window: view && comparedWindow(view),
    lists,
  }
}

function comparedWindow(view: UsageView): NonNullable<ExplainedSection['window']> {
  const months = comparedMonths(view).filter((month) => windowOf(view, month) === 'current')
  const [from, to] = [months[0] as number, view.comparison.month]
  return {
    from: formatMonth(from),
    to: formatMonth(to),
    previousFrom: formatMonth(from - MONTHS_BACK),
    previousTo: formatMonth(to - MONTHS_BACK),
  }
}

const WITHOUT_DATA = {
  status: 'no-data' as const,
  ...{ current: null, previous: null, delta: null, points: null, pointsExact: null },
}

function stepSection(
  { prepared }: TrackScore,
  { steps }: ExactCertificationMetric,
  step: ExactStep,
  lists: ExplainedSection['lists'],
): ExplainedSection {
  const [current, previous] = [lists.countedNow.total, lists.yearAgo.total]
  const points = pointsOf(step, steps)
  const counted = {
    status: 'scored' as const,
    ...{ current, previous, delta: current - previous },
    ...{ points: presented(points), pointsExact: points.toFraction() },
  }
  return {
    ...{ id: step.rule.id, kind: 'step', unit: 'certification' },
    ...(prepared.certifications.imported ? counted : WITHOUT_DATA),
    required: step.rule.requiredPeople ?? null,
    ...{ threshold: null, activeShare: null, window: null, lists },
  }
}
