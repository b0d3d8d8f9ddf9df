import { MEMORY_BYTES, sheetTooLarge } from './workbook-faults'

/** How much the workbooks of one import may hold in memory together. */
export class MemoryBudget {
  private used = 0

  constructor(private readonly limit = MEMORY_BYTES) {}

  /** Takes bytes for a file; throws `sheet-too-large` when that is more than there are. */
  take(path: string, bytes: number): void {
    this.used += bytes
    if (this.used > this.limit) throw sheetTooLarge(path, this.limit)
  }

  giveBack(bytes: number): void {
    this.used -= bytes
  }
}
