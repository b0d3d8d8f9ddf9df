import type { WriteConnection } from '../connection'

const ROWS_PER_STATEMENT = 200

/**
 * Inserts many narrow rows, some hundred with each statement: most of the time of a single-row insert
 * goes into everything but the row. Ids follow each other in the order of {@link BulkInsert.add}.
 */
export class BulkInsert {
  readonly #connection: WriteConnection
  readonly #insertInto: string
  readonly #width: number
  readonly #onConflict: string
  readonly #insertFull: (values: readonly number[]) => void
  readonly #values: number[]
  #filled = 0

  /** `target`: table and columns, `width`: how many columns, `onConflict`: the clause after the values. */
  constructor(connection: WriteConnection, target: string, width: number, onConflict = '') {
    this.#connection = connection
    this.#insertInto = target
    this.#width = width
    this.#onConflict = onConflict
    this.#values = new Array<number>(width * ROWS_PER_STATEMENT).fill(0)
    this.#insertFull = connection.bulk(this.#sql(ROWS_PER_STATEMENT), true)
  }

  /** Takes one row; `row` has one number a column. */
  add(...row: readonly number[]): void {
    for (const value of row) this.#values[this.#filled++] = value
    if (this.#filled === this.#values.length) {
      this.#insertFull(this.#values)
      this.#filled = 0
    }
  }

  /** Stores the rows that do not fill a statement; without it they would be lost. */
  flush(): void {
    if (this.#filled === 0) return
    const insertRest = this.#connection.bulk(this.#sql(this.#filled / this.#width), false)
    insertRest(this.#values.slice(0, this.#filled))
    this.#filled = 0
  }

  #sql(rows: number): string {
    const row = `(${new Array<string>(this.#width).fill('?').join(', ')})`
    const values = new Array<string>(rows).fill(row).join(', ')
    return `INSERT INTO ${this.#insertInto} VALUES ${values} ${this.#onConflict}`
  }
}
