import type { TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'

/** What a cell's text may resolve to instead of a value; values themselves are never negative. */
export const MISSING = -1
export const INVALID = -2

/** Distinct texts kept at a time; far more than a real column of codes, months or names has. */
const MAX_ENTRIES = 1 << 16
const FIRST_SLOTS = 1 << 8
const FIRST_TEXT_BYTES = 1 << 12

/**
 * Remembers what the texts of a column mean, keyed by their bytes: a text is decoded and understood
 * once, and every repetition costs a hash over its bytes and a comparison. It forgets everything
 * when it is full, so a column of nothing but distinct texts stays within a few megabytes.
 */
export class ByteDictionary<T> {
  private slots = new Int32Array(FIRST_SLOTS)
  private hashes: number[] = []
  private offsets: number[] = [0]
  private values: T[] = []
  private texts = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES)

  constructor(
    private readonly decode: Decode,
    /** Understands a text that was not seen before (or was forgotten). */
    private readonly resolve: (text: string) => T,
  ) {}

  /** The meaning of a cell's text. */
  lookup(record: TableRecord, cell: number): T {
    const { bytes } = record
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    }
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.slots[slot] as number) - 1
      if (entry < 0) return this.add(bytes, start, end, hash)
      if (this.hashes[entry] === hash && this.equals(entry, bytes, start, end)) {
        return this.values[entry] as T
      }
    }
  }

  private equals(entry: number, bytes: Buffer, start: number, end: number): boolean {
    const { texts } = this
    let at = this.offsets[entry] as number
    if ((this.offsets[entry + 1] as number) - at !== end - start) return false
    for (let other = start; other < end; other++, at++) {
      if (texts[at] !== bytes[other]) return false
    }
    return true
  }

  private add(bytes: Buffer, start: number, end: number, hash: number): T {
    const value = this.resolve(this.decode(bytes, start, end))
    if (this.values.length >= MAX_ENTRIES) this.forget()
    else if (this.values.length * 2 >= this.slots.length) this.growSlots()
    const offset = this.offsets.at(-1) ?? 0
    this.growTexts(offset + end - start)
    bytes.copy(this.texts, offset, start, end)
    this.offsets.push(offset + end - start)
    this.hashes.push(hash)
    this.values.push(value)
    this.place(this.values.length, hash)
    return value
  }

  private place(entryAndOne: number, hash: number): void {
    const mask = this.slots.length - 1
    let slot = hash & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = entryAndOne
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    this.hashes.forEach((hash, entry) => this.place(entry + 1, hash))
  }

  private growTexts(needed: number): void {
    if (needed <= this.texts.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.texts.length * 2))
    this.texts.copy(grown)
    this.texts = grown
  }

  private forget(): void {
    this.slots = new Int32Array(FIRST_SLOTS)
    this.hashes = []
    this.offsets = [0]
    this.values = []
    this.texts = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES)
  }
}
