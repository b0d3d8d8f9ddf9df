import type { ReadConnection } from '../connection'

/** A customer or a person as somebody reads it. */
export interface Subject {
  readonly id: string
  readonly name: string | null
}

/** The first of some customers by name. */
export function tenantsNamed(
  connection: ReadConnection,
  ids: readonly number[],
  atMost: number,
): Subject[] {
  return connection.all(
    `SELECT guid AS id, name FROM tenants WHERE id IN (SELECT value FROM json_each(?))
     ORDER BY name IS NULL, name, guid LIMIT ?`,
    JSON.stringify(ids),
    atMost,
  )
}

/** The first of some people by name. */
export function peopleNamed(
  connection: ReadConnection,
  ids: readonly number[],
  atMost: number,
): Subject[] {
  return connection.all(
    `SELECT identity AS id, nullif(name, '') AS name FROM people
     WHERE id IN (SELECT value FROM json_each(?))
     ORDER BY name = '', name, identity LIMIT ?`,
    JSON.stringify(ids),
    atMost,
  )
}

/** The people with a certification in a slice, ascending. */
export function personIdsIn(connection: ReadConnection, sliceId: number): number[] {
  const sql =
    'SELECT DISTINCT person_id AS id FROM certifications WHERE slice_id = ? ORDER BY person_id'
  return connection.all<{ id: number }>(sql, sliceId).map(({ id }) => id)
}

export interface TitleUse {
  readonly title: string
  readonly trainingType: string | null
  readonly personId: number
}

/** Titles of the certifications of an import with those who have them. */
export function titlesIn(connection: ReadConnection, importId: number): TitleUse[] {
  return connection.all(
    `SELECT DISTINCT c.title, c.training_type AS trainingType, c.person_id AS personId
     FROM files f JOIN slices s ON s.file_id = f.id JOIN certifications c ON c.slice_id = s.id
     WHERE f.import_id = ?`,
    importId,
  )
}
