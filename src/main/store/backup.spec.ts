import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUp, putBack } from './backup'
import { latestVersion, migrations } from './migrations'
import { openReadable } from './open'
import { AT, addProfile, temporaryFolder, temporaryWorkspace } from './test-support'

function namesIn(path: string): string[] {
  const store = openReadable(path)
  onTestFinished(() => store.close())
  return store.profiles().map(({ name }) => name)
}

describe('a backup', () => {
  it('is a workspace with the same content, made while the original is open', () => {
    const { path, store } = temporaryWorkspace()
    addProfile(store, 'Halden')
    const target = join(temporaryFolder(), 'copy.seventy')
    expect(backUp(path, target)).toBe(readFileSync(target).length)
    expect(namesIn(target)).toEqual(['Halden'])
    const copy = openReadable(target)
    onTestFinished(() => copy.close())
    expect(copy.verify()).toMatchObject({ ok: true, schemaVersion: latestVersion(migrations) })
  })

  it('holds what was committed and nothing of a transaction that is still open', () => {
    const { path, store } = temporaryWorkspace()
    const target = join(temporaryFolder(), 'copy.seventy')
    store.transaction(() => {
      store.addProfile({ name: 'Halden', mpnId: null, sample: false }, AT)
      backUp(path, target)
    })
    expect(namesIn(target)).toEqual([])
  })

  it('takes the place of an older one', () => {
    const { path, store } = temporaryWorkspace()
    const target = join(temporaryFolder(), 'copy.seventy')
    backUp(path, target)
    addProfile(store, 'Halden')
    backUp(path, target)
    expect(namesIn(target)).toEqual(['Halden'])
  })

  it('leaves nothing behind when it cannot be written', () => {
    const { path } = temporaryWorkspace()
    const unwritable = expect.objectContaining({ code: 'output-unwritable' })
    expect(() => backUp(path, join(dirname(path), 'missing', 'copy.seventy'))).toThrow(unwritable)
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'copy.seventy'))
    expect(() => backUp(path, join(folder, 'copy.seventy'))).toThrow(unwritable)
    expect(readdirSync(folder)).toEqual(['copy.seventy'])
  })

  it('never takes the place of the workspace itself, by whatever name', () => {
    const { path, store } = temporaryWorkspace()
    addProfile(store, 'Halden')
    const link = join(temporaryFolder(), 'link.seventy')
    symlinkSync(path, link)
    for (const target of [path, link])
      expect(() => backUp(path, target)).toThrow(
        expect.objectContaining({ code: 'output-unwritable' }),
      )
    expect(namesIn(path)).toEqual(['Halden'])
  })

  it.each([1, 2, 3])('leaves nothing behind when it is stopped, asked %i times', (asked) => {
    const { path } = temporaryWorkspace()
    const folder = temporaryFolder()
    let times = 0
    expect(() => backUp(path, join(folder, 'copy.seventy'), () => ++times === asked)).toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not made of a damaged workspace, and an older backup stays', () => {
    const { path, store } = temporaryWorkspace()
    addProfile(store)
    store.close()
    const target = join(temporaryFolder(), 'copy.seventy')
    backUp(path, target)
    const before = readFileSync(target)
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096)
    writeFileSync(path, bytes)
    expect(() => backUp(path, target)).toThrow(
      expect.objectContaining({ code: 'workspace-damaged' }),
    )
    expect(readFileSync(target)).toEqual(before)
    expect(readdirSync(dirname(target))).toEqual(['copy.seventy'])
  })

  it('can be put back in the place of a workspace and its log', () => {
    const { path, store } = temporaryWorkspace()
    addProfile(store, 'Halden')
    const target = join(temporaryFolder(), 'copy.seventy')
    backUp(path, target)
    addProfile(store, 'Arven')
    store.close()
    writeFileSync(`${path}-wal`, 'a log of the workspace that goes')
    putBack(target, path)
    expect(namesIn(path)).toEqual(['Halden'])
    expect(namesIn(target)).toEqual(['Halden'])
  })
})
