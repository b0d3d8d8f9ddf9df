import { isUtf8 } from 'node:buffer'
import type { ByteSource } from '../source/byte-source'
import { notText } from '../source/file-faults'
import {
  cellTooLong,
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  quoteNeverClosed,
  textAfterQuote,
  tooManyColumns,
  type CellPlace,
} from './csv-faults'
import type { TableRecord } from './record'

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const QUOTE = 0x22

/** A UTF-16 unit, which is what a cell's length is counted in, takes at most three bytes of UTF-8. */
const MAX_CELL_BYTES = 3 * MAX_CELL_CHARACTERS

/** What a scan returns when the record goes on behind the bytes at hand. */
const INCOMPLETE = -1

export interface ReaderOptions {
  readonly file: string
  /** The byte between cells: comma, semicolon or tab. */
  readonly delimiter: number
  /** Size of the buffer to begin with; it grows only for a record that does not fit. */
  readonly bufferBytes: number
  /** Called before every read. */
  readonly between?: () => void
}

/**
 * Splits a CSV text into records without making strings. Cells in quotes may hold delimiters, line
 * breaks and doubled quotes; records end with CRLF, LF or a lone CR; blank lines are skipped but
 * counted. A record that is cut off by the end of the buffer is moved to its front and scanned again
 * once more bytes are there, so the scan itself keeps no state between buffers.
 *
 * Memory is bounded by the limits of FILES.md: a record has at most 400 cells and a cell at most
 * 32,767 characters, and whatever exceeds them is refused before the buffer grows for it.
 */
export class RecordReader implements TableRecord {
  bytes: Buffer
  readonly starts = new Int32Array(MAX_COLUMNS + 1)
  readonly ends = new Int32Array(MAX_COLUMNS + 1)
  count = 0
  line = 0
  /** Column names for messages, once the header is known. */
  columns: readonly string[] = []

  private recordStart = 0
  private filled = 0
  private ended = false
  /** Line on which the next record starts. */
  private nextLine = 1
  /** The cell that a scan stopped in. */
  private openCell = 0
  private breaksInQuotes = 0
  private readonly doubled: number[] = []
  private readonly delimiter: number
  /** No byte above it can end a cell; all that matter are at most this. */
  private readonly highest: number

  constructor(
    private readonly source: ByteSource,
    private readonly options: ReaderOptions,
  ) {
    this.bytes = Buffer.allocUnsafeSlow(Math.max(options.bufferBytes, 1) + 1)
    this.bytes[0] = LF
    this.delimiter = options.delimiter
    this.highest = Math.max(options.delimiter, CR)
  }

  /**
   * Moves to the next record; false at the end of the text. Throws `columns-too-many`,
   * `cell-too-long`, `quote-unbalanced` and `file-not-text` (a NUL byte), each with its place.
   */
  next(): boolean {
    for (;;) {
      // Before the scan: behind the end of the text stand bytes that are not of the file.
      if (this.ended && this.recordStart >= this.filled) return false
      this.line = this.nextLine
      const end = this.scan()
      if (end === INCOMPLETE) {
        this.readMore()
        continue
      }
      const length = end - this.recordStart
      this.recordStart = this.afterLineEnd(end)
      this.nextLine = this.line + this.breaksInQuotes + 1
      if (this.count === 1 && this.isBlank()) continue
      if (this.doubled.length > 0) this.undouble()
      if (length > MAX_CELL_CHARACTERS) this.checkLengths()
      return true
    }
  }

  /** Fills starts, ends and count; returns where the line end of the record stands, or INCOMPLETE. */
  private scan(): number {
    const { bytes, starts, ends, delimiter, highest } = this
    let at = this.recordStart
    let cell = 0
    this.breaksInQuotes = 0
    if (this.doubled.length > 0) this.doubled.length = 0
    for (;;) {
      if (cell === MAX_COLUMNS) throw tooManyColumns(this.options.file, this.line)
      let byte: number
      if (bytes[at] === QUOTE) {
        at = this.scanQuoted(at, cell)
        if (at === INCOMPLETE) return this.incomplete(cell)
        byte = bytes[at] as number
      } else {
        starts[cell] = at
        for (;;) {
          while ((byte = bytes[at] as number) > highest) at++
          if (byte === delimiter || byte === LF || byte === CR) break
          if (byte === 0) throw this.nulByte(cell)
          at++
        }
        ends[cell] = at
      }
      cell++
      if (byte === delimiter) {
        at++
        continue
      }
      // The last byte at hand may be the CR of a CRLF, or the LF that marks the end of the buffer.
      const last = byte === CR ? this.filled - 1 : this.filled
      if (at >= last && !this.ended) return this.incomplete(cell - 1)
      this.count = cell
      return at
    }
  }

