import { z } from 'zod'
import { typedInSchema } from './manual'
import { isoDate, isoMonth, profileId } from './primitives'
import { scoreSchema } from './score'

export const profileName = z.string().trim().min(1).max(120)

/** A partner whose score is kept. `colour` is an index into the palette of partner colours. */
export const profileSchema = z.object({
  id: profileId,
  name: profileName,
  mpnId: z.string().nullable(),
  colour: z.int().min(0).max(11),
  sample: z.boolean(),
  createdAt: z.string(),
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

/** One line of the portfolio. `score` is null when the partner has no data at all. */
export const portfolioEntrySchema = z.object({
  profile: profileSummarySchema,
  score: scoreSchema.nullable(),
})
export type PortfolioEntry = z.infer<typeof portfolioEntrySchema>
