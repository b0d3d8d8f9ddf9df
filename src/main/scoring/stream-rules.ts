import type { Month } from '../../shared/calendar'
import type { ReadingId, Readings, StreamDetail, StreamId } from '../../shared/score'
import type { Bounds } from '../rules/bounds'
import type { CountDifference, MetricRule, UsageGrowth } from '../rules/edition-schema'
import type { AcrMatrix } from './acr-matrix'
import { acrCustomers, acrOf, activeSeatsOf, seatCustomers } from './customers'
import type { SeatMatrix } from './seat-matrix'
import type { TenantColumn } from './tenant-column'
import { rangeOf, type Side } from './tenant-range'

export interface UsageMatrices {
  readonly azure: AcrMatrix
  readonly m365: SeatMatrix
}

/**
 * One stream of one metric as the edition defines it: what is counted in a window, and what the
 * difference to a year ago is worth (SCORING.md "The four metrics").
 */
export interface StreamRule {
  readonly id: StreamId
  readonly unit: StreamDetail['unit']
  /** A difference of `per` units gives `points`, an exact rate such as "20/6". */
  readonly points: string
  readonly per: number
  /** The raw numbers of a column that make one unit: a million micro-dollars are one dollar. */
  readonly rawPerUnit: number
  /** The raw numbers of a tenant's amount that make one dollar or seat, whatever the unit counts. */
  readonly rawPerAmount: number
  /** Whether the reading `growthSteps` applies. */
  readonly inSteps: boolean
  /** Dollars or seats that one tenant has to reach; null when amounts are added instead. */
  readonly threshold: number | null
  /** Which tenants count, in dollars of a trailing year or paid seats; null when all do. */
  readonly bounds: Bounds | null
  /** Share of paid seats that has to be active, as "15/100". */
  readonly activeShare: string | null
  /** The readings that change what is measured. */
  readonly dependsOn: readonly ReadingId[]
  /** The column of the window that ends with a month; `side` matters to sticky bounds only. */
  measure(matrices: UsageMatrices, month: Month, readings: Readings, side?: Side): TenantColumn
}

export type UsageMetricRule = CountDifference | UsageGrowth

/** Micro-dollars in a dollar. */
const MICRO = 1_000_000

/** The streams of a metric that compares usage. */
export function streamRules(metric: UsageMetricRule): readonly StreamRule[] {
  return metric.kind === 'count-difference' ? countDifference(metric) : usageGrowth(metric)
}

export function isUsageMetric(metric: MetricRule): metric is UsageMetricRule {
  return metric.kind !== 'certificate-steps'
}

function countDifference({ unit, pointsEach, streams }: CountDifference): readonly StreamRule[] {
  const worth = { unit, points: pointsEach, per: 1, rawPerUnit: 1, inSteps: false }
  const { trailingYearUsd } = streams.azure
  const { paidSeats } = streams.m365
  const dollars = rangeOf(trailingYearUsd, MICRO)
  const share = streams.m365.activeShare?.atLeast ?? null
  const [numerator = 0, denominator = 1] = (share ?? '0').split('/').map(Number)
  const seats = { paidSeats: rangeOf(paidSeats, 1), share: { numerator, denominator } }
  return [
    {
      ...worth,
      id: 'azure',
      rawPerAmount: MICRO,
      threshold: trailingYearUsd.atLeast ?? trailingYearUsd.above ?? null,
      bounds: trailingYearUsd,
      activeShare: null,
      dependsOn: [],
      measure: ({ azure }, month, _, side) => acrCustomers(azure, month, dollars, side),
    },
    {
      ...worth,
      id: 'm365',
      rawPerAmount: 1,
      // Seats are whole: who needs more than 300 needs 301.
      threshold: seats.paidSeats.lowest,
      bounds: paidSeats,
      activeShare: share,
      dependsOn: share === null ? ['seatScope'] : ['seatScope', 'activeCap'],
      measure: ({ m365 }, month, readings, side) =>
        seatCustomers(m365, month, seats, readings, side),
    },
  ]
}

function usageGrowth({ streams }: UsageGrowth): readonly StreamRule[] {
  const growth = { inSteps: true, threshold: null, activeShare: null }
  const trailingYearUsd = streams.azure.tenants?.trailingYearUsd ?? null
  const paidSeats = streams.m365.tenants?.paidSeats ?? null
  const dollars = trailingYearUsd && rangeOf(trailingYearUsd, MICRO)
  const seats = paidSeats && rangeOf(paidSeats, 1)
  return [
    {
      ...growth,
      id: 'azure',
      unit: 'usd',
      points: streams.azure.points,
      per: streams.azure.perUsd,
      rawPerUnit: MICRO,
      rawPerAmount: MICRO,
      bounds: trailingYearUsd,
      dependsOn: [],
      measure: ({ azure }, month, _, side) => acrOf(azure, month, dollars, side),
    },
    {
      ...growth,
      id: 'm365',
      unit: 'user',
      points: streams.m365.points,
      per: streams.m365.perActiveSeats,
      rawPerUnit: 1,
      rawPerAmount: 1,
      bounds: paidSeats,
      dependsOn: paidSeats === null ? ['activeCap'] : ['seatScope', 'activeCap'],
      measure: ({ m365 }, month, readings, side) =>
        activeSeatsOf(m365, month, seats, readings, side),
    },
  ]
}
