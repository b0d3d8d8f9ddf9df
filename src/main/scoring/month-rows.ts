import { formatMonth, type Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'

/**
 * The months of a stream as rows of a matrix. Rows stand for the months that are in the data, not for
 * all between them, so a stray year costs nothing.
 */
export class MonthRows {
  private readonly first: Month
  private readonly rows: Int32Array

  /** @param months ascending, without repetition. */
  constructor(readonly months: readonly Month[]) {
    this.first = months[0] ?? 0
    this.rows = new Int32Array((months.at(-1) ?? 0) - this.first + 1).fill(-1)
    months.forEach((month, row) => (this.rows[month - this.first] = row))
  }

  /** The row of a month; −1 when the month is not in the data. */
  rowOf(month: Month): number {
    return this.rows[month - this.first] ?? -1
  }

  /** The row of an entry's month. Throws `internal` when the facts contradict themselves. */
  rowOfEntry(month: Month): number {
    const row = this.rowOf(month)
    if (row >= 0) return row
    throw new SeventyError(
      'internal',
      `The facts hold an entry of ${formatMonth(month)}, which is not among their months.`,
    )
  }

  /** How many months of the data lie before a month. */
  countBefore(month: Month): number {
    return this.months.filter((each) => each < month).length
  }
}
