import { z } from 'zod'
import { pageSize } from './report'

/** What the user chose for this workspace. Kept in the workspace, so it travels with a backup. */
export const settingsSchema = z.strictObject({
  appearance: z.enum(['system', 'light', 'dark']),
  /** Name of the consultancy on reports. */
  firm: z.string().trim().max(120),
  pageSize,
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = { appearance: 'system', firm: '', pageSize: 'A4' }
