import { z } from 'zod'
import { isoMonth, sha256 } from './primitives'

/** The kinds of file that Seventy recognises by content (FILES.md). */
export const datasetIds = [
  'azure-usage',
  'm365-usage',
  'ems-usage',
  'certifications',
  'partner-profile',
] as const
export const datasetId = z.enum(datasetIds)
export type DatasetId = z.infer<typeof datasetId>

/** `replace`: a newer download takes the place of the months and locations it covers; `append` adds to them. */
export const importMode = z.enum(['replace', 'append'])
export type ImportMode = z.infer<typeof importMode>

/** How to read 3/4/2023 when no value of the column decides it. */
export const dateOrder = z.enum(['dmy', 'mdy'])
export type DateOrder = z.infer<typeof dateOrder>

/** What separates whole numbers from decimals when no value of a column decides it. */
export const decimalMark = z.enum(['.', ','])
export type DecimalMark = z.infer<typeof decimalMark>

/**
 * What a person decided about one file, in place of what its content says. Every part is optional:
 * what is absent is recognised.
 */
export const fileChoices = z.strictObject({
  dateOrder: dateOrder.optional(),
  /** How decimals are written where no value of the columns decides it. */
  decimal: decimalMark.optional(),
  /** The sheet of a workbook, or the table within an archive, by name. */
  sheet: z.string().min(1).max(255).optional(),
  /**
   * Which column of the file (counted from 0) is which field of the dataset; fields that are not
   * listed have none. No columns at all: those that the header names, of the dataset alone decided.
   */
  mapping: z
    .strictObject({
      dataset: datasetId,
      columns: z.record(z.string().min(1).max(40), z.int().nonnegative().max(399)),
    })
    .optional(),
  /** Whether an import keeps the answers for the next file with the same header. */
  remember: z.boolean().optional(),
})
export type FileChoices = z.infer<typeof fileChoices>

export const rowErrorCode = z.enum([
  'month-invalid',
  'date-invalid',
  'tenant-id-invalid',
  'number-invalid',
  'number-out-of-range',
  'flag-invalid',
  'value-missing',
  'fields-missing',
  'fields-surplus',
  'cell-error',
  'formula-without-value',
])
export type RowErrorCode = z.infer<typeof rowErrorCode>

/** One thing wrong with one cell. `row` is the line of the file on which the record starts; the header is line 1. */
export const rowErrorSchema = z.object({
  row: z.int().positive().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  /** What else helps to correct a file that is unusable as a whole. */
  details: z.record(z.string(), z.unknown()).optional(),
})
export type RowError = z.infer<typeof rowErrorSchema>

/** What became of one file (CLI.md "import --json"; keys may be added, never renamed). */
export const fileReportSchema = z.object({
  path: z.string(),
  sha256: sha256.nullable(),
  dataset: datasetId.nullable(),
  /** The sheet of a workbook, or the table within an archive, that was read; rows are counted there. */
  sheet: z.string().optional(),
  rows: z.object({
    read: z.int().nonnegative(),
    accepted: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
  }),
  months: z.array(isoMonth),
  replacedMonths: z.array(isoMonth),
  status: z.enum(['imported', 'unchanged', 'rejected']),
  /** At most 100; `errorCounts` counts all of them by code. */
  errors: z.array(rowErrorSchema),
  errorCounts: z.record(z.string(), z.int().positive()),
  notes: z.array(z.object({ code: z.string(), message: z.string(), count: z.int().positive() })),
})
export type FileReport = z.infer<typeof fileReportSchema>

/** A file that was imported before, as the provenance lists it. */
export const importedFileSchema = z.object({
  id: z.int().positive(),
  name: z.string(),
  sha256,
  dataset: datasetId,
  importedAt: z.string(),
  rowsRead: z.int().nonnegative(),
  rowsAccepted: z.int().nonnegative(),
  rowsRejected: z.int().nonnegative(),
  months: z.array(isoMonth),
})
export type ImportedFile = z.infer<typeof importedFileSchema>
