import Database from 'better-sqlite3'
import { SeventyError } from '../../shared/errors'
import { backUp, putBack } from './backup'
import { newerWorkspace } from './faults'
import { applicationId } from './header'
import { latestVersion, type Migration } from './migrations'
import { applyPragmas } from './pragmas'

const BUSY_TIMEOUT = 5_000

/** Name of the backup that is made before a workspace leaves a schema version. */
export function migrationBackupPath(path: string, version: number): string {
  return `${path}.schema-${version}.backup`
}

/**
 * Gives an empty file its schema. The first commit brings application id, version and tables
 * together, so the file is either empty or a whole workspace; who comes second finds it done.
 */
export function initialise(path: string, list: readonly Migration[]): void {
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT })
  try {
    database.pragma('fullfsync = ON')
    database.exec('BEGIN IMMEDIATE')
    if (database.pragma('schema_version', { simple: true }) === 0) {
      database.pragma(`application_id = ${applicationId}`)
      runAll(database, list, 0)
    }
    database.exec('COMMIT')
  } finally {
    rollBack(database)
    database.close()
  }
}

/**
 * Brings a workspace to the newest version: all pending migrations in one transaction, after a
 * verified backup beside it, which stays. When anything fails the workspace is as it was, from the
 * backup if need be, and `internal` is thrown with the cause. Throws `workspace-newer` when another program was faster and knows more.
 */
export function migrate(path: string, list: readonly Migration[]): void {
  const database = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT })
  let backup: string | undefined
  try {
    applyPragmas(database, { readonly: false, busyTimeout: BUSY_TIMEOUT })
    // Rebuilding a table drops it first; what refers to what is checked as a whole before the commit.
    database.pragma('foreign_keys = OFF')
    database.exec('BEGIN IMMEDIATE')
    const version = versionOf(database)
    if (version > latestVersion(list)) throw newerWorkspace(path, version, latestVersion(list))
    if (version < latestVersion(list)) {
      // Nobody else can write now, so the backup is exactly what is about to change.
      backUp(path, migrationBackupPath(path, version))
      backup = migrationBackupPath(path, version)
      runAll(database, list, version)
    }
    database.exec('COMMIT')
  } catch (error) {
    const rolledBack = rollBack(database)
    database.close()
    if (backup !== undefined && !rolledBack) putBack(backup, path)
    throw error instanceof SeventyError ? error : failedMigration(path, latestVersion(list), error)
  }
  database.close()
}

/** Takes an open transaction back; false when there is none, so that part of it may be stored. */
function rollBack(database: Database.Database): boolean {
  if (!database.inTransaction) return false
  database.exec('ROLLBACK')
  return true
}

function runAll(database: Database.Database, list: readonly Migration[], from: number): void {
  for (const migration of list.filter(({ version }) => version > from)) {
    database.exec(migration.sql)
    if (!database.inTransaction) {
      throw new Error(`Migration ${migration.version} (${migration.name}) ended the transaction.`)
    }
  }
  const dangling = database.pragma('foreign_key_check')
  if (Array.isArray(dangling) && dangling.length > 0) {
    throw new Error(`The migrations leave ${dangling.length} references to rows that do not exist.`)
  }
  database.pragma(`user_version = ${latestVersion(list)}`)
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

function failedMigration(path: string, version: number, cause: unknown): SeventyError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new SeventyError(
    'internal',
    `The workspace ${path} could not be brought to schema ${version} and is as it was: ${reason}`,
    { path, version },
    cause,
  )
}
