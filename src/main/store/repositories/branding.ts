import type { ReadConnection, WriteConnection } from '../connection'

/** What is stored for a profile; undefined: nothing. */
export function brandingOf(connection: ReadConnection, profileId: number): unknown {
  const row = connection.get<{ value: string }>(
    'SELECT value FROM profile_branding WHERE profile_id = ?',
    profileId,
  )
  return row && (JSON.parse(row.value) as unknown)
}

export function setBranding(connection: WriteConnection, profileId: number, value: unknown): void {
  connection.run(
    `INSERT INTO profile_branding (profile_id, value) VALUES (?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET value = excluded.value`,
    profileId,
    JSON.stringify(value),
  )
}
