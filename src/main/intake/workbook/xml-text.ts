import { isUtf8 } from 'node:buffer'
import { MAX_CELL_CHARACTERS } from '../csv/csv-faults'
import { XmlFault } from './xml-scanner'

const AMPERSAND = 0x26
const CR = 0x0d
const LETTER_X = 0x78
const UNDERSCORE = 0x5f

/** A UTF-16 unit, which is what a cell's length is counted in, takes at most three bytes. */
const MAX_TEXT_BYTES = 3 * MAX_CELL_CHARACTERS
/** The same with every character escaped. */
const MAX_PIECE_BYTES = 10 * MAX_CELL_CHARACTERS

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/**
 * Gathers the text of one value from the pieces between its tags. A single plain piece, which nearly
 * all are, stays where it is; entities, line ends and further pieces are written out.
 */
export class XmlText {
  bytes: Buffer = Buffer.alloc(0)
  from = 0
  to = 0
  private readonly own = Buffer.alloc(MAX_TEXT_BYTES)
  private pieces = 0
  private overflow = false

  /** Whether it has more characters than a cell may have; what it holds then is not all of it. */
  get tooLong(): boolean {
    if (this.overflow) return true
    return this.length > MAX_CELL_CHARACTERS && this.toString().length > MAX_CELL_CHARACTERS
  }

  get length(): number {
    return this.to - this.from
  }

  clear(): void {
    this.from = this.to = this.pieces = 0
    this.overflow = false
  }

  /** Takes a piece. Throws {@link XmlFault} for an unknown entity and for bytes that are no UTF-8. */
  take(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (to - from > MAX_PIECE_BYTES) this.overflow = true
    if (this.overflow) return
    let high = 0
    let plain = true
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number
      high |= byte
      if (byte === CR || (byte === AMPERSAND && !literal)) plain = false
    }
    if (high >= 0x80 && !isUtf8(bytes.subarray(from, to))) {
      throw new XmlFault('malformed', 'a text is not in UTF-8')
    }
    if (plain) this.append(bytes, from, to)
    else {
      const written = writtenOut(bytes.toString('utf8', from, to), literal)
      this.append(written, 0, written.length)
    }
  }

  /** Takes the bytes over, since they will not stay where they are. */
  settle(): void {
    if (this.pieces === 0 || this.bytes === this.own) return
    this.bytes.copy(this.own, 0, this.from, this.to)
    this.to -= this.from
    this.from = 0
    this.bytes = this.own
  }

  /** Writes out what Excel escapes within texts, such as `_x000D_` for a carriage return. */
  unescape(): void {
    const { bytes, from, to } = this
    for (let at = from; at + 6 < to; at++) {
      if (bytes[at] !== UNDERSCORE || bytes[at + 1] !== LETTER_X) continue
      const text = bytes.toString('utf8', from, to)
      const written = Buffer.from(text.replace(/_x([0-9a-f]{4})_/gi, unescaped), 'utf8')
      this.clear()
      this.append(written, 0, written.length)
      return
    }
  }

  toString(): string {
    return this.bytes.toString('utf8', this.from, this.to)
  }

  private append(bytes: Buffer, from: number, to: number): void {
    this.overflow = this.length + to - from > MAX_TEXT_BYTES
    if (this.overflow) return
    if (this.pieces++ === 0) {
      this.bytes = bytes
      this.from = from
      this.to = to
      return
    }
    this.settle()
    bytes.copy(this.own, this.to, from, to)
    this.to += to - from
  }
}

function writtenOut(text: string, literal: boolean): Buffer {
  const lines = text.replace(/\r\n?/g, '\n')
  return Buffer.from(literal ? lines : lines.replace(/&([^;&]{0,12};?)/g, entity), 'utf8')
}

function entity(whole: string, body: string): string {
  const name = body.slice(0, -1)
  const plain = named[name]
  if (body.endsWith(';') && plain !== undefined) return plain
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));$/i.exec(body) ?? []
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  if (code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)) {
    return String.fromCodePoint(code)
  }
  throw new XmlFault('malformed', `${whole.slice(0, 14)} is no character`)
}

/** Control characters that no text has stay as they are written. */
function unescaped(whole: string, hex: string): string {
  const code = Number.parseInt(hex, 16)
  const control = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d
  return control ? whole : String.fromCharCode(code)
}
