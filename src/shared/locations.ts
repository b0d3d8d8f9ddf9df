import { z } from 'zod'

/**
 * One location of a partner: what its profile report tells of it (FILES.md), and how many files in
 * force have its rows. null: no report tells it.
 */
export const partnerLocationSchema = z.object({
  mpnId: z.string(),
  name: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  level: z.string().nullable(),
  globalMpnId: z.string().nullable(),
  globalName: z.string().nullable(),
  /** Where the profile report tells of it. */
  file: z.string().nullable(),
  line: z.int().positive().nullable(),
  /** Usage and certification files in force with rows of it. */
  dataFiles: z.int().nonnegative(),
})
export type PartnerLocation = z.infer<typeof partnerLocationSchema>
