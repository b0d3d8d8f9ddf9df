import type { cellMarks } from '../csv/record'
import type { MemoryBudget } from './memory-budget'

export type CellMark = (typeof cellMarks)[keyof typeof cellMarks]

/** The cell without content. */
export const EMPTY = 0

const FIRST_BYTES = 1 << 16
const FIRST_TEXTS = 1 << 12
/** Contents that are known by their bytes at a time; a sheet with more repeats little of them. */
const MAX_KNOWN = 1 << 20

/**
 * The distinct contents of the cells of a workbook, one behind the other in one buffer, each after a
 * byte that says what it is ({@link cellMarks}). A cell is then a number, and a record is a list of
 * places in this buffer: nothing is copied to walk the rows a second time.
 */
export class CellStore {
  bytes: Buffer
  /** Where content `i` starts; its mark is the byte before. Content 0 is empty. */
  private starts = new Uint32Array(FIRST_TEXTS)
  private slots = new Int32Array(FIRST_TEXTS * 2)
  /** Where the next content starts, behind its mark. */
  private filled = 2
  private count = 1
  private hashed = 0

  constructor(
    private readonly path: string,
    private readonly budget: MemoryBudget,
    private readonly knownAtMost = MAX_KNOWN,
  ) {
    this.bytes = Buffer.alloc(FIRST_BYTES)
    this.starts.set([1, 2])
    budget.take(path, FIRST_BYTES + FIRST_TEXTS * 12)
  }

  /** How many contents there are; the next one gets this number. */
  get size(): number {
    return this.count
  }

  start(content: number): number {
    return this.starts[content] as number
  }

  end(content: number): number {
    return (this.starts[content + 1] as number) - 1
  }

  mark(content: number): number {
    return this.bytes[this.start(content) - 1] as number
  }

  /** Adds a content without asking whether it is there already, as the shared strings are distinct. */
  append(bytes: Buffer, from: number, to: number, mark: CellMark): number {
    const content = this.count
    this.write(bytes, from, to, mark)
    this.commit(to - from)
    return content
  }

  /**
   * The number of a content. The same bytes with the same mark have one number, unless a million
   * others came between them.
   */
  add(bytes: Buffer, from: number, to: number, mark: CellMark): number {
    if (from === to) return EMPTY
    const mask = this.slots.length - 1
    let slot = hashOf(bytes, from, to, mark) & mask
    for (let known: number; (known = this.slots[slot] as number) !== 0; slot = (slot + 1) & mask) {
      if (this.equals(known, bytes, from, to, mark)) return known
    }
    const content = this.append(bytes, from, to, mark)
    this.slots[slot] = content
    if (++this.hashed === this.knownAtMost) this.forget()
    else if (this.hashed * 2 > this.slots.length) this.growSlots()
    return content
  }

  /** {@link add} for a text. */
  addText(text: string, mark: CellMark): number {
    const bytes = Buffer.from(text, 'utf8')
    return this.add(bytes, 0, bytes.length, mark)
  }

  private equals(content: number, bytes: Buffer, from: number, to: number, mark: number): boolean {
    let at = this.start(content)
    if (this.end(content) - at !== to - from || this.bytes[at - 1] !== mark) return false
    for (let other = from; other < to; other++, at++) {
      if (this.bytes[at] !== bytes[other]) return false
    }
    return true
  }

  private write(bytes: Buffer, from: number, to: number, mark: CellMark): void {
    const needed = this.filled + to - from + 1
    if (needed > this.bytes.length) this.growBytes(needed)
    this.bytes[this.filled - 1] = mark
    bytes.copy(this.bytes, this.filled, from, to)
  }

  private commit(length: number): void {
    if (this.count + 2 > this.starts.length) this.growStarts()
    this.starts[this.count] = this.filled
    this.filled += length + 1
    this.starts[++this.count] = this.filled
  }

  private growBytes(needed: number): void {
    const size = Math.max(needed, this.bytes.length + Math.min(this.bytes.length, 1 << 24))
    this.budget.take(this.path, size - this.bytes.length)
    const grown = Buffer.allocUnsafeSlow(size)
    this.bytes.copy(grown, 0, 0, this.filled)
    this.bytes = grown
  }

  private growStarts(): void {
    this.budget.take(this.path, this.starts.byteLength)
    const grown = new Uint32Array(this.starts.length * 2)
    grown.set(this.starts)
    this.starts = grown
  }

  private forget(): void {
    this.slots.fill(0)
    this.hashed = 0
  }

  private growSlots(): void {
    this.budget.take(this.path, this.slots.byteLength)
    const old = this.slots
    this.slots = new Int32Array(old.length * 2)
    const mask = this.slots.length - 1
    for (const content of old) {
      if (content === 0) continue
      const from = this.start(content)
      let slot = hashOf(this.bytes, from, this.end(content), this.mark(content)) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = content
    }
  }
}

function hashOf(bytes: Buffer, from: number, to: number, mark: number): number {
  let hash = Math.imul(0x811c9dc5 ^ mark, 0x01000193)
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
