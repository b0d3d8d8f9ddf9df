import type {
  CountDifference,
  DistinctCount,
  PercentGrowth,
  UsageGrowth,
} from '../rules/edition-schema'
import { shareOf } from './active-share'
import { acrCustomers, acrOf, activeSeatsOf, seatCustomers } from './customers'
import type { StreamRule } from './stream-rules'
import { emptyColumn } from './tenant-column'
import { rangeOf } from './tenant-range'

/**
 * The ways a stream can count (SCORING.md "The four metrics" and docs/editions.md "Kinds"). Each makes
 * a rule whose column of a window is measured alike, whatever the points are given for.
 */

/** Micro-dollars in a dollar. */
const MICRO = 1_000_000

type Kinds = CountDifference | DistinctCount | UsageGrowth | PercentGrowth

/** A stream of the metric's kind, with what the metric says for all its streams. */
type SpecOf<M extends Kinds, S extends 'azure' | 'm365'> = M extends Kinds
  ? Omit<M, 'streams' | 'max'> & NonNullable<M['streams'][S]>
  : never
export type AzureSpec = SpecOf<Kinds, 'azure'>
export type SeatSpec = SpecOf<Kinds, 'm365'>

/** An Azure stream. */
export function azureStream(spec: AzureSpec): StreamRule {
  switch (spec.kind) {
    case 'count-difference':
      return azureCustomers(spec)
    case 'distinct-count':
      return distinct(azureCustomers(spec))
    case 'usage-growth':
      return azureGrowth(spec, spec.perUsd)
    case 'percent-growth': {
      const { perPercent, baselineUsd } = spec
      return { ...azureGrowth(spec, 1), percent: { perPercent, baseline: baselineUsd * MICRO } }
    }
  }
}

/** A Microsoft 365 stream. */
export function seatStream(spec: SeatSpec): StreamRule {
  switch (spec.kind) {
    case 'count-difference':
      return seatHolders(spec)
    case 'distinct-count':
      return distinct(seatHolders(spec))
    case 'usage-growth':
      return seatGrowth(spec, spec.perActiveSeats)
    case 'percent-growth': {
      const { perPercent, baselineActiveSeats } = spec
      return { ...seatGrowth(spec, 1), percent: { perPercent, baseline: baselineActiveSeats } }
    }
  }
}

/** Whoever counts now counts once: a year ago nobody did. */
function distinct(rule: StreamRule): StreamRule {
  return {
    ...rule,
    distinct: true,
    measure: (matrices, month, readings, side) =>
      side === 'before'
        ? emptyColumn(matrices[rule.id].tenants)
        : rule.measure(matrices, month, readings, side),
  }
}

type Counted<S> = Extract<S, { readonly pointsEach: string }>

function azureCustomers({ unit, pointsEach, trailingYearUsd }: Counted<AzureSpec>): StreamRule {
  const dollars = rangeOf(trailingYearUsd, MICRO)
  return {
    ...counted(unit, pointsEach),
    id: 'azure',
    rawPerAmount: MICRO,
    threshold: trailingYearUsd.atLeast ?? trailingYearUsd.above ?? null,
    bounds: trailingYearUsd,
    activeShare: null,
    dependsOn: [],
    measure: ({ azure }, month, _, side) => acrCustomers(azure, month, dollars, side),
  }
}

function seatHolders({ unit, pointsEach, paidSeats, activeShare }: Counted<SeatSpec>): StreamRule {
  const share = activeShare?.atLeast ?? null
  const seats = { paidSeats: rangeOf(paidSeats, 1), share: shareOf(share) }
  return {
    ...counted(unit, pointsEach),
    id: 'm365',
    rawPerAmount: 1,
    // Seats are whole: who needs more than 300 needs 301.
    threshold: seats.paidSeats.lowest,
    bounds: paidSeats,
    activeShare: share,
    dependsOn: share === null ? ['seatScope'] : ['seatScope', 'activeCap'],
    measure: ({ m365 }, month, readings, side) => seatCustomers(m365, month, seats, readings, side),
  }
}

function counted(unit: StreamRule['unit'], points: string) {
  return { unit, points, per: 1, rawPerUnit: 1, inSteps: false } as const
}

const added = { inSteps: true, threshold: null, activeShare: null } as const

function azureGrowth(
  { points, tenants }: Exclude<AzureSpec, Counted<AzureSpec>>,
  per: number,
): StreamRule {
  const bounds = tenants?.trailingYearUsd ?? null
  const dollars = bounds && rangeOf(bounds, MICRO)
  return {
    ...added,
    id: 'azure',
    unit: 'usd',
    points,
    per,
    rawPerUnit: MICRO,
    rawPerAmount: MICRO,
    bounds,
    dependsOn: [],
    measure: ({ azure }, month, _, side) => acrOf(azure, month, dollars, side),
  }
}

function seatGrowth(
  { points, tenants }: Exclude<SeatSpec, Counted<SeatSpec>>,
  per: number,
): StreamRule {
  const bounds = tenants?.paidSeats ?? null
  const seats = bounds && rangeOf(bounds, 1)
  return {
    ...added,
    id: 'm365',
    unit: 'user',
    points,
    per,
    rawPerUnit: 1,
    rawPerAmount: 1,
    bounds,
    dependsOn: bounds === null ? ['activeCap'] : ['seatScope', 'activeCap'],
    measure: ({ m365 }, month, readings, side) => activeSeatsOf(m365, month, seats, readings, side),
  }
}
