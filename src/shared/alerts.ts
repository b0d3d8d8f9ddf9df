import { z } from 'zod'
import { isoDate } from './primitives'
import { metricId, streamId } from './score'

/** Days ahead that a certification's end is told of, and from when on it is urgent. */
export const EXPIRY_NOTICE_DAYS = 90
export const EXPIRY_URGENT_DAYS = 30

/**
 * What a consultant should know before it happens.
 *
 * - `certification-expiring`: somebody stops counting in a step within 90 days
 * - `customer-falling`: a customer that counts now will not, since older months leave its window
 * - `designation-at-risk`: attained today, and not on the first day of a month to come
 * - `data-old`: the newest month is older than the last refresh (by the 20th) brought
 * - `association-missing`: customers that would count if they had the association an edition asks for
 * - `renewal-window`: that of an enrolled partner opens within 90 days, or is open and no day of it
 *   qualifies so far; then it is urgent, and the date is the day after its last one
 */
export const alertKind = z.enum([
  'designation-at-risk',
  'certification-expiring',
  'customer-falling',
  'data-old',
  'association-missing',
  'renewal-window',
])
export type AlertKind = z.infer<typeof alertKind>

export const alertSchema = z.object({
  kind: alertKind,
  /** To be dealt with first: an end within 30 days, the designation itself, months of data missing. */
  urgent: z.boolean(),
  /** The first day on which it holds; null: today already. */
  date: isoDate.nullable(),
  /** Days from the score date until then. */
  daysLeft: z.int().nullable(),
  /** A tenant or a person. */
  subject: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** The certifications that end, by their ids in the edition. */
  certifications: z.array(z.string()),
  /** Steps in which the person stops counting. */
  steps: z.array(z.string()),
  metric: metricId.nullable(),
  stream: streamId.nullable(),
  /** Customers without the association, months behind; else 1. */
  count: z.int().positive(),
  /** Points that it takes, negative, to one decimal; null where it is not known. */
  effect: z.number().nullable(),
})
export type Alert = z.infer<typeof alertSchema>

/** How many alerts there are, for a list of partners. */
export const alertCountsSchema = z.object({
  urgent: z.int().nonnegative(),
  all: z.int().nonnegative(),
  /** People who leave a step within 90 days, once for each day on which they do. */
  expiring: z.int().nonnegative(),
})
export type AlertCounts = z.infer<typeof alertCountsSchema>
