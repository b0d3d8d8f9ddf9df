import { usageMonthOf, type Month } from '../../shared/calendar'
import type { MetricId, StreamId } from '../../shared/score'
import { acrBetween } from './acr-matrix'
import { MONTHS_BACK, TRAILING_MONTHS } from './customers'
import type { TrackScore } from './engine'
import { sectionId, sectionsOf } from './explanation'
import type { SeatMatrix } from './seat-matrix'

/** What every customer has in a score, as columns by the place of the tenant in the prepared facts. */
export interface CustomerStandings {
  readonly month: Month
  /** ACR that counts, in micro-dollars: of the trailing year, of the one before, of the usage month. */
  readonly acr: Float64Array
  readonly acrBefore: Float64Array
  readonly acrMonth: Float64Array
  /** Seats that count in the usage month, over all workloads. */
  readonly paid: Float64Array
  readonly active: Float64Array
  /** Whether a customer counts now; null: the edition has no such metric or stream, or no data for it. */
  counts(metric: MetricId, stream: StreamId): Uint8Array | null
}

/** Reads the standings from the matrices and columns that the score itself was counted from. */
export function customerStandings(track: TrackScore): CustomerStandings {
  const { prepared, score } = track
  const { azure, m365 } = prepared.usage
  const month = usageMonthOf(score.asOf)
  const before = month - MONTHS_BACK
  const counts = new Map<string, Uint8Array>()
  for (const metric of score.metrics) {
    for (const section of sectionsOf(track, metric)) {
      if (section.kind === 'step' || section.view === null) continue
      const key = `${metric.rule.id} ${sectionId(section)}`
      counts.set(key, section.view.sides.current.counted.counts)
    }
  }
  return {
    month,
    acr: acrBetween(azure, month - TRAILING_MONTHS + 1, month),
    acrBefore: acrBetween(azure, before - TRAILING_MONTHS + 1, before),
    acrMonth: acrBetween(azure, month, month),
    paid: seatsOf(m365, m365.paid, month),
    active: seatsOf(m365, m365.active, month),
    counts: (metric, stream) => counts.get(`${metric} ${stream}`) ?? null,
  }
}

function seatsOf(
  { tenants, workloads, months }: SeatMatrix,
  seats: Uint32Array,
  month: Month,
): Float64Array {
  const sums = new Float64Array(tenants)
  const row = months.rowOf(month)
  if (row < 0) return sums
  const first = row * tenants * workloads
  for (let cell = 0; cell < tenants * workloads; cell++) {
    const tenant = Math.floor(cell / workloads)
    sums[tenant] = (sums[tenant] as number) + (seats[first + cell] as number)
  }
  return sums
}
