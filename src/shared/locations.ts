import { z } from 'zod'

/** One location of a partner, as its profile report tells of it (FILES.md). */
export const partnerLocationSchema = z.object({
  mpnId: z.string(),
  name: z.string(),
  /** null: the report has no such column. */
  city: z.string().nullable(),
  country: z.string().nullable(),
  level: z.string().nullable(),
  globalMpnId: z.string(),
  globalName: z.string().nullable(),
  /** Where it stands. */
  file: z.string(),
  line: z.int().positive(),
})
export type PartnerLocation = z.infer<typeof partnerLocationSchema>
