import { usageMonthOf, type Month } from '../../shared/calendar'
import type { EditionTotals, TotalsField } from '../../shared/manual'
import type { StreamId } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { inSteps, scoreSteps } from './certifications'
import { prepare, type PreparedFacts } from './engine'
import type { Facts } from './facts'
import { isUsageMetric, streamRules, type StreamRule, type UsageMetricRule } from './stream-rules'
import type { Measure } from './usage-metrics'

/**
 * Scores from totals that were typed in: the same engine, the same exact differences and points, with
 * totals in place of sums over customers and people. A stream without totals, and a metric of steps
 * of which one is missing, has no data.
 */

const nobody: Facts = {
  tenants: [],
  azure: {
    ...{ services: [], offers: [], associations: [], months: [], microUsd: new Float64Array() },
    ...{ service: new Uint32Array(), offer: new Uint32Array(), association: new Uint32Array() },
    ...{ duplicate: new Uint8Array(), tenant: new Uint32Array(), month: new Uint32Array() },
  },
  m365: {
    ...{ workloads: [], associations: [], months: [], paidSeats: new Float64Array() },
    ...{ workload: new Uint32Array(), association: new Uint32Array() },
    ...{ duplicate: new Uint8Array(), tenant: new Uint32Array(), month: new Uint32Array() },
    activeSeats: new Float64Array(),
  },
  certifications: { imported: false, rows: [] },
}

/** Totals under their edition, ready for any score date and reading; undefined: nothing is known. */
export function preparedTotals(edition: Edition, totals: EditionTotals | undefined): PreparedFacts {
  const typed = (rule: UsageMetricRule, stream: StreamId) =>
    totals?.streams.find((each) => each.metricId === rule.id && each.stream === stream)
  const measure: Measure = (rule, stream, _month, _readings, side = 'now') => {
    const given = typed(rule, stream.id)
    const units = (side === 'now' ? given?.current : given?.previous) ?? 0
    const total = Math.round(units * stream.rawPerUnit)
    return { amount: new Float64Array(), active: null, counts: new Uint8Array(), total }
  }
  return {
    ...prepare(nobody, edition),
    measure,
    nameWarnings: [],
    typedIn: {
      months: (rule, asOf) => {
        const month = (stream: StreamId): Month | null =>
          typed(rule, stream) ? usageMonthOf(asOf) : null
        return { azure: month('azure'), m365: month('m365') }
      },
      certifications: (rule) => {
        const { id, steps } = inSteps(rule)
        const people = new Map(
          totals?.steps
            .filter(({ metricId }) => metricId === id)
            .map((each) => [each.step, each.people]),
        )
        const known = steps.every((step) => people.has(step.id))
        return scoreSteps(rule, (step) => countless(people.get(step.id) ?? 0), known)
      },
    },
  }
}

/** So many people of whom nothing is known. */
function countless(people: number): ReadonlySet<string> {
  return new Set(Array.from({ length: people }, (_, index) => `person ${String(index + 1)}`))
}

/** What an edition asks for, in the order of its metrics. */
export function totalsFields(edition: Edition): TotalsField[] {
  return edition.metrics.flatMap((rule): TotalsField[] => {
    if (isUsageMetric(rule)) return streamRules(rule).map((stream) => streamField(rule, stream))
    return inSteps(rule).steps.map((step) => ({
      ...{ kind: 'step', metricId: rule.id, step: step.id, required: step.requiredPeople ?? null },
      certifications: edition.certifications
        .filter(({ id }) => step.certifications.includes(id))
        .map(({ id }) => id),
    }))
  })
}

function streamField({ id: metricId }: UsageMetricRule, stream: StreamRule): TotalsField {
  const { id, unit, distinct = false } = stream
  return { kind: 'stream', metricId, stream: id, unit, distinct }
}
