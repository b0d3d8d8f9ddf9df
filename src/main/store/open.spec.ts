import {
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SeventyError, type ErrorCode } from '../../shared/errors'
import { ReadConnection, WriteConnection } from './connection'
import { applicationId } from './header'
import { latestVersion, migrations } from './migrations'
import { createWorkspace, openReadable, openWritable } from './open'
import { addProfile, temporaryFolder, temporaryWorkspace } from './test-support'

function thrownBy(work: () => unknown): SeventyError {
  try {
    work()
  } catch (error) {
    if (error instanceof SeventyError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

/** Name, size and content of everything in a folder. */
function contents(folder: string): Map<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
}

function closedWorkspace(): string {
  const { path, store } = temporaryWorkspace()
  addProfile(store)
  store.close()
  return path
}

function databaseWith(sql: string): string {
  const path = join(temporaryFolder(), 'other.db')
  const database = new Database(path)
  database.exec(sql)
  database.close()
  return path
}

function expectRefusal(path: string, code: ErrorCode): void {
  const before = contents(dirname(path))
  for (const open of [openReadable, openWritable]) {
    expect(thrownBy(() => open(path)).code).toBe(code)
    expect(thrownBy(() => open(path, { create: true })).code).toBe(code)
  }
  expect(contents(dirname(path))).toEqual(before)
}

describe('opening a workspace', () => {
  it('creates one with its folder when asked to, and finds it again', () => {
    const path = join(temporaryFolder(), 'new', 'workspace.seventy')
    const store = openWritable(path, { create: true })
    const id = addProfile(store, 'Halden Consulting')
    store.close()
    const reopened = openReadable(path)
    onTestFinished(() => reopened.close())
    expect(reopened.profiles().map((profile) => profile.id)).toEqual([id])
  })

  it('keeps a new workspace from other users of the machine', () => {
    const path = closedWorkspace()
    expect(statSync(path).mode & 0o077).toBe(
      process.platform === 'win32' ? statSync(path).mode & 0o077 : 0,
    )
  })

  it('does not create what it was not asked to create', () => {
    const path = join(temporaryFolder(), 'missing.seventy')
    expect(thrownBy(() => openWritable(path)).code).toBe('workspace-not-found')
    expect(thrownBy(() => openReadable(path)).code).toBe('workspace-not-found')
    expect(readdirSync(dirname(path))).toEqual([])
  })

  it('creates a workspace in an empty file, but only when asked to', () => {
    const path = join(temporaryFolder(), 'empty.seventy')
    writeFileSync(path, '')
    expect(thrownBy(() => openWritable(path)).code).toBe('workspace-damaged')
    openWritable(path, { create: true }).close()
    expect(openedVersion(path)).toBe(latestVersion(migrations))
  })

  it('does not create a workspace over a file', () => {
    expect(thrownBy(() => createWorkspace(closedWorkspace())).code).toBe('output-unwritable')
  })

  it.each([
    ['reading', ReadConnection, 1],
    ['writing', WriteConnection, 0],
  ] as const)(
    'has every pragma in force on a reopened connection for %s',
    (_, Connection, queryOnly) => {
      const connection = new Connection(closedWorkspace(), {})
      onTestFinished(() => connection.close())
      const read = (name: string) => connection.pragma(name)
      expect(read('cell_size_check')).toBe(1)
      expect(read('trusted_schema')).toBe(0)
      expect(read('mmap_size')).toBe(0)
      expect(read('journal_mode')).toBe('wal')
      expect(read('synchronous')).toBe(2)
      expect(read('fullfsync')).toBe(1)
      expect(read('checkpoint_fullfsync')).toBe(1)
      expect(read('foreign_keys')).toBe(1)
      expect(read('busy_timeout')).toBe(5000)
      expect(read('secure_delete')).toBe(2)
      expect(read('temp_store')).toBe(2)
      expect(read('query_only')).toBe(queryOnly)
      expect(read('application_id')).toBe(applicationId)
      expect(read('user_version')).toBe(latestVersion(migrations))
    },
  )
})

function openedVersion(path: string): number {
  const store = openReadable(path)
  onTestFinished(() => store.close())
  return store.verify().schemaVersion
}

describe('refusing a file', () => {
  it('leaves a workspace of a newer version alone and names both versions', () => {
    const path = closedWorkspace()
    const database = new Database(path)
    database.pragma('user_version = 99')
    database.close()
    expectRefusal(path, 'workspace-newer')
    expect(thrownBy(() => openWritable(path)).details).toMatchObject({
      found: 99,
      supported: latestVersion(migrations),
    })
  })

  it('recognises a newer version that still stands in the log after a crash', () => {
    const path = closedWorkspace()
    const database = new Database(path)
    database.pragma('journal_mode = WAL')
    database.pragma('user_version = 99')
    const copy = join(temporaryFolder(), 'crashed.seventy')
    for (const suffix of ['', '-wal']) writeFileSync(copy + suffix, readFileSync(path + suffix))
    database.close()
    const before = [readFileSync(copy), readFileSync(`${copy}-wal`)]
    expect(thrownBy(() => openWritable(copy)).code).toBe('workspace-newer')
    expect([readFileSync(copy), readFileSync(`${copy}-wal`)]).toEqual(before)
  })

  it('leaves the database of another program alone', () => {
    expectRefusal(databaseWith('CREATE TABLE notes (text)'), 'workspace-foreign')
    expectRefusal(
      databaseWith('PRAGMA application_id = 252006673; CREATE TABLE t (a)'),
      'workspace-foreign',
    )
    expectRefusal(
      databaseWith('PRAGMA journal_mode = WAL; CREATE TABLE t (a)'),
      'workspace-foreign',
    )
  })

  it('leaves alone what is no database', () => {
    const path = join(temporaryFolder(), 'usage.csv')
    writeFileSync(path, 'Month,CustomerTenantId\n'.repeat(20))
    expectRefusal(path, 'workspace-damaged')
  })

  it('leaves alone a workspace that was cut off', () => {
    const path = closedWorkspace()
    truncateSync(path, statSync(path).size - 4096)
    expectRefusal(path, 'workspace-damaged')
  })

  it('calls a folder damaged', () => {
    const path = join(temporaryFolder(), 'workspace.seventy')
    mkdirSync(path)
    expect(thrownBy(() => openReadable(path)).code).toBe('workspace-damaged')
  })

  it('leaves alone a workspace whose schema was overwritten', () => {
    const path = closedWorkspace()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096)
    writeFileSync(path, bytes)
    expectRefusal(path, 'workspace-damaged')
  })
})

describe('reading beside a writer', () => {
  it('leaves the workspace byte for byte as it was, with nothing beside it', () => {
    const path = closedWorkspace()
    const before = contents(dirname(path))
    const reader = openReadable(path)
    reader.facts(reader.profiles()[0]?.id ?? 0)
    reader.verify()
    reader.close()
    expect(contents(dirname(path))).toEqual(before)
  })

  it('sees the old state while a transaction is open, and the new one after it', () => {
    const { path, store } = temporaryWorkspace()
    const reader = openReadable(path)
    onTestFinished(() => reader.close())
    store.transaction(() => {
      store.addProfile(
        { name: 'Arven Systems', mpnId: null, sample: false },
        '2023-12-15T08:00:00Z',
      )
      expect(reader.profiles()).toEqual([])
    })
    expect(reader.profiles().map(({ name }) => name)).toEqual(['Arven Systems'])
  })

  it('cannot write', () => {
    const connection = new ReadConnection(closedWorkspace(), {})
    onTestFinished(() => connection.close())
    expect(() => connection.all('DELETE FROM profiles RETURNING id')).toThrow(
      /cannot be opened for writing/,
    )
  })

  it('leaves no log behind when the last handle closes', () => {
    const { path, store } = temporaryWorkspace()
    const reader = openReadable(path)
    addProfile(store)
    store.close()
    reader.close()
    expect(readdirSync(dirname(path))).toEqual(['workspace.seventy'])
  })

  it('says that the workspace is locked when another program does not stop writing', () => {
    const { path, store } = temporaryWorkspace()
    const other = openWritable(path, { busyTimeout: 20 })
    onTestFinished(() => other.close())
    store.transaction(() => {
      expect(thrownBy(() => other.transaction(() => 1)).code).toBe('workspace-locked')
    })
    expect(other.transaction(() => 1)).toBe(1)
  })
})
