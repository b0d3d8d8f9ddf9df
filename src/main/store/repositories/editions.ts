import type { StoredEdition } from '../../services/ports'
import type { ReadConnection, WriteConnection } from '../connection'

const SELECT =
  'SELECT id, file_name AS fileName, sha256, text, added_at AS addedAt FROM editions ORDER BY id'

/** Editions that the user added, in the order of their ids. */
export function storedEditions(connection: ReadConnection): StoredEdition[] {
  return connection.all<StoredEdition>(SELECT)
}

export function insertEdition(connection: WriteConnection, edition: StoredEdition): void {
  connection.run(
    'INSERT INTO editions (id, file_name, sha256, text, added_at) VALUES (?, ?, ?, ?, ?)',
    edition.id,
    edition.fileName,
    edition.sha256,
    edition.text,
    edition.addedAt,
  )
}

/** Also takes it from the partners that are scored with it. False when there is none. */
export function deleteEdition(connection: WriteConnection, id: string): boolean {
  connection.run('DELETE FROM profile_editions WHERE edition = ?', id)
  return connection.run('DELETE FROM editions WHERE id = ?', id) > 0
}

/** Profile id and edition id of every partner that is scored with one edition whatever the date. */
export function chosenEditions(connection: ReadConnection): ReadonlyMap<number, string> {
  const rows = connection.all<{ profileId: number; edition: string }>(
    'SELECT profile_id AS profileId, edition FROM profile_editions ORDER BY profile_id',
  )
  return new Map(rows.map(({ profileId, edition }) => [profileId, edition]))
}

/** null: the edition of the score date. */
export function setChosenEdition(
  connection: WriteConnection,
  profileId: number,
  edition: string | null,
): void {
  connection.run('DELETE FROM profile_editions WHERE profile_id = ?', profileId)
  if (edition === null) return
  connection.run(
    'INSERT INTO profile_editions (profile_id, edition) VALUES (?, ?)',
    profileId,
    edition,
  )
}
