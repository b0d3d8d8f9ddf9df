import { z } from 'zod'
import { changesSchema } from './changes'
import { isoDate, isoMonth } from './primitives'
import { readingsSchema } from './score'
import { trendPointSchema } from './trend'

/** Months that a forecast looks ahead if nothing else is asked for, and at most. */
export const FORECAST_MONTHS = 6
export const FORECAST_MONTHS_AT_MOST = 24

/**
 * What is assumed of the usage in months that are not in the data: that every customer keeps that of
 * the newest month (`steady`), or that nobody uses anything (`none`). Growth is never extrapolated.
 */
export const usageAssumption = z.enum(['steady', 'none'])
export type UsageAssumption = z.infer<typeof usageAssumption>

/** The first day of a month to come, and why its score differs from the date before it. */
export const forecastPointSchema = trendPointSchema.extend({
  /** From the point before, for the first point from the date asked for; effects add up exactly. */
  changes: changesSchema,
})
export type ForecastPoint = z.infer<typeof forecastPointSchema>

/**
 * The score in the months to come if nothing is done: months leave the trailing year, certifications
 * expire or retire, other rules come into force. Numbers are rounded as in a score.
 */
export const forecastSchema = z.object({
  /** The date from which the forecast looks ahead. */
  asOf: isoDate,
  /** Whether the designation is attained on that date, on the same assumption. */
  attained: z.boolean(),
  usage: usageAssumption,
  /** The newest month of each stream; usage of later ones is assumed. null: the stream has no data. */
  newestMonths: z.object({ azure: isoMonth.nullable(), m365: isoMonth.nullable() }),
  max: z.number(),
  threshold: z.number(),
  readings: readingsSchema.partial(),
  points: z.array(forecastPointSchema),
})
export type Forecast = z.infer<typeof forecastSchema>
