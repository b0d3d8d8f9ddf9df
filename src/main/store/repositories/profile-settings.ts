import type { ReadConnection, WriteConnection } from '../connection'

/** What is kept for a partner under a key, or undefined when it was never set. */
export function readProfileSetting(
  connection: ReadConnection,
  profileId: number,
  key: string,
): unknown {
  const row = connection.get<{ value: string }>(
    'SELECT value FROM profile_settings WHERE profile_id = ? AND key = ?',
    profileId,
    key,
  )
  return row && JSON.parse(row.value)
}

/** Keeps any value that JSON can hold. */
export function writeProfileSetting(
  connection: WriteConnection,
  profileId: number,
  key: string,
  value: unknown,
): void {
  connection.run(
    `INSERT INTO profile_settings (profile_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (profile_id, key) DO UPDATE SET value = excluded.value`,
    profileId,
    key,
    JSON.stringify(value),
  )
}
