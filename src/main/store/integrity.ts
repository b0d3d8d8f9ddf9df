import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { SeventyError } from '../../shared/errors'
import type { VerifyResult } from '../services/ports'
import type { ReadConnection } from './connection'
import { countWrongColumns } from './facts/column-proof'
import { countMisjudged } from './import/withdrawal'
import { applicationId, fileSize } from './header'
import { latestVersion, type Migration } from './migrations'
import {
  countMisplacedNames,
  countMisplacedRollups,
  countRowsOutsideFiles,
  countWrongRollups,
} from './repositories/proofs'
import { allProfiles } from './repositories/profiles'
import { countAstrayChanges } from './repositories/row-changes'

interface Outcome {
  readonly ok: boolean
  readonly message: string
}

/**
 * Proves the whole workspace, reading every page and row of it. Each check has an id and a sentence
 * about what it found; a check that cannot be carried out has failed. Throws `cancelled` once
 * `cancelled` says so, which is asked before each check.
 */
export function verifyWorkspace(
  connection: ReadConnection,
  migrations: readonly Migration[],
  cancelled: () => boolean = () => false,
): VerifyResult {
  const checks: [id: string, check: () => Outcome][] = [
    ['header', () => checkHeader(connection, latestVersion(migrations))],
    ['integrity', () => checkIntegrity(connection)],
    ['foreign-keys', () => checkForeignKeys(connection)],
    ['schema', () => checkSchema(connection, migrations)],
    ['rows', () => checkRows(connection)],
    ['imports', () => checkImports(connection)],
    ['references', () => checkReferences(connection)],
    ['rollups', () => checkRollups(connection)],
    ['columns', () => checkColumns(connection)],
    ['changes', () => checkChanges(connection)],
    ['log', () => checkLog(connection)],
  ]
  return connection.snapshot(() => {
    const results = checks.map(([id, check]) => {
      if (cancelled())
        throw new SeventyError('cancelled', 'The check of the workspace was stopped.')
      return { id, ...attempt(check) }
    })
    return {
      ok: results.every(({ ok }) => ok),
      schemaVersion: Number(connection.pragma('user_version')),
      checks: results,
    }
  })
}

function attempt(check: () => Outcome): Outcome {
  try {
    return check()
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

function checkHeader(connection: ReadConnection, supported: number): Outcome {
  const isOurs = connection.pragma('application_id') === applicationId
  const version = Number(connection.pragma('user_version'))
  return isOurs && version === supported
    ? { ok: true, message: `A Seventy workspace with schema ${version}.` }
    : { ok: false, message: `The header says schema ${version} where ${supported} is expected.` }
}

/**
 * SQLite does not look at CHECK rules on a read-only connection, so this one may write but does not.
 * As `connection` stays open beside it, closing it moves nothing from the log into the workspace.
 */
function checkIntegrity(connection: ReadConnection): Outcome {
  const database = new Database(connection.path, { fileMustExist: true })
  try {
    database.pragma('query_only = ON')
    const report = database.prepare('PRAGMA integrity_check(10)').pluck().all()
    return report.length === 1 && report[0] === 'ok'
      ? { ok: true, message: 'Every page, index and value is sound.' }
      : { ok: false, message: report.join('; ') }
  } finally {
    database.close()
  }
}

function checkForeignKeys(connection: ReadConnection): Outcome {
  const dangling = connection.all('PRAGMA foreign_key_check').length
  return none(dangling, 'Every reference leads to a row.', 'references lead to no row')
}

function checkSchema(connection: ReadConnection, migrations: readonly Migration[]): Outcome {
  const expected = new Database(':memory:')
  try {
    for (const { sql } of migrations) expected.exec(sql)
    const same = fingerprint(expected.prepare(SCHEMA).all()) === fingerprint(connection.all(SCHEMA))
    return same
      ? { ok: true, message: 'The schema is the one that the migrations give.' }
      : { ok: false, message: 'The schema is not the one that the migrations give.' }
  } finally {
    expected.close()
  }
}

const SCHEMA = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'

function fingerprint(schema: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(schema)).digest('hex')
}

function checkRows(connection: ReadConnection): Outcome {
  const astray = countRowsOutsideFiles(connection)
  return none(
    astray,
    'Every row belongs to a file.',
    'rows are missing from their file or belong to none',
  )
}

function checkImports(connection: ReadConnection): Outcome {
  const wrong = allProfiles(connection).map(({ id }) => countMisjudged(connection, id))
  return none(
    wrong.reduce((sum, count) => sum + count, 0),
    'Every month counts or not as its imports say.',
    'months or files count against what their imports say',
  )
}

function checkReferences(connection: ReadConnection): Outcome {
  const misplaced = countMisplacedRollups(connection) + countMisplacedNames(connection)
  return none(
    misplaced,
    'Every amount and name belongs to a customer or a person of its partner.',
    'amounts or names belong to no customer or person',
  )
}

function checkRollups(connection: ReadConnection): Outcome {
  const wrong = countWrongRollups(connection)
  return none(
    wrong,
    'Every monthly total equals its rows.',
    'monthly totals differ from their rows',
  )
}

function checkColumns(connection: ReadConnection): Outcome {
  return none(
    countWrongColumns(connection),
    'Every column of usage equals its monthly totals.',
    'months have columns of usage that are damaged or differ from their totals',
  )
}

function checkChanges(connection: ReadConnection): Outcome {
  return none(
    countAstrayChanges(connection),
    'Every change by hand belongs to a row of its partner.',
    'changes by hand belong to no row',
  )
}

function checkLog(connection: ReadConnection): Outcome {
  const waiting = fileSize(`${connection.path}-wal`)
  const mode = connection.pragma('journal_mode')
  return mode === 'wal'
    ? { ok: true, message: `The write-ahead log is on; it holds ${waiting} bytes.` }
    : { ok: false, message: `The journal mode is ${String(mode)} where wal is expected.` }
}

function none(count: number, good: string, bad: string): Outcome {
  return count === 0 ? { ok: true, message: good } : { ok: false, message: `${count} ${bad}.` }
}
