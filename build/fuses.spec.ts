import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fuseConfig, fuseFaults, fuses } from './fuses.mjs'
import { factoryWire, fuseWire } from './stub-runtime.mjs'

const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seventy-fuses-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function binary(content: Buffer) {
  const path = join(folder, 'binary')
  writeFileSync(path, Buffer.concat([Buffer.from('before'), content, Buffer.from('after')]))
  return path
}

async function faultsOf(path: string) {
  return fuseFaults({ ...(await getCurrentFuseWire(path)) })
}

describe('the list of fuses', () => {
  it('names every fuse that the library knows once, in the order of the wire', () => {
    expect(fuses.map(({ option }) => option)).toEqual(known)
  })

  it('gives a whole sentence as reason for each', () => {
    for (const { reason } of fuses) expect(reason).toMatch(/^\S+ .{20,}\.$/)
  })

  it('closes every way into the main process from outside', () => {
    const off = fuses.filter(({ on }) => !on).map(({ option }) => FuseV1Options[option])
    expect(off).toEqual(
      expect.arrayContaining([
        'RunAsNode',
        'EnableNodeOptionsEnvironmentVariable',
        'EnableNodeCliInspectArguments',
      ]),
    )
  })
})

describe('flipping', () => {
  it('turns what Electron is delivered with into exactly the list', async () => {
    const path = binary(fuseWire())
    await flipFuses(path, fuseConfig())
    expect(await faultsOf(path)).toEqual([])
  })

  it('refuses a binary whose wire is longer than the list', async () => {
    const path = binary(fuseWire(`${factoryWire}1`))
    await expect(flipFuses(path, fuseConfig())).rejects.toThrow(/strictlyRequireAllFuses/)
  })

  it('refuses a binary whose wire is too short for the list', async () => {
    const path = binary(fuseWire(factoryWire.slice(0, -1)))
    await expect(flipFuses(path, fuseConfig())).rejects.toThrow(/not long enough/)
  })
})

describe('reading back', () => {
  const right = fuses.map(({ on }) => (on ? '1' : '0')).join('')

  it.each(fuses.map(({ option }) => [FuseV1Options[option], option] as const))(
    'names %s when it alone is wrong',
    async (name, option) => {
      const states = [...right]
      states[option] = states[option] === '1' ? '0' : '1'
      const faults = await faultsOf(binary(fuseWire(states.join(''))))
      expect(faults).toHaveLength(1)
      expect(faults[0]).toContain(`fuse ${String(name)} has to be`)
    },
  )

  it('names a fuse of the binary that is not in the list', async () => {
    expect(await faultsOf(binary(fuseWire(`${right}0`)))).toEqual([
      'fuse 9 of the binary is not in the list',
    ])
  })

  it('names a fuse that the binary does not have', async () => {
    const faults = await faultsOf(binary(fuseWire(right.slice(0, -1))))
    expect(faults).toEqual(['fuse WasmTrapHandlers has to be on, but is missing'])
  })

  it('names a fuse that Electron has removed', async () => {
    const faults = await faultsOf(binary(fuseWire(`r${right.slice(1)}`)))
    expect(faults).toEqual(['fuse RunAsNode has to be off, but is removed'])
  })

  it('trusts no wire of another version', () => {
    expect(fuseFaults({ version: '2' })).toEqual(['the fuse wire has version 2, expected 1'])
  })
})
