import type Database from 'better-sqlite3'

export interface PragmaChoices {
  readonly readonly: boolean
  /** How long to wait for another writer, in milliseconds. */
  readonly busyTimeout: number
}

/**
 * The settings of a connection, in the order in which they are made, each with the value it must
 * read back as. SQLite ignores what it does not know or cannot do, so nothing is taken on trust.
 */
function pragmas({
  readonly,
  busyTimeout,
}: PragmaChoices): [name: string, set: string, read: unknown][] {
  return [
    ['cell_size_check', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    ['mmap_size', '0', 0],
    ['journal_mode', 'WAL', 'wal'],
    // The driver reopens WAL files at NORMAL, which can lose acknowledged commits on power loss.
    ['synchronous', 'FULL', 2],
    ['fullfsync', 'ON', 1],
    ['checkpoint_fullfsync', 'ON', 1],
    ['foreign_keys', 'ON', 1],
    ['busy_timeout', String(busyTimeout), busyTimeout],
    ['secure_delete', 'FAST', 2],
    ['temp_store', 'MEMORY', 2],
    // After a large import the log is cut back to 64 MB instead of keeping its size.
    ['journal_size_limit', '67108864', 67_108_864],
    ['query_only', readonly ? 'ON' : 'OFF', readonly ? 1 : 0],
  ]
}

/** Sets every pragma and reads it back; throws when one did not take. */
export function applyPragmas(database: Database.Database, choices: PragmaChoices): void {
  for (const [name, set, expected] of pragmas(choices)) {
    database.pragma(`${name} = ${set}`)
    assertPragma(database, name, expected)
  }
}

/** Throws when a pragma does not read back as it should. */
export function assertPragma(database: Database.Database, name: string, expected: unknown): void {
  const found = database.pragma(name, { simple: true })
  // Without memory mapping compiled in, mmap_size reads back as nothing at all.
  const absent = name === 'mmap_size' && found === undefined
  if (found !== expected && !absent) {
    throw new Error(`PRAGMA ${name} is ${String(found)} where ${String(expected)} was asked for.`)
  }
}
