import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openReadable } from './open'
import { addProfile, importFiles, temporaryWorkspace } from './test-support'

/** A closed workspace with rows of every dataset, changed from outside by `sql`. */
function tampered(sql: string): string {
  const { path, store } = temporaryWorkspace()
  const profile = addProfile(store)
  addProfile(store, 'Other')
  const azure = (microUsd: number) => ({ month: '2023-11', tenant: 1, microUsd })
  const seats = (paid: number) => ({ month: '2023-11', tenant: 1, paid, active: 1 })
  importFiles(store, profile, [
    { name: 'a', azure: [azure(1), azure(2)] },
    { name: 'b', seats: [seats(3), seats(4)] },
  ])
  store.close()
  const database = new Database(path)
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  database.close()
  return path
}

function failedChecks(path: string): string[] {
  const store = openReadable(path)
  onTestFinished(() => store.close())
  const { ok, checks } = store.verify()
  const failed = checks.filter((check) => !check.ok).map(({ id }) => id)
  expect(ok).toBe(failed.length === 0)
  return failed
}

describe('verifying a workspace', () => {
  it('passes every check on a sound one', () => {
    expect(failedChecks(tampered(''))).toEqual([])
  })

  it.each([
    ['an amount was changed', 'UPDATE azure_usage SET micro_usd = 9 WHERE id = 1', ['rollups']],
    ['a total was changed', 'UPDATE azure_rollup SET micro_usd = 9', ['rollups', 'columns']],
    ['a count was changed', 'UPDATE azure_rollup SET row_count = 9', ['rollups']],
    ['seats were changed', 'UPDATE m365_usage SET paid_seats = 9 WHERE id = 1', ['rollups']],
    ['a total was removed', 'DELETE FROM m365_rollup', ['rollups', 'columns']],
    ['a column was damaged', "UPDATE usage_columns SET content = x'00'", ['columns']],
    ['columns were removed', 'DELETE FROM usage_columns; DELETE FROM column_parts', ['columns']],
    ['a row was removed', 'DELETE FROM azure_usage WHERE id = 2', ['rows', 'rollups']],
    ['a tenant was removed', 'DELETE FROM tenants', ['references']],
    ['a tenant was given to another profile', 'UPDATE tenants SET profile_id = 2', ['references']],
    ['a reference leads nowhere', 'DELETE FROM locations', ['foreign-keys']],
    [
      'a value is against the rules of its column',
      'PRAGMA ignore_check_constraints = ON; UPDATE azure_usage SET line = 0 WHERE id = 1',
      ['integrity'],
    ],
    ['an index was removed', 'DROP INDEX files_by_import', ['schema']],
    ['a trigger was removed', 'DROP TRIGGER audit_log_is_not_shortened', ['schema']],
  ])('notices that %s', (_, sql, checks) => {
    expect(failedChecks(tampered(sql))).toEqual(checks)
  })
})
