import scenarios from './migrations/0002-scenarios.sql?raw'
import workspace from './migrations/0001-workspace.sql?raw'
import rowsByTenant from './migrations/0003-rows-by-tenant.sql?raw'

/** One numbered step of the schema. `version` is the `user_version` that it leads to. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps of the schema. A released one is never edited; a change is a new step. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'workspace', sql: workspace },
  { version: 2, name: 'scenarios', sql: scenarios },
  { version: 3, name: 'rows-by-tenant', sql: rowsByTenant },
]

/**
 * The schema version that a list of migrations leads to. Throws when the numbers are not 1, 2, 3, …:
 * a gap or a repetition would make a version mean two different schemas.
 */
export function latestVersion(list: readonly Migration[]): number {
  list.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(`Migration ${migration.version} (${migration.name}) is out of order.`)
    }
  })
  return list.length
}
