import { linkSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUp } from './backup'
import { openReadable } from './open'
import { restore } from './restore'
import { addProfile, temporaryFolder, temporaryWorkspace } from './test-support'

const AT = '2023-12-15T08:30:05.123Z'
const failing = (code: string) => expect.objectContaining({ code }) as Error

function namesIn(path: string): string[] {
  const store = openReadable(path)
  onTestFinished(() => store.close())
  return store.profiles().map(({ name }) => name)
}

/** A workspace with Halden and Arven, closed, and a backup from before Arven came. */
function withBackup() {
  const { path, store } = temporaryWorkspace()
  addProfile(store, 'Halden')
  const backup = join(temporaryFolder(), 'copy.seventy')
  backUp(path, backup)
  addProfile(store, 'Arven')
  store.close()
  return { path, backup }
}

describe('a backup that is brought back', () => {
  it('takes the place of the workspace, which is kept beside it, and stays where it is', () => {
    const { path, backup } = withBackup()
    const before = readFileSync(backup)
    const { kept, bytes } = restore(backup, path, AT)
    expect(kept).toBe(`${path}.before-restore-20231215T083005Z`)
    expect(bytes).toBe(readFileSync(path).length)
    expect(namesIn(path)).toEqual(['Halden'])
    expect(namesIn(String(kept))).toEqual(['Arven', 'Halden'])
    expect(readFileSync(backup)).toEqual(before)
  })

  it('comes to a place where there is no workspace', () => {
    const { backup } = withBackup()
    const path = join(temporaryFolder(), 'workspace.seventy')
    expect(restore(backup, path, AT).kept).toBeNull()
    expect(namesIn(path)).toEqual(['Halden'])
    expect(readdirSync(dirname(path)).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('replaces a damaged workspace, which is kept as it is', () => {
    const { path, backup } = withBackup()
    writeFileSync(path, 'no database any more')
    writeFileSync(`${path}-wal`, 'a log of the workspace that goes')
    const { kept } = restore(backup, path, AT)
    expect(namesIn(path)).toEqual(['Halden'])
    expect(readFileSync(String(kept), 'utf8')).toBe('no database any more')
    expect(readFileSync(`${String(kept)}-wal`, 'utf8')).toBe('a log of the workspace that goes')
  })

  it('is refused while somebody has the workspace open, be it to read', () => {
    const { path, backup } = withBackup()
    const reader = openReadable(path)
    onTestFinished(() => reader.close())
    expect(reader.profiles()).toHaveLength(2)
    expect(() => restore(backup, path, AT)).toThrow(failing('workspace-locked'))
    expect(reader.profiles()).toHaveLength(2)
    expect(readdirSync(dirname(path)).filter((name) => /partial|before/.test(name))).toEqual([])
  })

  it.each([
    ['workspace-not-found', () => join(temporaryFolder(), 'nowhere.seventy')],
    ['workspace-damaged', (path: string) => fileBeside(path, '')],
    ['workspace-damaged', (path: string) => fileBeside(path, 'not a database at all')],
    ['workspace-damaged', (path: string) => fileBeside(path, readFileSync(path).fill(255, 4096))],
    ['workspace-foreign', (path: string) => altered(path, 'PRAGMA application_id = 7')],
    ['workspace-newer', (path: string) => altered(path, 'PRAGMA user_version = 9999')],
    ['input-invalid', (path: string) => path],
    ['input-invalid', (path: string) => linked(path)],
  ])('is refused as %s and leaves the workspace as it is', (code, make) => {
    const { path } = withBackup()
    const before = readFileSync(path)
    const backup = make(path)
    expect(() => restore(backup, path, AT)).toThrow(failing(code))
    expect(readFileSync(path)).toEqual(before)
    expect(readdirSync(dirname(path)).filter((name) => /partial|before/.test(name))).toEqual([])
  })
})

function fileBeside(path: string, content: string | Buffer): string {
  const other = `${path}.other`
  writeFileSync(other, content)
  return other
}

function altered(path: string, sql: string): string {
  const other = fileBeside(path, readFileSync(path))
  const database = new Database(other)
  database.exec(sql)
  database.close()
  return other
}

function linked(path: string): string {
  const other = `${path}.other`
  linkSync(path, other)
  return other
}
