import type { Decode } from '../source/decode'

/**
 * One record of a table as ranges of bytes: cell `i` is `bytes[starts[i]] … bytes[ends[i] - 1]`,
 * without its quotes and with doubled quotes made single. The next record overwrites it. Readers of
 * other formats can fill the same shape, so that checking and conversion exist once.
 */
export interface TableRecord {
  readonly bytes: Buffer
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Number of cells. */
  readonly count: number
  /** Line of the file on which the record starts; the header is line 1. */
  readonly line: number
}

const QUOTE = 0x22

/**
 * What a workbook says about a cell beyond its text: the byte before it. In a text file a delimiter,
 * a quote or a line end stands there, so none of these can be mistaken.
 */
export const cellMarks = { text: 0, number: 1, error: 2, formula: 3 } as const

function markOf(record: TableRecord, cell: number): number | undefined {
  return record.bytes[(record.starts[cell] as number) - 1]
}

/** Whether a cell is a number of a workbook, whose decimal separator is a point whatever texts around it use. */
export function isTypedNumber(record: TableRecord, cell: number): boolean {
  return markOf(record, cell) === cellMarks.number
}

/** Why a cell of a workbook has no value: its formula failed, or was never calculated. */
export function missingValue(record: TableRecord, cell: number): 'error' | 'formula' | undefined {
  const mark = markOf(record, cell)
  if (mark === cellMarks.error) return 'error'
  return mark === cellMarks.formula ? 'formula' : undefined
}

/** Whether a cell stood in quotes: its opening quote is still the byte before it. */
export function wasQuoted(record: TableRecord, cell: number): boolean {
  return markOf(record, cell) === QUOTE
}

/** A cell as it stands in the file, without its quotes. */
export function cellText(record: TableRecord, cell: number, decode: Decode): string {
  return decode(record.bytes, record.starts[cell] as number, record.ends[cell] as number)
}
