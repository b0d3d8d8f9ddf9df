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

/** Whether a cell stood in quotes: its opening quote is still the byte before it. */
export function wasQuoted(record: TableRecord, cell: number): boolean {
  return record.bytes[(record.starts[cell] as number) - 1] === QUOTE
}

/** A cell as it stands in the file, without its quotes. */
export function cellText(record: TableRecord, cell: number, decode: Decode): string {
  return decode(record.bytes, record.starts[cell] as number, record.ends[cell] as number)
}
