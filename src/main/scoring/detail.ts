import { formatDay, formatMonth, usageMonthOf, type Day, type Month } from '../../shared/calendar'
import type {
  MetricDetail,
  PersonStanding,
  Score,
  StepDetail,
  StreamDetail,
  TenantStanding,
} from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { reasonOn, type ExactStep, type HeldCertification, type Person } from './certifications'
import { MONTHS_BACK, TRAILING_MONTHS } from './customers'
import type { TenantFact } from './facts'
import { presentMetric, presentStep, presentStream } from './presentation'
import { Rational } from './rational'
import type { Evidence, ExactMetric } from './score'
import type { StreamRule } from './stream-rules'
import type { Comparison, ExactStream } from './usage-metrics'

/** Whose metric is explained, and how many customers of a stream are listed. */
export interface DetailContext {
  readonly evidence: Evidence
  readonly tenants: readonly TenantFact[]
  readonly asOf: Day
  readonly limit: number
}

/**
 * One metric in full: its formula with the numbers, and the customers or people behind them. They
 * come from the very columns and sets that were counted, so list and number cannot disagree.
 */
export function metricDetail(
  context: DetailContext,
  metric: ExactMetric,
  score: Score,
): MetricDetail {
  const { evidence, asOf } = context
  const { title, dated } = evidence.edition.source
  const shared = {
    score,
    metric: presentMetric(evidence.edition, metric),
    source: { title, dated },
  }
  if ('streams' in metric) {
    const streams = metric.streams.map((stream) => streamDetail(context, stream))
    return { ...shared, streams, steps: [], people: [] }
  }
  return {
    ...shared,
    streams: [],
    steps: metric.steps.map((step) => stepDetail(evidence.edition, step)),
    people: evidence.certifications.people.map((each) => personStanding(each, metric.steps, asOf)),
  }
}

function streamDetail({ tenants, asOf, limit }: DetailContext, stream: ExactStream): StreamDetail {
  const { rule, comparison } = stream
  const standings = comparison === null ? [] : tenantStandings(rule, comparison, tenants)
  return {
    ...presentStream(stream),
    unit: rule.unit,
    rate: { points: rule.points, per: rule.per },
    threshold: rule.threshold,
    bounds: presentBounds(rule),
    activeShare: rule.activeShare === null ? null : Rational.parse(rule.activeShare).rounded(6),
    ...presentCounting(rule),
    ...(rule.max === undefined ? {} : { max: rule.max }),
    ...(rule.option === undefined ? {} : { option: rule.option }),
    window: comparedWindow(rule, comparison?.month ?? usageMonthOf(asOf)),
    standings: standings.slice(0, limit),
    standingsTotal: standings.length,
  }
}

/** How points come from the numbers, where it is not by their difference. */
function presentCounting({
  distinct,
  percent,
  rawPerUnit,
}: StreamRule): Pick<StreamDetail, 'counting'> {
  if (distinct) return { counting: { kind: 'distinct' } }
  if (!percent) return {}
  const { baseline, perPercent } = percent
  return { counting: { kind: 'percent', baseline: baseline / rawPerUnit, perPercent } }
}

/** The bounds in the form of the contract, where every key is there. */
function presentBounds({ bounds }: StreamRule): StreamDetail['bounds'] {
  if (bounds === null) return null
  const { atLeast = null, above = null, atMost = null, sticky = false } = bounds
  return { atLeast, above, atMost, sticky }
}

/** Azure compares trailing years, Microsoft 365 single months. */
function comparedWindow({ id }: StreamRule, to: Month): StreamDetail['window'] {
  const from = id === 'azure' ? to - TRAILING_MONTHS + 1 : to
  return {
    from: formatMonth(from),
    to: formatMonth(to),
    previousFrom: formatMonth(from - MONTHS_BACK),
    previousTo: formatMonth(to - MONTHS_BACK),
  }
}

/** Every tenant that had something in one of the windows: those that count first, then the largest. */
function tenantStandings(
  rule: StreamRule,
  comparison: Comparison,
  tenants: readonly TenantFact[],
): TenantStanding[] {
  const { now, before } = comparison
  return tenants
    .flatMap((tenant, index) =>
      now.amount[index] === 0 && before.amount[index] === 0
        ? []
        : tenantStanding(rule, comparison, tenant, index),
    )
    .sort(countingThenLargest)
}

function tenantStanding(
  { rawPerAmount, activeShare }: StreamRule,
  { now, before }: Comparison,
  tenant: TenantFact,
  index: number,
): TenantStanding {
  const active =
    activeShare === null
      ? {}
      : { currentActive: now.active?.[index], previousActive: before.active?.[index] }
  return {
    tenantId: tenant.id,
    name: tenant.name,
    current: (now.amount[index] as number) / rawPerAmount,
    previous: (before.amount[index] as number) / rawPerAmount,
    ...active,
    countsNow: now.counts[index] === 1,
    countedBefore: before.counts[index] === 1,
  }
}

function countingThenLargest(a: TenantStanding, b: TenantStanding): number {
  if (a.countsNow !== b.countsNow) return a.countsNow ? -1 : 1
  if (a.current !== b.current) return b.current - a.current
  return a.tenantId < b.tenantId ? -1 : 1
}

function stepDetail({ certifications }: Edition, step: ExactStep): StepDetail {
  const { rule } = step
  return {
    ...presentStep(step),
    certifications: certifications
      .filter(({ id }) => rule.certifications.includes(id))
      .map(({ id, name }) => ({ id, name })),
    pointsWhenMet: rule.pointsWhenMet ?? null,
    pointsPerPerson: rule.pointsPerPerson ?? null,
  }
}

/** A person with every certification of the edition it ever held, and the steps in which it counts. */
function personStanding(
  { person, held }: Person,
  steps: readonly ExactStep[],
  asOf: Day,
): PersonStanding {
  return {
    person,
    name: held.find(({ fact }) => fact.personName !== '')?.fact.personName ?? '',
    certifications: held.map((each) => certificationStanding(each, asOf)),
    steps: steps.filter(({ people }) => people.has(person)).map(({ rule }) => rule.id),
  }
}

function certificationStanding(
  held: HeldCertification,
  asOf: Day,
): PersonStanding['certifications'][number] {
  const { certification, fact } = held
  const reason = reasonOn(asOf, held)
  return {
    id: certification.id,
    title: fact.title,
    completed: formatDay(fact.completed),
    expires: fact.expires === null ? null : formatDay(fact.expires),
    counts: reason === 'counts',
    reason,
  }
}
