import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrationBackupPath } from './migrate'
import { latestVersion, migrations, type Migration } from './migrations'
import { openReadable, openWritable } from './open'
import { addProfile, azureLines, importFiles, temporaryWorkspace } from './test-support'

const newest = latestVersion(migrations)
const failed = expect.objectContaining({ code: 'internal' })

function withNext(sql: string): Migration[] {
  return [...migrations, { version: newest + 1, name: 'next', sql }]
}

/** A closed workspace of the newest version with one profile and one row. */
function oldWorkspace(): { path: string; profile: number; lines: string[] } {
  const { path, store } = temporaryWorkspace()
  const profile = addProfile(store, 'Halden')
  importFiles(store, profile, [
    { name: 'a', azure: [{ month: '2023-11', tenant: 1, microUsd: 5 }] },
  ])
  const lines = azureLines(store, profile)
  store.close()
  return { path, profile, lines }
}

function expectUnchanged({ path, profile, lines }: ReturnType<typeof oldWorkspace>): void {
  const store = openWritable(path)
  onTestFinished(() => store.close())
  expect(azureLines(store, profile)).toEqual(lines)
  expect(store.verify()).toMatchObject({ ok: true, schemaVersion: newest })
}

describe('migrating', () => {
  it('brings an old workspace to the newest version and keeps a backup of the old one', () => {
    const old = oldWorkspace()
    const list = withNext('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
    const store = openWritable(old.path, { migrations: list })
    onTestFinished(() => store.close())
    expect(store.verify()).toMatchObject({ ok: true, schemaVersion: newest + 1 })
    expect(azureLines(store, old.profile)).toEqual(old.lines)
    expectUnchanged({ ...old, path: migrationBackupPath(old.path, newest) })
  })

  it('happens as well before a workspace is only read', () => {
    const { path } = oldWorkspace()
    const store = openReadable(path, {
      migrations: withNext('CREATE TABLE notes (text TEXT) STRICT'),
    })
    onTestFinished(() => store.close())
    expect(store.verify()).toMatchObject({ ok: true, schemaVersion: newest + 1 })
  })

  it('may rebuild a table that others refer to', () => {
    const old = oldWorkspace()
    const list = withNext(`
      CREATE TABLE renewed AS SELECT * FROM profiles;
      DROP TABLE profiles;
      ${/CREATE TABLE profiles \([\s\S]*?\) STRICT;/.exec(migrations[0]?.sql ?? '')?.[0] ?? ''}
      ${migrations.find(({ name }) => name === 'anniversary')?.sql ?? ''}
      INSERT INTO profiles SELECT * FROM renewed;
      DROP TABLE renewed;`)
    const store = openWritable(old.path, { migrations: list })
    onTestFinished(() => store.close())
    expect(azureLines(store, old.profile)).toEqual(old.lines)
  })

  it('takes everything back when a statement fails', () => {
    const old = oldWorkspace()
    const list = withNext(
      'CREATE TABLE notes (text TEXT) STRICT; DELETE FROM slices; SELECT nothing FROM nowhere;',
    )
    expect(() => openWritable(old.path, { migrations: list })).toThrow(failed)
    expectUnchanged(old)
  })

  it('takes everything back when references are left without a row', () => {
    const old = oldWorkspace()
    expect(() => openWritable(old.path, { migrations: withNext('DELETE FROM profiles') })).toThrow(
      failed,
    )
    expectUnchanged(old)
  })

  it('puts the backup back when a part was stored already', () => {
    const old = oldWorkspace()
    const list = withNext('DELETE FROM slices; COMMIT; SELECT nothing FROM nowhere;')
    expect(() => openWritable(old.path, { migrations: list })).toThrow(failed)
    expectUnchanged(old)
  })

  it('makes no backup when there is nothing to migrate', () => {
    const { path } = oldWorkspace()
    openWritable(path).close()
    expect(readdirSync(dirname(path))).toEqual(['workspace.seventy'])
    expect(existsSync(migrationBackupPath(path, newest))).toBe(false)
  })

  it('runs what was added since, and not again what it has', () => {
    const { path } = oldWorkspace()
    const step = (version: number) => ({
      version,
      name: 'step',
      sql: `CREATE TABLE t${String(version)} (text TEXT) STRICT`,
    })
    const first = [...migrations, step(newest + 2)]
    openWritable(path, { migrations: first }).close()
    const store = openWritable(path, { migrations: [...first, step(newest + 3)] })
    onTestFinished(() => store.close())
    expect(store.verify()).toMatchObject({ ok: true, schemaVersion: newest + 3 })
  })

  it('finds every file, and does not accept numbers that do not ascend', () => {
    const step = (version: number) => ({ version, name: 'step', sql: '' })
    expect(latestVersion([step(1), step(2)])).toBe(2)
    expect(latestVersion([step(1), step(4)])).toBe(4)
    expect(() => latestVersion([step(2), step(1)])).toThrow('out of order')
    expect(() => latestVersion([step(1), step(1)])).toThrow('out of order')
    expect(migrations).toContainEqual(expect.objectContaining({ version: 4, name: 'editions' }))
  })
})
