import { z } from 'zod'
import { datasetId, dateOrder, decimalMark } from './imports'
import { sha256 } from './primitives'

/**
 * What was decided about files with one header, for the next file that has it: of which dataset they
 * are, which column is which field (by name; where the header has several alike, with the number of
 * the column behind it), and how dates and decimals are written that no value decides.
 */
export const savedLayoutSchema = z.strictObject({
  /** SHA-256 of the header's names, each without case, white space and underscores. */
  fingerprint: sha256,
  dataset: datasetId,
  columns: z.record(z.string().min(1).max(40), z.string().min(1).max(40_000)),
  dateOrder: dateOrder.nullable(),
  decimal: decimalMark.nullable(),
  savedAt: z.string(),
})
export type SavedLayout = z.infer<typeof savedLayoutSchema>

/** Name and version of the file that layouts are exported to. */
export const layoutsFormat = 'seventy-layouts-1'

/** A mapping written by hand: as a layout, for files with whatever header. */
export const mappingSchema = savedLayoutSchema
  .pick({ dataset: true, columns: true })
  .extend({ dateOrder: dateOrder.optional(), decimal: decimalMark.optional() })

/** Layouts as a file, to take to another workspace or to give to `import --mapping`. */
export const layoutsFileSchema = z.strictObject({
  format: z.literal(layoutsFormat),
  layouts: z.array(savedLayoutSchema).max(10_000),
})
