import { z } from 'zod'
import { pageSize } from './report'

/** What the user chose for this workspace. Kept in the workspace, so it travels with a backup. */
export const settingsSchema = z.strictObject({
  appearance: z.enum(['system', 'light', 'dark']),
  /** Name of the consultancy on reports. */
  firm: z.string().trim().max(120),
  pageSize,
  /** high: stronger ink and lines; a system that asks for more contrast gets them either way. */
  contrast: z.enum(['normal', 'high']),
  density: z.enum(['comfortable', 'compact']),
  /** How numbers and dates are written on screen; reports have their own. */
  formats: z.enum(['system', 'en-GB', 'en-US', 'de-DE', 'fr-FR']),
})
export type Settings = z.infer<typeof settingsSchema>
