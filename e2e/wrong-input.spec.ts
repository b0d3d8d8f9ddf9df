import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seventy } from './command-line'
import { fillWorkspace, hash, type FilledWorkspace } from './filled-workspace'

/** One error for each kind of wrong input, and the workspace byte for byte as it was. */

// One filled workspace serves all tests of this file.
test.describe.configure({ mode: 'default' })

let filled: FilledWorkspace

test.beforeAll(() => {
  filled = fillWorkspace()
})

test.afterAll(() => {
  filled.remove()
})

const run = (...args: string[]) => filled.run(...args)

const header = 'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
const good = '2023-11-01,0b9a52b1-6d6f-4f0e-9f0c-3a1c6f1f9a10,Aldercross,Sentinel,120.50,PAL'
const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 8, 0])
const compound = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.from('Workbook\0', 'utf16le'),
])

/** Name, content, code, place. Each has to leave the workspace byte for byte as it was. */
const wrongInputs: readonly (readonly [string, string | Uint8Array, string, object])[] = [
  ['prose.csv', 'Dear colleague,\nplease find the numbers below.\n', 'file-unrecognised', {}],
  ['empty.csv', '', 'file-empty', {}],
  ['header.csv', `${header}\n`, 'file-header-only', {}],
  [
    'month.csv',
    `${header}\n${good}\n${good.replace('2023-11-01', '2023-13')}\n`,
    'month-invalid',
    { row: 3, column: 'Month', value: '2023-13' },
  ],
  [
    'tenant.csv',
    `${header}\n${good.replace(/0b9a[^,]*/, 'abc')}\n`,
    'tenant-id-invalid',
    { row: 2, column: 'CustomerTenantId', value: 'abc' },
  ],
  [
    'money.csv',
    `${header}\n${good.replace('120.50', '12x')}\n`,
    'number-invalid',
    { row: 2, column: 'ACR_USD', value: '12x' },
  ],
  ['workbook.csv', zip, 'archive-damaged', {}],
  ['old.xls', compound, 'file-is-workbook', {}],
]

for (const [name, content, code, place] of wrongInputs) {
  test(`${name} is refused as ${code} and leaves the workspace as it was`, () => {
    const path = filled.file(name, content)
    const before = hash(filled.workspace)
    const refused = run('import', '--profile', filled.partners[0]?.name ?? '', path, '--json')
    expect(refused.status).toBe(3)
    expect(refused.stderr).toMatch(new RegExp(`^(read .*\\n)*error\\[${code}\\]: .+\\n$`))
    expect(refused.json()).toMatchObject({
      error: { code, details: { file: path, ...place } },
      files: [{ path, status: 'rejected', errorCounts: { [code]: 1 } }],
    })
    expect(hash(filled.workspace)).toBe(before)
    expect(existsSync(`${filled.workspace}-wal`)).toBe(false)
  })
}

test('a path that is missing, or a folder, is refused as file-unreadable', () => {
  const before = hash(filled.workspace)
  mkdirSync(join(filled.folder, 'a-folder.csv'), { recursive: true })
  for (const name of ['nowhere.csv', 'a-folder.csv']) {
    const refused = run(
      'import',
      '--profile',
      filled.partners[0]?.name ?? '',
      join(filled.folder, name),
      '--json',
    )
    expect([refused.status, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      3,
      'file-unreadable',
    ])
  }
  expect(hash(filled.workspace)).toBe(before)
})

test('one bad file keeps the good ones beside it out, too', () => {
  const before = hash(filled.workspace)
  const good2 = filled.file('good.csv', `${header}\n${good}\n`)
  const refused = run(
    'import',
    '--profile',
    filled.partners[0]?.name ?? '',
    good2,
    filled.file('bad.csv', ''),
    '--json',
  )
  expect(refused.status).toBe(3)
  expect(hash(filled.workspace)).toBe(before)
})

test('bad rows can be left out and saved with their reason', () => {
  const own = join(filled.folder, 'skip.seventy')
  const rejects = join(filled.folder, 'rejects.csv')
  const path = filled.file('mixed.csv', `${header}\n${good}\n${good.replace('120.50', '12x')}\n`)
  seventy(['profile', 'add', '--name', 'P', '--workspace', own])
  const imported = seventy([
    'import',
    '--profile',
    'P',
    path,
    '--skip-bad-rows',
    '--rejects',
    rejects,
    '--workspace',
    own,
    '--json',
  ])
  expect(imported.status).toBe(0)
  expect(imported.json()).toMatchObject({
    files: [{ status: 'imported', rows: { read: 2, accepted: 1, rejected: 1 } }],
  })
  const saved = readFileSync(rejects, 'utf8')
  expect(saved).toContain('12x')
  expect(saved.split('\n')[0]).toContain('reason')
})

test('a profile that does not exist is not found', () => {
  const before = hash(filled.workspace)
  for (const args of [
    ['score'],
    ['import', 'x.csv'],
    ['report', '--out', join(filled.folder, 'x.json')],
  ]) {
    const missing = run(...args, '--profile', 'Nobody Ltd', '--json')
    expect([missing.status, missing.json<{ error: { code: string } }>().error.code]).toEqual([
      4,
      'profile-not-found',
    ])
  }
  expect(hash(filled.workspace)).toBe(before)
})

test('a workspace of a newer version, a foreign database and a damaged file are left alone', () => {
  const newer = join(filled.folder, 'newer.seventy')
  copyFileSync(filled.workspace, newer)
  const bytes = readFileSync(newer)
  bytes.writeUInt32BE(9_999, 60)
  writeFileSync(newer, bytes)
  const foreign = filled.file('foreign.seventy', readFileSync(filled.workspace).fill(0x41, 68, 72))
  const damaged = filled.file(
    'damaged.seventy',
    'this is not a database, and it is long enough to have a header of one hundred bytes in SQLite terms, is it not?',
  )
  for (const [path, code] of [
    [newer, 'workspace-newer'],
    [foreign, 'workspace-foreign'],
    [damaged, 'workspace-damaged'],
  ] as const) {
    const before = hash(path)
    for (const command of [['profile', 'list'], ['profile', 'add', '--name', 'X'], ['verify']]) {
      const refused = seventy([...command, '--workspace', path, '--json'])
      expect([refused.status, refused.json<{ error: { code: string } }>().error.code]).toEqual([
        5,
        code,
      ])
    }
    expect(hash(path)).toBe(before)
  }
})

test('a workspace that is not there is not found, and is not made by looking', () => {
  const nowhere = join(filled.folder, 'nowhere.seventy')
  const missing = seventy(['score', '--profile', 'X', '--workspace', nowhere, '--json'])
  expect([missing.status, missing.json<{ error: { code: string } }>().error.code]).toEqual([
    4,
    'workspace-not-found',
  ])
  expect(existsSync(nowhere)).toBe(false)
})

test('wrong usage names what is wrong and ends with 2', () => {
  for (const args of [
    ['frobnicate'],
    ['score'],
    ['score', '--profile'],
    ['import', '--profile', 'X'],
    ['score', '--profile', 'X', '--as-of', '2023-02-30'],
    ['score', '--profile', 'X', '--colour', 'red'],
    ['report', '--profile', 'X', '--out', 'x.doc'],
  ]) {
    const wrong = run(...args)
    expect(wrong.status, args.join(' ')).toBe(2)
    expect(wrong.stderr).toMatch(/^error\[usage\]: .+\n$/)
  }
})
