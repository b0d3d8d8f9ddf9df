import type { Month } from '../../shared/calendar'
import type { UsageAssumption } from '../../shared/forecast'
import { acrMagnitude, requireExactSums, type AcrMatrix } from './acr-matrix'
import type { PreparedFacts } from './engine'
import { MonthRows } from './month-rows'
import type { SeatMatrix } from './seat-matrix'
import { mapMatrices } from './stream-rules'
import { rememberingMeasure } from './usage-metrics'

/**
 * The facts with every month up to and including `until` in each stream that has data, so that later
 * dates can be scored (SCORING.md "Terms": a score compares the last full month). Nothing is
 * extrapolated: months after the newest one of a stream hold what the assumption says, and older ones
 * leave the trailing year by themselves. Certifications stay as known; their expiry and retirement
 * are dates already. A stream without any month stays without data. Returns `prepared` itself where
 * the data reach that far. Throws `number-out-of-range` when the sums could not be kept exactly.
 */
export function projected(
  prepared: PreparedFacts,
  until: Month,
  assumption: UsageAssumption = 'steady',
): PreparedFacts {
  const { azure, m365 } = prepared.usage
  const usage = mapMatrices(prepared.usage, {
    azure: (matrix) => projectedAcr(matrix, until, assumption),
    m365: (matrix) => projectedSeats(matrix, until, assumption),
  })
  if (usage.azure === azure && usage.m365 === m365) return prepared
  return { ...prepared, usage, measure: rememberingMeasure(usage) }
}

/** The months from the newest one to `until`, the latter included; none where there is no month. */
function monthsToCome({ months }: MonthRows, until: Month): Month[] {
  const newest = months.at(-1) ?? until
  return Array.from({ length: Math.max(0, until - newest) }, (_each, index) => newest + 1 + index)
}

function projectedAcr(matrix: AcrMatrix, until: Month, assumption: UsageAssumption): AcrMatrix {
  const { tenants, months, sums: known } = matrix
  const added = monthsToCome(months, until)
  if (added.length === 0) return matrix
  const sums = new Float64Array(known.length + added.length * tenants)
  sums.set(known)
  const newest = months.months.length * tenants
  const share = assumption === 'steady' ? 1 : 0
  for (let cell = known.length; cell < sums.length; cell++) {
    const tenant = newest + (cell % tenants)
    const amount = (sums[tenant] as number) - (sums[tenant - tenants] as number)
    sums[cell] = (sums[cell - tenants] as number) + amount * share
  }
  const extended = { tenants, months: new MonthRows([...months.months, ...added]), sums }
  requireExactSums(acrMagnitude(extended))
  return extended
}

function projectedSeats(matrix: SeatMatrix, until: Month, assumption: UsageAssumption): SeatMatrix {
  const { tenants, workloads, months } = matrix
  const added = monthsToCome(months, until)
  if (added.length === 0) return matrix
  const row = tenants * workloads
  const extended = (known: Uint32Array): Uint32Array => {
    const seats = new Uint32Array(known.length + added.length * row)
    seats.set(known)
    if (assumption === 'none') return seats
    const newest = known.subarray(known.length - row)
    added.forEach((_month, index) => {
      seats.set(newest, known.length + index * row)
    })
    return seats
  }
  return {
    tenants,
    workloads,
    months: new MonthRows([...months.months, ...added]),
    paid: extended(matrix.paid),
    active: extended(matrix.active),
  }
}
