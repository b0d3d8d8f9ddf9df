import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { Arch, type AfterPackContext } from 'electron-builder'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import afterPack, { packedExecutable } from './after-pack.mjs'
import { fuseFaults } from './fuses.mjs'
import { embeddedIntegrity, fuseWire, writeStubRuntime } from './stub-runtime.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seventy-after-pack-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function context(electronPlatformName: string, packager: object = {}) {
  return {
    appOutDir: folder,
    electronPlatformName,
    arch: Arch.x64,
    packager: { appInfo: { productFilename: 'Seventy' }, ...packager },
  } as unknown as AfterPackContext
}

const linux = () => context('linux', { executableName: 'seventy' })

describe('the hook after packing', () => {
  it('leaves the fuses of the packed binary as the list has them', async () => {
    writeFileSync(join(folder, 'seventy'), fuseWire())
    await afterPack(linux())
    expect(fuseFaults({ ...(await getCurrentFuseWire(join(folder, 'seventy'))) })).toEqual([])
  })

  it('ends the build when the binary has no fuse wire', async () => {
    writeFileSync(join(folder, 'seventy'), 'a binary of something else')
    await expect(afterPack(linux())).rejects.toThrow(/Could not find sentinel/)
  })

  it('ends the build when there is no binary', async () => {
    await expect(afterPack(linux())).rejects.toThrow(/ENOENT/)
  })

  it('finds the program under the name that each system gives it', () => {
    expect(packedExecutable(context('win32'))).toBe(join(folder, 'Seventy.exe'))
    expect(packedExecutable(context('darwin'))).toBe(join(folder, 'Seventy.app'))
    expect(packedExecutable(linux())).toBe(join(folder, 'seventy'))
  })
})

describe('the stub for Windows', () => {
  it('is an executable without a hash of an archive, and with fuses as delivered', async () => {
    writeStubRuntime(folder, 'win32')
    const path = join(folder, 'electron.exe')
    expect(embeddedIntegrity(readFileSync(path))).toEqual([])
    expect(fuseFaults({ ...(await getCurrentFuseWire(path)) })).not.toEqual([])
  })
})
