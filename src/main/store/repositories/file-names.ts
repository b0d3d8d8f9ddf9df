import type { WriteConnection } from '../connection'

/** Who is named by which file (schema 8). */
export type NameTable = 'file_tenants' | 'file_people'

/** Keeps how a file calls whom it names; null: it has no name for them. */
export function insertNames(
  connection: WriteConnection,
  table: NameTable,
  fileId: number,
  named: readonly { readonly id: number; readonly name: string | null }[],
): void {
  const insert = connection.bulk(`INSERT INTO ${table} VALUES (?, ?, ?)`, true)
  // By id, which is the order of the table.
  for (const { id, name } of [...named].sort((one, other) => one.id - other.id))
    insert([fileId, id, name])
}

/** Whom the files that count name, each with the last name that one of them has. */
const named = (table: NameTable, whose: 'tenant_id' | 'person_id') => `
  SELECT n.${whose} AS id, n.name, max(iif(n.name IS NULL, 0, n.file_id)) FROM imports i
  JOIN files f ON f.import_id = i.id
  JOIN ${table} n ON n.file_id = f.id
  WHERE i.profile_id = :profileId AND i.withdrawn_at IS NULL AND f.repeats IS NULL
  GROUP BY n.${whose}`

/**
 * Gives customers and people of a profile the names that the files which count have for them; a name
 * given by hand stays in effect.
 */
export function renewNames(connection: WriteConnection, profileId: number): void {
  connection.run(
    `UPDATE tenant_file_names SET name = last.name
     FROM (${named('file_tenants', 'tenant_id')}) last WHERE last.id = tenant_file_names.tenant_id`,
    { profileId },
  )
  connection.run(
    `UPDATE tenants SET name = n.name, in_use = n.in_use FROM (
       SELECT t.id, iif(h.tenant_id IS NULL, last.name, t.name) AS name,
         last.id IS NOT NULL AS in_use
       FROM tenants t LEFT JOIN (${named('file_tenants', 'tenant_id')}) last ON last.id = t.id
       LEFT JOIN tenant_file_names h ON h.tenant_id = t.id
       WHERE t.profile_id = :profileId
     ) n
     WHERE n.id = tenants.id AND (n.name IS NOT tenants.name OR n.in_use <> tenants.in_use)`,
    { profileId },
  )
  connection.run(
    `UPDATE people SET name = n.name FROM (
       SELECT p.id, coalesce(last.name, '') AS name
       FROM people p LEFT JOIN (${named('file_people', 'person_id')}) last ON last.id = p.id
       WHERE p.profile_id = :profileId
     ) n
     WHERE n.id = people.id AND n.name <> people.name`,
    { profileId },
  )
}

/** Removes customers and people of a profile whom no file names, and how many they were. */
export function deleteUnnamed(
  connection: WriteConnection,
  profileId: number,
): { readonly tenants: number; readonly people: number } {
  const namedBy = (table: NameTable, whose: 'tenant_id' | 'person_id') => `
    SELECT n.${whose} FROM imports i JOIN files f ON f.import_id = i.id
    JOIN ${table} n ON n.file_id = f.id WHERE i.profile_id = :profileId`
  const remove = (from: 'tenants' | 'people', named: string) =>
    connection.run(`DELETE FROM ${from} WHERE profile_id = :profileId AND id NOT IN (${named})`, {
      profileId,
    })
  return {
    tenants: remove('tenants', namedBy('file_tenants', 'tenant_id')),
    people: remove('people', namedBy('file_people', 'person_id')),
  }
}
