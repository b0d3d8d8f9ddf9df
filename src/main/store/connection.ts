import Database from 'better-sqlite3'
import { workspaceFault } from './faults'
import { applyPragmas } from './pragmas'

export type Value = string | number | null | Uint8Array

/** Values for the `?` of a statement in their order, or one object for its `:names`. */
export type Values = readonly Value[] | readonly [Readonly<Record<string, Value>>]

export interface SlowQuery {
  readonly sql: string
  readonly milliseconds: number
}

export interface ConnectionOptions {
  /** How long to wait for another writer, in milliseconds; 5,000 when left out. */
  readonly busyTimeout?: number
  /** Told about each statement that took longer than `slowQueryMilliseconds` (100). */
  readonly onSlowQuery?: (query: SlowQuery) => void
  readonly slowQueryMilliseconds?: number
}

const DEFAULT_BUSY_TIMEOUT = 5_000
const DEFAULT_SLOW_QUERY = 100

/**
 * A connection that can read. Statements are prepared once and kept by their text; what SQLite
 * reports about the state of the file comes out as a SeventyError.
 */
export class ReadConnection {
  protected readonly database: Database.Database
  readonly #options: ConnectionOptions
  readonly #statements = new Map<string, Database.Statement>()

  constructor(
    readonly path: string,
    options: ConnectionOptions,
    readonly = true,
  ) {
    this.#options = options
    const busyTimeout = options.busyTimeout ?? DEFAULT_BUSY_TIMEOUT
    this.database = this.guard('open', () => {
      return new Database(path, { readonly, fileMustExist: true, timeout: busyTimeout })
    })
    try {
      this.guard('pragmas', () => applyPragmas(this.database, { readonly, busyTimeout }))
    } catch (error) {
      this.database.close()
      throw error
    }
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: Values): Row | undefined {
    return this.guard(sql, () =>
      this.prepare(sql)
        .raw(false)
        .get(...values),
    ) as Row | undefined
  }

  /** All rows as objects. */
  all<Row>(sql: string, ...values: Values): Row[] {
    return this.guard(sql, () =>
      this.prepare(sql)
        .raw(false)
        .all(...values),
    ) as Row[]
  }

  /** All rows as arrays: the quick way for many rows of few columns. */
  raw<Row extends readonly Value[]>(sql: string, ...values: Value[]): Row[] {
    return this.guard(sql, () =>
      this.prepare(sql)
        .raw(true)
        .all(...values),
    ) as Row[]
  }

  /** The single value of a pragma. */
  pragma(name: string): Value {
    return this.guard(name, () => this.database.pragma(name, { simple: true })) as Value
  }

  /** Runs `work` on one unchanging state of the workspace, whatever a writer does meanwhile. */
  snapshot<T>(work: () => T): T {
    if (this.database.inTransaction) return work()
    this.guard('BEGIN', () => this.database.exec('BEGIN'))
    try {
      return work()
    } finally {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
    }
  }

  close(): void {
    this.database.close()
  }

  protected prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  protected guard<T>(sql: string, work: () => T): T {
    const { onSlowQuery, slowQueryMilliseconds = DEFAULT_SLOW_QUERY } = this.#options
    const start = onSlowQuery ? performance.now() : 0
    try {
      return work()
    } catch (error) {
      throw workspaceFault(this.path, error)
    } finally {
      if (onSlowQuery) {
        const milliseconds = performance.now() - start
        if (milliseconds > slowQueryMilliseconds) onSlowQuery({ sql, milliseconds })
      }
    }
  }
}

/** A connection that can also write; every change happens inside {@link WriteConnection.transaction}. */
export class WriteConnection extends ReadConnection {
  constructor(path: string, options: ConnectionOptions) {
    super(path, options, false)
  }

  /** Runs one statement that changes something and returns how many rows it changed. */
  run(sql: string, ...values: Values): number {
    this.#requireTransaction()
    return this.guard(sql, () => this.prepare(sql).run(...values)).changes
  }

  /** Inserts one row and returns its id. */
  insert(sql: string, ...values: Value[]): number {
    this.#requireTransaction()
    return Number(this.guard(sql, () => this.prepare(sql).run(...values)).lastInsertRowid)
  }

  /** A statement for many rows: call it with all values in order. It is kept while `keep` is true. */
  bulk(sql: string, keep: boolean): (values: readonly Value[]) => void {
    this.#requireTransaction()
    const statement = keep ? this.prepare(sql) : this.guard(sql, () => this.database.prepare(sql))
    return (values) => {
      this.guard(sql, () => statement.run(values))
    }
  }

  /**
   * One IMMEDIATE transaction around `work`; whatever `work` throws rolls all of it back. Throws when
   * used inside itself, and when `work` returns a promise: its rest would run after the commit.
   */
  transaction<T>(work: () => T): T {
    if (this.database.inTransaction) throw new Error('A transaction is already open.')
    this.guard('BEGIN IMMEDIATE', () => this.database.exec('BEGIN IMMEDIATE'))
    try {
      const result = work()
      if (isThenable(result)) throw new TypeError('A transaction cannot wait for a promise.')
      this.guard('COMMIT', () => this.database.exec('COMMIT'))
      return result
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }

  /**
   * Overwrites with zeros what `work` deletes. Otherwise only pages that are written anyway are
   * overwritten, and deleted rows stay readable in the file's free pages.
   */
  erasing(work: () => void): void {
    this.database.pragma('secure_delete = ON')
    try {
      work()
    } finally {
      this.database.pragma('secure_delete = FAST')
    }
  }

  /** Moves what is in the log into the workspace, so that no log is left even beside a reader. */
  override close(): void {
    if (!this.database.open) return
    try {
      this.guard('wal_checkpoint', () => this.database.pragma('wal_checkpoint(TRUNCATE)'))
    } finally {
      super.close()
    }
  }

  #requireTransaction(): void {
    if (!this.database.inTransaction) throw new Error('A change needs a transaction.')
  }
}

function isThenable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}
