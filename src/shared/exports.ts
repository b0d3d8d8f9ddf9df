import { z } from 'zod'
import { isoDate, sha256 } from './primitives'
import { reportFormat, reportTemplate } from './report'

/** A report that left the program. */
export const exportedSchema = z.object({
  id: z.int().positive(),
  /** ISO 8601 in UTC. */
  at: z.string(),
  template: reportTemplate,
  format: reportFormat,
  scoreDate: isoDate,
  edition: z.string(),
  /** As the report shows it; null: no data. */
  totalShown: z.number().nullable(),
  reportId: z.string(),
  /** Without its folder. */
  fileName: z.string(),
  bytes: z.int().positive(),
  sha256,
})
export type Exported = z.infer<typeof exportedSchema>
