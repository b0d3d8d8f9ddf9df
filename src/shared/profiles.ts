import { z } from 'zod'
import { alertCountsSchema } from './alerts'
import { typedInSchema } from './manual'
import { isoDate, isoMonth, profileId } from './primitives'
import { scoreSchema } from './score'

export const profileName = z.string().trim().min(1).max(120)

export const anniversaryMonth = z.int().min(1).max(12)

/** A partner whose score is kept. `colour` is an index into the palette of partner colours. */
export const profileSchema = z.object({
  id: profileId,
  name: profileName,
  mpnId: z.string().nullable(),
  colour: z.int().min(0).max(11),
  sample: z.boolean(),
  createdAt: z.string(),
  /** The month of the year in which it renews, 1 to 12; only there where it is enrolled. */
  anniversary: anniversaryMonth.optional(),
})
export type Profile = z.infer<typeof profileSchema>

/** A partner with the state of its data. `scoreDate` is the date the window shows the score for by default. */
export const profileSummarySchema = profileSchema.extend({
  newestMonth: isoMonth.nullable(),
  scoreDate: isoDate,
  files: z.int().nonnegative(),
  tenants: z.int().nonnegative(),
  people: z.int().nonnegative(),
  /** Only there where totals were typed in; they count while there are no files. */
  typedIn: typedInSchema.optional(),
})
export type ProfileSummary = z.infer<typeof profileSummarySchema>

/** The total on the first day of a month, as shown; null also where a month that it compares was not imported. */
const pastTotalSchema = z.object({
  asOf: isoDate,
  total: z.number().nullable(),
  attained: z.boolean(),
})
export type PastTotal = z.infer<typeof pastTotalSchema>

/** One line of the portfolio. `score` is null when the partner has no data at all. */
export const portfolioEntrySchema = z.object({
  profile: profileSummarySchema,
  score: scoreSchema.nullable(),
  /** The first days of the last twelve months, ascending. */
  history: z.array(pastTotalSchema),
  /** Against the same day a month before, between totals as shown; null where one is missing or compares a month that is. */
  change: z.object({ since: isoDate, difference: z.number() }).nullable(),
  alerts: alertCountsSchema,
})
export type PortfolioEntry = z.infer<typeof portfolioEntrySchema>
