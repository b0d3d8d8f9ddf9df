import type { NameKind, TreatedName } from '../../../shared/names'
import type { ReadConnection, WriteConnection } from '../connection'
import { foldName } from './profiles'

/** In the order of kinds and names. */
export function treatedNames(connection: ReadConnection): TreatedName[] {
  return connection.all(
    `SELECT kind, name, treat_as AS treatAs, added_at AS addedAt FROM name_aliases
     ORDER BY kind, name_key`,
  )
}

export function writeTreatedName(
  connection: WriteConnection,
  { kind, name, treatAs, addedAt }: TreatedName,
): void {
  connection.run(
    `INSERT INTO name_aliases (kind, name_key, name, treat_as, added_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, name_key) DO UPDATE
       SET name = excluded.name, treat_as = excluded.treat_as, added_at = excluded.added_at`,
    kind,
    foldName(name),
    name,
    treatAs,
    addedAt,
  )
}

/** False when there is none of that kind and name. */
export function deleteTreatedName(
  connection: WriteConnection,
  kind: NameKind,
  name: string,
): boolean {
  const sql = 'DELETE FROM name_aliases WHERE kind = ? AND name_key = ?'
  return connection.run(sql, kind, foldName(name)) > 0
}
