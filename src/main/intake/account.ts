import type { DatasetId, RowError } from '../../shared/imports'
import type { FileAccount } from '../services/intake-ports'

/** Errors of one file that are kept word for word; all are counted. */
const KEPT_ERRORS = 100
/** Months up to the year 9999. */
const MONTHS = 120_000

interface Note {
  readonly code: string
  readonly message: string
  count: number
}

/** Counts what becomes of the rows of one file. */
export class Account {
  private accepted = 0
  private rejected = 0
  private readonly monthsSeen = new Uint8Array(MONTHS)
  private readonly errors: RowError[] = []
  private readonly errorCounts = new Map<string, number>()
  private readonly notes = new Map<string, Note>()

  constructor(
    private readonly dataset: DatasetId,
    private readonly sheet?: string,
  ) {}

  get rowsRead(): number {
    return this.accepted + this.rejected
  }

  accept(): void {
    this.accepted++
  }

  /** Counts an accepted row of usage in its month. */
  acceptMonth(month: number): void {
    this.accepted++
    this.monthsSeen[month] = 1
  }

  reject(errors: readonly RowError[]): void {
    this.rejected++
    for (const error of errors) {
      if (this.errors.length < KEPT_ERRORS) this.errors.push(error)
      this.errorCounts.set(error.code, (this.errorCounts.get(error.code) ?? 0) + 1)
    }
  }

  /** Says something about the file that changes nothing but should be known. */
  note(code: string, message: string): void {
    const known = this.notes.get(code)
    if (known) known.count++
    else this.notes.set(code, { code, message, count: 1 })
  }

  close(): FileAccount {
    return {
      dataset: this.dataset,
      ...(this.sheet !== undefined && { sheet: this.sheet }),
      rowsRead: this.rowsRead,
      rowsAccepted: this.accepted,
      rowsRejected: this.rejected,
      months: [...this.monthsSeen.keys()].filter((month) => this.monthsSeen[month] === 1),
      errors: this.errors,
      errorCounts: Object.fromEntries(this.errorCounts),
      notes: [...this.notes.values()],
    }
  }
}
