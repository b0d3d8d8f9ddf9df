import type { Month } from '../../shared/calendar'
import {
  streamIds,
  type ReadingId,
  type Readings,
  type StreamDetail,
  type StreamId,
} from '../../shared/score'
import type { Bounds } from '../rules/bounds'
import type {
  CertificatePool,
  CertificateSteps,
  Edition,
  MetricRule,
} from '../rules/edition-schema'
import type { AcrMatrix } from './acr-matrix'
import type { SeatMatrix } from './seat-matrix'
import { azureStream, seatStream, type AzureSpec, type SeatSpec } from './stream-kinds'
import type { TenantColumn } from './tenant-column'
import type { Side } from './tenant-range'

export interface UsageMatrices {
  readonly azure: AcrMatrix
  readonly m365: SeatMatrix
  /** By id: what counts under one of the edition's association options; none where it has none. */
  readonly options?: {
    readonly azure: ReadonlyMap<string, AcrMatrix>
    readonly m365: ReadonlyMap<string, SeatMatrix>
  }
}

/** Growth in percent: `points` for every `perPercent`, where a year ago reached the baseline. */
export interface PercentRate {
  readonly perPercent: string
  /** Raw numbers of the column, at least 1. */
  readonly baseline: number
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
  /** Points of this stream at most; left out: those of the metric. */
  readonly max?: number | undefined
  /** Nothing is subtracted: the column of a year ago is empty. */
  readonly distinct?: true
  /** The difference gives points as a share of what there was a year ago. */
  readonly percent?: PercentRate
  /** The association option it is counted under; left out: all that count. */
  readonly option?: string
  /** The same stream under each option of its associations, of which the best stands. */
  readonly candidates?: readonly StreamRule[]
  /** The readings that change what is measured. */
  readonly dependsOn: readonly ReadingId[]
  /** The column of the window that ends with a month; `side` matters to sticky bounds and distinct counts. */
  measure(matrices: UsageMatrices, month: Month, readings: Readings, side?: Side): TenantColumn
}

export type CertificationRule = CertificateSteps | CertificatePool
export type UsageMetricRule = Exclude<MetricRule, CertificationRule>

/** The streams of a metric that counts usage, Azure first. */
export function streamRules(metric: UsageMetricRule): readonly StreamRule[] {
  const { azure, m365 } = metric.streams
  return [
    ...(azure ? [withCandidates(azureStream({ ...metric, ...azure } as AzureSpec), azure)] : []),
    ...(m365 ? [withCandidates(seatStream({ ...metric, ...m365 } as SeatSpec), m365)] : []),
  ]
}

/** The streams that any metric of an edition counts; another stream's files do not matter to it. */
export function streamsOf({ metrics }: Pick<Edition, 'metrics'>): readonly StreamId[] {
  return streamIds.filter((id) =>
    metrics.some((metric) => isUsageMetric(metric) && metric.streams[id] !== undefined),
  )
}

export function isUsageMetric(metric: MetricRule): metric is UsageMetricRule {
  return metric.kind !== 'certificate-steps' && metric.kind !== 'certificate-pool'
}

/** A stream that is counted under several options, and what its own maximum is. */
function withCandidates(
  rule: StreamRule,
  {
    max,
    bestOf,
  }: { readonly max?: number | undefined; readonly bestOf?: readonly string[] | undefined },
): StreamRule {
  const capped = { ...rule, max }
  if (!bestOf) return capped
  const candidates = bestOf.map((option) => ({
    ...capped,
    option,
    measure: (...[matrices, ...asked]: Parameters<StreamRule['measure']>) =>
      rule.measure(underOption(matrices, rule.id, option), ...asked),
  }))
  return { ...capped, candidates }
}

/**
 * Every matrix of the usage made anew, those of the association options too, which are told apart by
 * their id; what counts without an option has none.
 */
export function mapMatrices(
  { azure, m365, options }: UsageMatrices,
  made: {
    readonly azure: (matrix: AcrMatrix, option?: string) => AcrMatrix
    readonly m365: (matrix: SeatMatrix, option?: string) => SeatMatrix
  },
): UsageMatrices {
  const usage = { azure: made.azure(azure), m365: made.m365(m365) }
  if (options === undefined) return usage
  const mapped = <M>(matrices: ReadonlyMap<string, M>, make: (matrix: M, option: string) => M) =>
    new Map([...matrices].map(([option, matrix]) => [option, make(matrix, option)] as const))
  return {
    ...usage,
    options: { azure: mapped(options.azure, made.azure), m365: mapped(options.m365, made.m365) },
  }
}

/** The usage of which a stream's is what counts under one of its association options, if any is named. */
export function underOption(
  matrices: UsageMatrices,
  stream: StreamId,
  option: string | undefined,
): UsageMatrices {
  if (option === undefined) return matrices
  const matrix = matrices.options?.[stream].get(option)
  if (matrix) return { ...matrices, [stream]: matrix }
  throw new RangeError(`The usage was not counted under the option "${option}" of ${stream}.`)
}
