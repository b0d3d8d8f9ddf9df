import { z } from 'zod'
import { datasetId, importMode } from './imports'
import { isoMonth, sha256 } from './primitives'

export const importId = z.int().positive().max(Number.MAX_SAFE_INTEGER)

/** What became of one month of a file; `month` is null for certifications, which have none. */
export const importedMonthSchema = z.object({
  month: isoMonth.nullable(),
  rows: z.int().nonnegative(),
  /** `in-part`: of several locations some were replaced. */
  state: z.enum(['in-force', 'in-part', 'replaced', 'withdrawn', 'repeated']),
  /** The imports that replaced it, by their numbers. */
  replacedBy: z.array(importId),
})
export type ImportedMonth = z.infer<typeof importedMonthSchema>

export const historyFileSchema = z.object({
  id: z.int().positive(),
  name: z.string(),
  sha256,
  dataset: datasetId,
  rowsRead: z.int().nonnegative(),
  rowsAccepted: z.int().nonnegative(),
  rowsRejected: z.int().nonnegative(),
  /** The rows left out by cause. */
  errorCounts: z.record(z.string(), z.int().positive()),
  /** The import whose file has the same content and counts in place of this one; null: none. */
  repeats: importId.nullable(),
  months: z.array(importedMonthSchema),
})
export type HistoryFile = z.infer<typeof historyFileSchema>

/** One import as the history of a partner lists it. */
export const importEntrySchema = z.object({
  id: importId,
  mode: importMode,
  /** ISO 8601 in UTC, as `withdrawnAt`. */
  importedAt: z.string(),
  /** Name of the user at the operating system; null where it was not kept. */
  importedBy: z.string().nullable(),
  /** null: not withdrawn. */
  withdrawnAt: z.string().nullable(),
  files: z.array(historyFileSchema),
})
export type ImportEntry = z.infer<typeof importEntrySchema>

/** What an erased import took along. */
export const erasedImportSchema = z.object({
  rows: z.int().nonnegative(),
  /** Customers and people that no other import names. */
  tenants: z.int().nonnegative(),
  people: z.int().nonnegative(),
})
export type ErasedImport = z.infer<typeof erasedImportSchema>

/** Which import of which partner was changed. */
export const changedImportSchema = z.object({ profileId: z.int().positive(), importId })
export type ChangedImport = z.infer<typeof changedImportSchema>
