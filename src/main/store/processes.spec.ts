import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openReadable, openWritable } from './open'
import { AT, addProfile, azureLines, hashOf, importFiles, temporaryWorkspace } from './test-support'

const root = resolve(import.meta.dirname, '../../..')
/** Below node_modules, where the compiled store finds its dependencies. */
const compiled = join(root, `node_modules/.cache/store-crash-${process.pid}`)

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'open.ts'),
      outDir: compiled,
      emptyOutDir: true,
      rollupOptions: {
        external: ['better-sqlite3', 'zod'],
        output: { entryFileNames: 'open.mjs' },
      },
    },
  })
})

afterAll(() => rmSync(compiled, { recursive: true, force: true }))

/** Runs a script against the workspace in a process of its own, and waits for its end. */
function runElsewhere(path: string, script: string): { status: number | null; stderr: string } {
  const file = join(compiled, 'script.mjs')
  writeFileSync(
    file,
    `import { openReadable, openWritable } from ${JSON.stringify(pathToFileURL(join(compiled, 'open.mjs')).href)}
     const path = ${JSON.stringify(path)}
     const die = () => process.kill(process.pid, 'SIGKILL')
     ${script}`,
  )
  const { status, stderr } = spawnSync(process.execPath, [file], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stderr }
}

/** What became of a process that was killed: it has no status, on Windows 1. */
const killed = { status: process.platform === 'win32' ? 1 : null, stderr: '' }

/** Writes so many rows into an import that the log gets pages before the commit. */
const IMPORT = `
  const count = 200_000
  const zeros = () => new Uint32Array(count)
  const writer = store.beginImport(1, 'replace', '${AT}')
  const file = writer.beginFile({ name: 'big', sha256: '${hashOf('big')}', bytes: 1, dataset: 'azure-usage' })
  file.azure(
    {
      count, line: zeros().fill(2), month: zeros().fill(24286), tenant: zeros(), service: zeros(), offer: zeros(),
      association: zeros(), location: zeros(), duplicate: new Uint8Array(count),
      microUsd: new Float64Array(count).fill(1e6),
    },
    {
      tenants: { ids: ['00000000-0000-4000-8000-000000000001'], names: [null] }, services: ['Sentinel'],
      workloads: [], offers: [null], associations: ['PAL'], locations: ['1001'],
    },
  )`

describe('after a crash', () => {
  it('in the middle of a transaction the workspace is as it was before', () => {
    const { path, store } = temporaryWorkspace()
    const profile = addProfile(store)
    importFiles(store, profile, [
      { name: 'a', azure: [{ month: '2023-11', tenant: 1, microUsd: 5 }] },
    ])
    const before = azureLines(store, profile)
    store.close()
    const script = `const store = openWritable(path); store.transaction(() => { ${IMPORT}; die() })`
    expect(runElsewhere(path, script)).toEqual(killed)
    expect(existsSync(`${path}-wal`)).toBe(true)
    const reopened = openWritable(path)
    onTestFinished(() => reopened.close())
    expect(azureLines(reopened, profile)).toEqual(before)
    expect(reopened.files(profile).map(({ name }) => name)).toEqual(['a'])
    expect(reopened.verify()).toMatchObject({ ok: true })
  })

  it('right after a commit the workspace holds what was committed', () => {
    const { path, store } = temporaryWorkspace()
    store.close()
    const script = `const store = openWritable(path)
      store.transaction(() => store.setSetting('firm', 'Halden'))
      die()`
    expect(runElsewhere(path, script)).toEqual(killed)
    const reopened = openWritable(path)
    onTestFinished(() => reopened.close())
    expect(reopened.setting('firm')).toBe('Halden')
  })

  it('while a workspace was being created it is created again', () => {
    const { path, store } = temporaryWorkspace()
    store.close()
    writeFileSync(`${path}-journal`, journalOfAnEmptyFile())
    const reopened = openWritable(path, { create: true })
    onTestFinished(() => reopened.close())
    expect(reopened.profiles()).toEqual([])
    expect(reopened.verify()).toMatchObject({ ok: true })
    expect(existsSync(`${path}-journal`)).toBe(false)
  })
})

describe('two processes', () => {
  it('do not take the log from each other, even when one of them looked at the file again', () => {
    const { path, store } = temporaryWorkspace()
    addProfile(store, 'Halden')
    openReadable(path).close()
    expect(runElsewhere(path, 'openReadable(path).close(); openWritable(path).close()')).toEqual({
      status: 0,
      stderr: '',
    })
    expect(existsSync(`${path}-shm`)).toBe(true)
    addProfile(store, 'Arven')
    const names = `process.exit(openReadable(path).profiles().length === 2 ? 0 : 1)`
    expect(runElsewhere(path, names)).toEqual({ status: 0, stderr: '' })
  })
})

/** A journal that says "the file was empty" (sqlite.org/fileformat.html, "The Rollback Journal"). */
function journalOfAnEmptyFile(): Buffer {
  const journal = Buffer.alloc(512)
  journal.write('d9d505f920a163d7', 'hex')
  journal.writeUInt32BE(512, 20)
  journal.writeUInt32BE(4096, 24)
  return journal
}
