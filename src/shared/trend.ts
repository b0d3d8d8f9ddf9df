import { z } from 'zod'
import { isoDate, isoMonth } from './primitives'
import { metricId, readingsSchema, scoreStatus } from './score'

/**
 * The score over time (SCORING.md "Eligibility window"): one point for the first day of each month,
 * and the days on which both conditions held. Numbers are rounded as in a score.
 */
export const trendPointSchema = z.object({
  /** The month whose first day is scored. */
  month: isoMonth,
  asOf: isoDate,
  usageMonth: isoMonth,
  edition: z.string(),
  /** As in a score: the track with the higher total in that month, null where there is only one. */
  track: z.string().nullable(),
  /** True where another edition decides than in the point before, be it another track. */
  rulesChanged: z.boolean(),
  total: z.number().nullable(),
  totalShown: z.number().nullable(),
  thresholdMet: z.boolean(),
  minimumsMet: z.boolean(),
  attained: z.boolean(),
  /** Months of the compared windows that were not imported and count as months without usage. */
  monthsMissing: z.int().nonnegative(),
  metrics: z.array(
    z.object({
      id: metricId,
      points: z.number().nullable(),
      pointsShown: z.number().nullable(),
      minimumMet: z.boolean(),
      status: scoreStatus,
    }),
  ),
})
export type TrendPoint = z.infer<typeof trendPointSchema>

/** Days in a row, both ends included. */
export const daySpanSchema = z.object({ from: isoDate, to: isoDate })
export type DaySpan = z.infer<typeof daySpanSchema>

export const eligibilitySchema = z.object({
  /**
   * The month of the date asked for up to that date, and the five full months before it; of an
   * enrolled partner its next anniversary month and the five before.
   */
  from: isoDate,
  to: isoDate,
  /** True when the rules were met on at least one day of the window. */
  qualifies: z.boolean(),
  qualifyingDays: z.int().nonnegative(),
  spans: z.array(daySpanSchema),
  /** Only of an enrolled partner: the month in which it renews, and until when days are known. */
  renewal: z.object({ month: isoMonth, knownTo: isoDate }).optional(),
  /** True when no month was missing for any day on which the rules were met. */
  complete: z.boolean(),
})
export type Eligibility = z.infer<typeof eligibilitySchema>

export const trendSchema = z.object({
  from: isoMonth,
  to: isoMonth,
  max: z.number(),
  threshold: z.number(),
  readings: readingsSchema.partial(),
  points: z.array(trendPointSchema),
  /** The window that ends with the date asked for, else with the first day of the last month. */
  eligibility: eligibilitySchema,
})
export type Trend = z.infer<typeof trendSchema>
