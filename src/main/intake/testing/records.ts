import { cellText, type TableRecord } from '../csv/record'
import { RecordReader } from '../csv/record-reader'
import type { ByteSource } from '../source/byte-source'
import { MemorySource } from '../source/byte-source'
import { decoderFor } from '../source/decode'

/** Records without a file, for the specs of parser and columns. */

export const utf8 = decoderFor('utf-8')

/** A record with these cells, as the parser would hand it over. */
export function recordOf(cells: readonly string[], line = 2, quoted = false): TableRecord {
  const starts = new Int32Array(cells.length)
  const ends = new Int32Array(cells.length)
  const pieces: Buffer[] = []
  let at = 0
  const append = (text: string) => {
    const piece = Buffer.from(text, 'utf8')
    pieces.push(piece)
    at += piece.length
  }
  cells.forEach((cell, index) => {
    append(quoted ? '"' : ',')
    starts[index] = at
    append(cell)
    ends[index] = at
    if (quoted) append('"')
  })
  append('\n')
  return { bytes: Buffer.concat(pieces), starts, ends, count: cells.length, line }
}

/** The cells of every record, and the lines that the records start on. */
export interface Parsed {
  readonly rows: string[][]
  readonly lines: number[]
}

interface Dialect {
  readonly delimiter?: string
  readonly bufferBytes?: number
}

/** Parses a whole text. */
export function parse(text: string | Buffer, dialect: Dialect = {}): Parsed {
  return parseFrom(new MemorySource(Buffer.from(text as string)), dialect)
}

/** Parses what a source delivers. */
export function parseFrom(
  source: ByteSource,
  { delimiter = ',', bufferBytes = 1024 }: Dialect = {},
): Parsed {
  const reader = new RecordReader(source, {
    file: 'usage.csv',
    delimiter: delimiter.charCodeAt(0),
    bufferBytes,
  })
  const parsed: Parsed = { rows: [], lines: [] }
  while (reader.next()) {
    parsed.rows.push(
      Array.from({ length: reader.count }, (_, cell) => cellText(reader, cell, utf8)),
    )
    parsed.lines.push(reader.line)
  }
  return parsed
}

/** Delivers bytes in pieces of given sizes, over and over, as a disk or a decoder may. */
export class PiecewiseSource implements ByteSource {
  position = 0
  private reads = 0

  constructor(
    private readonly bytes: Buffer,
    private readonly sizes: readonly number[],
  ) {}

  read(target: Buffer, offset: number, length: number): number {
    const size = this.sizes[this.reads++ % this.sizes.length] ?? length
    const until = this.position + Math.min(length, size)
    const read = this.bytes.copy(target, offset, this.position, until)
    this.position += read
    return read
  }
}
