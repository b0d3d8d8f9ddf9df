import { EMPTY } from './cell-store'
import type { MemoryBudget } from './memory-budget'

/** Numbers kept together; a row has at most 402 of them. */
const CHUNK = 1 << 16
const HEAD = 2

/**
 * The rows of a sheet that are not blank, each as its number in the sheet, its cells as contents of
 * the workbook, and nothing else: four bytes a cell.
 */
export class SheetRows {
  count = 0
  private readonly chunks: Uint32Array[] = []
  /** Numbers used of each chunk. */
  private readonly used: number[] = []

  constructor(
    private readonly path: string,
    private readonly budget: MemoryBudget,
  ) {}

  /** Adds the first `width` of `cells` as a row, without empty cells at its end; a blank row is none. */
  add(row: number, cells: Uint32Array, width: number): void {
    let count = width
    while (count > 0 && cells[count - 1] === EMPTY) count--
    if (count === 0) return
    let chunk = this.chunks.at(-1)
    let at = this.used.at(-1) ?? CHUNK
    if (!chunk || at + HEAD + count > CHUNK) {
      this.budget.take(this.path, CHUNK * Uint32Array.BYTES_PER_ELEMENT)
      chunk = new Uint32Array(CHUNK)
      this.chunks.push(chunk)
      this.used.push(0)
      at = 0
    }
    chunk[at] = row
    chunk[at + 1] = count
    for (let cell = 0; cell < count; cell++) chunk[at + HEAD + cell] = cells[cell] as number
    this.used[this.used.length - 1] = at + HEAD + count
    this.count++
  }

  /** A walk from the first row. */
  walk(): RowWalk {
    return new RowWalk(this.chunks, this.used)
  }

  /** Forgets all rows and gives their memory back. */
  drop(): void {
    this.budget.giveBack(this.chunks.length * CHUNK * Uint32Array.BYTES_PER_ELEMENT)
    this.chunks.length = this.used.length = this.count = 0
  }
}

export class RowWalk {
  /** Number of the row in the sheet. */
  row = 0
  count = 0
  private chunk = 0
  private at = 0

  constructor(
    private readonly chunks: readonly Uint32Array[],
    private readonly used: readonly number[],
  ) {}

  next(): boolean {
    this.at += this.count === 0 ? 0 : this.count + HEAD
    while (this.chunk < this.chunks.length && this.at >= (this.used[this.chunk] as number)) {
      this.chunk++
      this.at = 0
    }
    const chunk = this.chunks[this.chunk]
    if (!chunk) return false
    this.row = chunk[this.at] as number
    this.count = chunk[this.at + 1] as number
    return true
  }

  /** The content of a cell of this row. */
  cell(index: number): number {
    if (index >= this.count) return EMPTY
    return (this.chunks[this.chunk] as Uint32Array)[this.at + HEAD + index] as number
  }
}
