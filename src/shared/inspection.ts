import { z } from 'zod'
import { datasetId, dateOrder, decimalMark } from './imports'

const rowCount = z.int().nonnegative()
const line = z.int().positive()

/**
 * `decided`: every value that says something says the same; `contradictory`: some say the other, and
 * will be row errors; `ambiguous`: some can be read both ways and none decides it; `undetermined`: no
 * value says anything.
 */
const evidenceState = z.enum(['decided', 'contradictory', 'ambiguous', 'undetermined'])

/** Whether day or month comes first in a column, and the rows that say so. */
export const dateEvidenceSchema = z.object({
  state: evidenceState,
  order: dateOrder.nullable(),
  dayFirst: rowCount,
  monthFirst: rowCount,
  /** Rows that can be read both ways. */
  open: rowCount,
  /** Values that can be read both ways, with both readings and the first row that has them. */
  examples: z.array(
    z.object({ row: line, value: z.string(), rows: rowCount, dmy: z.string(), mdy: z.string() }),
  ),
})
export type DateEvidence = z.infer<typeof dateEvidenceSchema>

/** Which mark separates decimals in a column, and the rows that say so. */
export const decimalEvidenceSchema = z.object({
  state: evidenceState,
  mark: decimalMark.nullable(),
  points: rowCount,
  commas: rowCount,
  open: rowCount,
  examples: z.array(
    z.object({ row: line, value: z.string(), decimal: z.string(), grouped: z.string() }),
  ),
})
export type DecimalEvidence = z.infer<typeof decimalEvidenceSchema>

const columnPlace = { field: z.string(), column: z.string() }

/** A dataset that a file could be of. */
export const datasetCandidateSchema = z.object({
  dataset: datasetId,
  /** Share of the needed columns that the header has, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The header has the columns that tell this dataset from the others. */
  told: z.boolean(),
  /** Every field, in the order of the report. */
  fields: z.array(
    z.object({
      field: z.string(),
      kind: z.enum(['month', 'date', 'amount', 'count', 'tenant-id', 'flag', 'text']),
      needed: z.boolean(),
      /** The name that the report itself has for it. */
      name: z.string(),
      /** The place of the column that has one of its names; null: none, or several. */
      column: rowCount.nullable(),
    }),
  ),
  /** Of each group at least one field is needed. */
  oneOf: z.array(z.array(z.string())),
  /** A file that has one field of a pair needs the other. */
  pairs: z.array(z.tuple([z.string(), z.string()])),
})
export type DatasetCandidate = z.infer<typeof datasetCandidateSchema>

/** What a look at the first rows of a file says, without importing anything. */
export const fileInspectionSchema = z.object({
  /** Why the file cannot be looked into; the rest is then empty. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** What it will be read as; null: not yet decided. */
  dataset: datasetId.nullable(),
  /** Who said so: its header, the user, or what was saved about files with this header. */
  by: z.enum(['header', 'choice', 'layout']).nullable(),
  /** The likeliest first. */
  candidates: z.array(datasetCandidateSchema),
  /** The columns in the order of the file. */
  columns: z.array(
    z.object({
      name: z.string(),
      /** The first distinct values that are not empty. */
      samples: z.array(z.string()),
    }),
  ),
  /** Which column, counted from 0, is which field. */
  mapping: z.record(z.string(), rowCount),
  /** What is needed and not there, by the report's own names. */
  missing: z.array(z.string()),
  /** Rows looked at, and whether these are all of them. */
  rows: rowCount,
  whole: z.boolean(),
  dates: z.array(dateEvidenceSchema.extend(columnPlace)),
  numbers: z.array(decimalEvidenceSchema.extend(columnPlace)),
})
export type FileInspection = z.infer<typeof fileInspectionSchema>
