import { z } from 'zod'
import { isoDate, isoMonth } from './primitives'
import { metricId, readingsSchema, scoreStatus, streamId } from './score'

/**
 * Why a score differs from an earlier one. Each cause has its effect in points; before anything is
 * rounded, the effects of all causes add up exactly to the difference of the two totals.
 *
 * - `customer-gained`, `customer-lost`: a tenant counts in a window and did not, or no longer does
 * - `usage-grew`, `usage-shrank`: a tenant's usage in a window, where the metric adds it up
 * - `person-gained`, `person-lost`: somebody counts in a step and did not, or no longer does
 * - `gate-met`, `gate-lost`: a step has the people it needs and had not, or the other way round
 * - `data`: the metric or stream has no data on one of the dates, so its points cannot be explained;
 *   with a `window`, nothing of the year before was imported for one of them
 * - `baseline`: usage a year ago reached what growth in percent needs, or no longer does
 * - `steps`: parts of a growth step that are left over under the reading `growthSteps: whole`
 * - `floor`, `cap`: what the floor at 0 gave back, what the maximum took away
 * - `rules`: the earlier date under the rules of the later one
 * - `other`: the causes beyond the limit, together
 */
export const changeKind = z.enum([
  'customer-gained',
  'customer-lost',
  'usage-grew',
  'usage-shrank',
  'person-gained',
  'person-lost',
  'gate-met',
  'gate-lost',
  'data',
  'baseline',
  'steps',
  'floor',
  'cap',
  'rules',
  'other',
])
export type ChangeKind = z.infer<typeof changeKind>

export const changeCauseSchema = z.object({
  kind: changeKind,
  /** null only for `other`. */
  metric: metricId.nullable(),
  stream: streamId.nullable(),
  step: z.string().nullable(),
  /**
   * A metric counts now minus a year ago, and both windows move with the date. A customer that comes
   * into the `previous` window takes points, one that leaves it gives them back.
   */
  window: z.enum(['current', 'previous']).nullable(),
  /** A tenant or a person. */
  subject: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** Why a person counts now, or does not any more. */
  reason: z.enum(['completed', 'expired', 'retired']).nullable(),
  /** The certification that made the difference for a person. */
  certification: z.string().nullable(),
  /** The day on which that certification was completed, or the last one on which it counts. */
  date: isoDate.nullable(),
  /** Of `before` and `after`; null where there is nothing to compare. */
  unit: z.enum(['usd', 'seat', 'user', 'person', 'point']).nullable(),
  /** null: no data. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Active seats beside the paid ones of `before` and `after`, where a share of them is asked for. */
  beforeActive: z.number().nullable(),
  afterActive: z.number().nullable(),
  /** Dollars or seats that a customer, people that a gate, points that a stream or metric is held at. */
  threshold: z.number().nullable(),
  /** Share of the paid seats that has to be active, from 0 to 1. */
  activeShare: z.number().nullable(),
  /** How many causes this one stands for; more than one only for `other`. */
  count: z.int().positive(),
  /** Points, half up to six decimals; `effectShown` to one. */
  effect: z.number(),
  effectShown: z.number(),
})
export type ChangeCause = z.infer<typeof changeCauseSchema>

/** One of the two scores that are compared. */
export const changeSideSchema = z.object({
  asOf: isoDate,
  usageMonth: isoMonth,
  edition: z.string(),
  total: z.number().nullable(),
  totalShown: z.number().nullable(),
  /** Months of the compared windows that were not imported and count as months without usage. */
  monthsMissing: z.int().nonnegative(),
})
export type ChangeSide = z.infer<typeof changeSideSchema>

export const changesSchema = z.object({
  from: changeSideSchema,
  to: changeSideSchema,
  /** True where another edition decides on the later date. */
  rulesChanged: z.boolean(),
  /** The readings that were chosen; others are those of each edition. */
  readings: readingsSchema.partial(),
  /** null where one of the totals is. */
  difference: z.number().nullable(),
  /** Between the totals as shown, so that it agrees with the numbers beside it. */
  differenceShown: z.number().nullable(),
  metrics: z.array(
    z.object({
      id: metricId,
      before: z.number().nullable(),
      after: z.number().nullable(),
      /** `no-data` where either side has none. */
      status: scoreStatus,
      difference: z.number().nullable(),
    }),
  ),
  /** The largest effect first, whatever its sign; `other` last. */
  causes: z.array(changeCauseSchema),
  /** How many causes there are without a limit. */
  causesTotal: z.int().nonnegative(),
})
export type Changes = z.infer<typeof changesSchema>
