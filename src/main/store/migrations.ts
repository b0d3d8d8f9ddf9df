/** One numbered step of the schema. `version` is the `user_version` that it leads to. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

const files = import.meta.glob('./migrations/*.sql', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/**
 * All steps of the schema, one a file: `migrations/0004-editions.sql` leads to version 4. A released
 * one is never edited; a change is a new file with the next number.
 */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => migrationOf(path, String(sql)))
  .sort((a, b) => a.version - b.version)

function migrationOf(path: string, sql: string): Migration {
  const [, version, name] = /(\d{4})-([a-z0-9-]+)\.sql$/.exec(path) ?? []
  if (version === undefined || name === undefined)
    throw new Error(`${path} is not named like a migration: 0001-name.sql.`)
  return { version: Number(version), name, sql }
}

/**
 * The schema version that a list of migrations leads to: the number of its last one. Throws when the
 * numbers do not ascend: a repetition would make a version mean two different schemas. A number may
 * be left out; it must then stay left out, as workspaces beyond it would never run it.
 */
export function latestVersion(list: readonly Migration[]): number {
  return list.reduce((before, { version, name }) => {
    if (version > before) return version
    throw new Error(`Migration ${version} (${name}) is out of order.`)
  }, 0)
}
