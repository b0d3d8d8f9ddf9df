import type { ReadConnection, WriteConnection } from '../connection'

/** The value kept under a key, or undefined when it was never set. */
export function readSetting(connection: ReadConnection, key: string): unknown {
  const row = connection.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key)
  return row && JSON.parse(row.value)
}

/** Keeps any value that JSON can hold. */
export function writeSetting(connection: WriteConnection, key: string, value: unknown): void {
  connection.run(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    JSON.stringify(value),
  )
}

/** Makes it as if nothing had ever been kept under the key. */
export function deleteSetting(connection: WriteConnection, key: string): void {
  connection.run('DELETE FROM settings WHERE key = ?', key)
}