  /** Scans a cell from its opening quote; returns the place of the byte that ends it. */
  private scanQuoted(open: number, cell: number): number {
    const { bytes } = this
    let at = open + 1
    this.starts[cell] = at
    for (;;) {
      const byte = bytes[at] as number
      if (byte > QUOTE) {
        at++
      } else if (byte === QUOTE) {
        if (at + 1 >= this.filled && !this.ended) return INCOMPLETE
        if (bytes[at + 1] !== QUOTE || at + 1 >= this.filled) break
        if (this.doubled.at(-1) !== cell) this.doubled.push(cell)
        at += 2
      } else {
        if (at >= this.filled) {
          if (this.ended) throw quoteNeverClosed(this.place(cell))
          return INCOMPLETE
        }
        if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.breaksInQuotes++
        if (byte === 0) throw this.nulByte(cell)
        at++
      }
    }
    this.ends[cell] = at
    return this.afterClosingQuote(at + 1, cell)
  }

  private afterClosingQuote(from: number, cell: number): number {
    const { bytes } = this
    let at = from
    while (bytes[at] === SPACE) at++
    const byte = bytes[at]
    if (at >= this.filled && !this.ended) return INCOMPLETE
    if (byte !== this.delimiter && byte !== LF && byte !== CR) {
      throw textAfterQuote(this.place(cell))
    }
    return at
  }

  private afterLineEnd(end: number): number {
    const crlf = this.bytes[end] === CR && this.bytes[end + 1] === LF && end + 1 < this.filled
    return end + (crlf ? 2 : 1)
  }

  private incomplete(cell: number): number {
    this.openCell = cell
    return INCOMPLETE
  }

  /** Moves the record that was cut off to the front and fills the buffer behind it. */
  private readMore(): void {
    const { recordStart, filled } = this
    const cellBytes = filled - (this.starts[this.openCell] as number)
    if (cellBytes > MAX_CELL_BYTES) throw this.tooLong(this.openCell)
    this.options.between?.()
    const open = filled - recordStart
    const capacity = this.bytes.length - 1
    const target = open > capacity / 2 ? Buffer.allocUnsafeSlow(capacity * 2 + 1) : this.bytes
    this.bytes.copy(target, 0, recordStart, filled)
    this.bytes = target
    this.recordStart = 0
    const read = this.source.read(target, open, target.length - 1 - open)
    this.ended = read === 0
    this.filled = open + read
    // Stops every scan at the end of the bytes at hand without a comparison per byte.
    target[this.filled] = LF
  }

  private isBlank(): boolean {
    const start = this.starts[0] as number
    if (this.bytes[start - 1] === QUOTE) return false
    for (let at = start; at < (this.ends[0] as number); at++) {
      const byte = this.bytes[at] as number
      if (byte !== SPACE && byte !== 0x09) return false
    }
    return true
  }

  private checkLengths(): void {
    for (let cell = 0; cell < this.count; cell++) {
      const start = this.starts[cell] as number
      const end = this.ends[cell] as number
      if (end - start > MAX_CELL_CHARACTERS && this.characters(start, end) > MAX_CELL_CHARACTERS) {
        throw this.tooLong(cell)
      }
    }
  }

  private characters(start: number, end: number): number {
    const cell = this.bytes.subarray(start, end)
    return isUtf8(cell) ? cell.toString('utf8').length : cell.length
  }

  /** Makes doubled quotes single, in place: the record is complete and will not be scanned again. */
  private undouble(): void {
    const { bytes } = this
    for (const cell of this.doubled) {
      const start = this.starts[cell] as number
      let to = start
      for (let from = start; from < (this.ends[cell] as number); from++) {
        const byte = bytes[from] as number
        bytes[to++] = byte
        if (byte === QUOTE) from++
      }
      this.ends[cell] = to
    }
  }

  private tooLong(cell: number) {
    return cellTooLong(this.place(cell), this.bytes[(this.starts[cell] as number) - 1] === QUOTE)
  }

  private nulByte(cell: number) {
    const { row, column } = this.place(cell)
    const what = `row ${row}, column ${column} holds a NUL byte`
    return notText(this.options.file, what, { row, column })
  }

  private place(cell: number): CellPlace {
    const name = this.columns[cell]
    return {
      file: this.options.file,
      row: this.line,
      column: name === undefined || name === '' ? String(cell + 1) : name,
    }
  }
}
