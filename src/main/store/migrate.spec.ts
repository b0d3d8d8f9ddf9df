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

  it('accepts numbers that are left out, but none that comes twice or too late', () => {
    const step = (version: number) => ({ version, name: 'step', sql: '' })
    expect(latestVersion([step(1), step(3)])).toBe(3)
    expect(() => latestVersion([step(1), step(1)])).toThrow('out of order')
    expect(() => latestVersion([step(3), step(2)])).toThrow('out of order')
  })

  it('takes the steps that lie after the version of a workspace, whatever their numbers', () => {
    const { path } = oldWorkspace()
    const steps = [
      { version: newest + 2, name: 'one', sql: 'CREATE TABLE one (id INTEGER) STRICT' },
      { version: newest + 5, name: 'two', sql: 'CREATE TABLE two (id INTEGER) STRICT' },
    ]
    openWritable(path, { migrations: [...migrations, ...steps.slice(0, 1)] }).close()
    const store = openWritable(path, { migrations: [...migrations, ...steps] })
    onTestFinished(() => store.close())
    expect(store.verify()).toMatchObject({ ok: true, schemaVersion: newest + 5 })
  })
})
