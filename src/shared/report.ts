import { z } from 'zod'
import { importedFileSchema } from './imports'
import { typedInSchema } from './manual'
import { isoDate } from './primitives'
import { metricDetailSchema, scoreSchema } from './score'

export const pageSize = z.enum(['A4', 'Letter'])
export type PageSize = z.infer<typeof pageSize>

export const reportFormat = z.enum(['pdf', 'json'])
export type ReportFormat = z.infer<typeof reportFormat>

/**
 * Everything a report says, as data: the preview, the printed page, the JSON export and the
 * attachment inside the PDF are all made from this one object, so they cannot disagree.
 */
export const reportModelSchema = z.object({
  reportId: z.string(),
  appVersion: z.string(),
  client: z.string(),
  mpnId: z.string().nullable(),
  firm: z.string(),
  preparedOn: isoDate,
  pageSize,
  score: scoreSchema,
  edition: z.object({
    id: z.string(),
    title: z.string(),
    /** Only there, and true, where the user added the edition. */
    custom: z.literal(true).optional(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    source: z.object({
      title: z.string(),
      publisher: z.string(),
      url: z.string().optional(),
      dated: isoDate,
      retrieved: isoDate,
    }),
  }),
  /** Details in the order of the score's metrics. */
  metrics: z.array(metricDetailSchema.omit({ score: true })),
  files: z.array(importedFileSchema),
  /** Only there where rows in force were changed or left out by hand: how many. */
  changedRows: z.int().positive().optional(),
  /** Only there where the numbers are totals that were typed in. */
  typedIn: typedInSchema.optional(),
  imprint: z.string(),
  /** True for the invented partners of the sample workspace. */
  sample: z.boolean(),
})
export type ReportModel = z.infer<typeof reportModelSchema>
