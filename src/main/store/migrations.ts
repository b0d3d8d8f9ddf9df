import workspace from './migrations/0001-workspace.sql?raw'
import usageColumns from './migrations/0005-usage-columns.sql?raw'

/** One numbered step of the schema. `version` is the `user_version` that it leads to. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps of the schema. A released one is never edited; a change is a new step. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'workspace', sql: workspace },
  { version: 5, name: 'usage-columns', sql: usageColumns },
]

/**
 * The schema version that a list of migrations leads to. Throws when the numbers do not grow from step
 * to step: a repetition would make a version mean two different schemas. Numbers may be left out.
 */
export function latestVersion(list: readonly Migration[]): number {
  return list.reduce((before, { version, name }) => {
    if (version <= before) throw new Error(`Migration ${version} (${name}) is out of order.`)
    return version
  }, 0)
}
