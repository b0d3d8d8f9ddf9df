import { describe, expect, it } from 'vitest'
import {
  archiveFaults,
  contentFaults,
  nativeModule,
  packageJsonFaults,
  packageOf,
  productionPackages,
  required,
} from './archive-rules.mjs'
import { walk } from './archive.mjs'

const target = { platform: 'linux', arch: 'x64' }
const packages = new Set(['node_modules/better-sqlite3', 'node_modules/@cantoo/pdf-lib'])

function file(path: string, unpacked = path.endsWith('.node')) {
  return { path, size: 1, unpacked }
}

const whole = required(target).map((path) => file(path))

function faultsWith(...extra: ReturnType<typeof file>[]) {
  return archiveFaults([...whole, ...extra], { ...target, packages })
}

describe('the listing of an archive', () => {
  it('is right with the parts of the program and production dependencies', () => {
    const extra = ['out/main/chunks/a.js', 'node_modules/@cantoo/pdf-lib/es/index.js']
    expect(faultsWith(...extra.map((path) => file(path)))).toEqual([])
  })

  it.each(required(target))('is wrong without %s', (missing) => {
    const files = whole.filter(({ path }) => path !== missing)
    expect(archiveFaults(files, { ...target, packages })).toEqual([`${missing} is missing`])
  })

  it.each([
    ['src/main/index.ts', 'a source'],
    ['out/renderer/app/App.vue', 'a source'],
    ['node_modules/@cantoo/pdf-lib/src/index.ts', 'a source'],
    ['out/main/tsconfig.json', 'a source'],
    ['out/main/score.spec.js', 'a test'],
    ['e2e/app.js', 'a test'],
    ['test-results/unit.json', 'a test'],
    ['tools/run/start.mjs', 'a tool'],
    ['bench/run.mjs', 'a tool'],
    ['out/electron-host/electron.mjs', 'a tool'],
    ['out/main/index.js.map', 'a source map'],
    ['node_modules/better-sqlite3/deps/sqlite3/sqlite3.c', 'a native source'],
    ['node_modules/better-sqlite3/binding.gyp', 'a native source'],
    ['README.md', 'no part of the program'],
    ['package-lock.json', 'no part of the program'],
    ['node_modules/vue/index.js', 'belongs to no production dependency'],
    ['node_modules/better-sqlite3/node_modules/vue/index.js', 'no production dependency'],
    ['node_modules/better-sqlite3/prebuilds/win32-x64.node', 'for another platform'],
    ['node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node', 'for another platform'],
  ])('is wrong with %s', (path, reason) => {
    const faults = faultsWith(file(path))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every((fault) => fault.startsWith(path))).toBe(true)
    expect(faults.join('\n')).toContain(reason)
  })

  it('is wrong with the native module inside', () => {
    const files = whole.map(({ path }) => file(path, false))
    expect(archiveFaults(files, { ...target, packages })).toEqual([
      `${nativeModule(target)} is inside the archive`,
    ])
  })

  it('is wrong with a script outside, where no integrity check reaches', () => {
    const path = 'node_modules/better-sqlite3/lib/index.js'
    expect(faultsWith(file(path, true))).toEqual([`${path} is outside the archive`])
  })

  it('is read from the header with folders resolved and the flag of each file', () => {
    const header = {
      files: {
        out: { files: { 'a.js': { size: 3 } } },
        'b.node': { size: 5, unpacked: true },
      },
    }
    expect([...walk(header, '')]).toEqual([
      { path: 'out/a.js', size: 3, unpacked: false },
      { path: 'b.node', size: 5, unpacked: true },
    ])
  })
})

describe('the owner of a file', () => {
  it.each([
    ['node_modules/zod/index.js', 'node_modules/zod'],
    ['node_modules/@cantoo/pdf-lib/es/index.js', 'node_modules/@cantoo/pdf-lib'],
    ['node_modules/a/node_modules/@b/c/d.js', 'node_modules/a/node_modules/@b/c'],
    ['out/main/index.js', undefined],
  ])('of %s is %s', (path, owner) => {
    expect(packageOf(path)).toBe(owner)
  })
})

describe('production packages', () => {
  it('are those of the lock file that are neither for development nor links into the checkout', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/zod': {},
        'node_modules/vue': { dev: true },
        'node_modules/either': { devOptional: true },
        'node_modules/linked': { link: true },
        'tools/node-runtime': {},
      },
    }
    expect([...productionPackages(lock)]).toEqual(['node_modules/zod'])
  })
})

describe('the packed package.json', () => {
  const source = { name: 'seventy', version: '1.0.0', main: 'out/main/index.js', type: 'module' }

  it('is right when it is the one of the checkout without what is for the checkout', () => {
    expect(packageJsonFaults(source, { ...source, scripts: {}, devDependencies: {} })).toEqual([])
  })

  it.each(['scripts', 'devDependencies', 'build'])('is wrong with %s', (field) => {
    expect(packageJsonFaults({ ...source, [field]: {} }, source)).toEqual([
      `package.json still has ${field}`,
    ])
  })

  it.each(['name', 'version', 'main', 'type'])('is wrong with another %s', (field) => {
    expect(packageJsonFaults({ ...source, [field]: 'other' }, source)).toEqual([
      `package.json has another ${field} than the checkout`,
    ])
  })
})

describe('what is compiled in', () => {
  const sources = {
    editions: [{ id: 'security-1' }, { id: 'security-2' }],
    migrations: ['CREATE TABLE files (\n);\nCREATE TABLE months (\n);'],
  }

  it('is right with every edition and every table', () => {
    const compiled = '"security-1" "security-2" CREATE TABLE files ( CREATE TABLE months ('
    expect(contentFaults(compiled, sources)).toEqual([])
  })

  it('is wrong without an edition or a table', () => {
    expect(contentFaults('"security-1" CREATE TABLE files (', sources)).toEqual([
      'edition security-2 is not compiled in',
      'the migration with CREATE TABLE months is not compiled in',
    ])
  })
})
