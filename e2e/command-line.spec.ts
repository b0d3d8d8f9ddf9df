import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seventy, writeSample, type SamplePartner } from './command-line'

/** The command line as a process: shapes of CLI.md, and one error for each kind of wrong input. */

let folder = ''
let workspace = ''
let partners: readonly SamplePartner[] = []

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seventy-cli-'))
  workspace = join(folder, 'w.seventy')
  partners = writeSample(folder)
  for (const { name, mpnId, files } of partners) {
    expect(run('profile', 'add', '--name', name, '--mpn', mpnId).status).toBe(0)
    expect(run('import', '--profile', name, ...files).status).toBe(0)
  }
})

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function run(...args: string[]) {
  return seventy([...args, '--workspace', workspace])
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const asOf = ['--as-of', '2023-12-15', '--json']

interface ScoreDocument {
  total: number
  totalShown: number
  attained: boolean
  metrics: {
    id: string
    points: number
    minimumMet: boolean
    streams?: object[]
    steps?: object[]
  }[]
}

test('score --json has the shape that CLI.md fixes', () => {
  const score = run('score', '--profile', partners[0]?.name ?? '', ...asOf).json()
  expect(score).toMatchObject({
    designation: 'security',
    edition: 'security-2023-12',
    track: null,
    asOf: '2023-12-15',
    usageMonth: '2023-11',
    total: 84,
    max: 100,
    threshold: 70,
    attained: true,
    metrics: [
      {
        id: 'net-customer-adds',
        category: 'performance',
        points: 16,
        max: 20,
        minimumMet: true,
        status: 'scored',
        streams: [
          { id: 'azure', current: 11, previous: 6, delta: 5, points: 10 },
          { id: 'm365', current: 8, previous: 5, delta: 3, points: 6 },
        ],
      },
      {
        id: 'intermediate-certifications',
        category: 'skilling',
        points: 33.333333,
        max: 40,
        minimumMet: true,
        status: 'scored',
        steps: [
          { id: 'step-1', people: 2, required: 2, met: true },
          { id: 'step-2', people: 3, required: 2, met: true },
          { id: 'step-3', people: 5 },
        ],
      },
      { id: 'deployments', category: 'customer-success', points: 16.666667, max: 20 },
      {
        id: 'usage-growth',
        category: 'customer-success',
        points: 18,
        max: 20,
        streams: [
          { id: 'azure', delta: 12500, points: 10 },
          { id: 'm365', delta: 1000, points: 8 },
        ],
      },
    ],
    readings: {
      streamFloor: 'each',
      growthSteps: 'proportional',
      metricMinimum: 'one',
      seatScope: 'workload',
      activeCap: 'paid',
      currentMonth: 'strict',
    },
  })
  expect(score['alternatives']).toBeInstanceOf(Array)
  expect(score['warnings']).toContainEqual(
    expect.objectContaining({ code: 'unknown-service', count: 1 }),
  )
})

test('exactly 70 points are attained, 72 with a failed minimum are not', () => {
  const [, failed, exact] = partners
  const seventyExactly = run('score', '--profile', exact?.name ?? '', ...asOf).json<ScoreDocument>()
  expect(seventyExactly).toMatchObject({ total: 70, totalShown: 70, attained: true })
  const missed = run('score', '--profile', failed?.name ?? '', ...asOf).json<ScoreDocument>()
  expect(missed).toMatchObject({ total: 72, attained: false })
  expect(missed.metrics[0]).toMatchObject({ points: 0, minimumMet: false })
})

test('a reading changes the score and is named in it', () => {
  const name = partners[0]?.name ?? ''
  const score = run('score', '--profile', name, ...asOf, '--reading', 'activeCap=reported').json()
  expect(score).toMatchObject({ readings: { activeCap: 'reported' } })
  expect(run('score', '--profile', name, '--reading', 'activeCap=never').status).toBe(2)
})

test('importing the same files again changes nothing', () => {
  const before = hash(workspace)
  const again = run(
    'import',
    '--profile',
    partners[0]?.name ?? '',
    ...(partners[0]?.files ?? []),
    '--json',
  )
  expect(again.status).toBe(0)
  const { files } = again.json<{ files: { status: string }[] }>()
  expect(files.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(hash(workspace)).toBe(before)
})

test('verify finds the workspace sound', () => {
  const verified = run('verify', '--json')
  expect(verified.status).toBe(0)
  expect(verified.json()).toMatchObject({ ok: true })
})

test('profiles are added, listed and removed with all their data', () => {
  const own = join(folder, 'own.seventy')
  const at = (...args: string[]) => seventy([...args, '--workspace', own, '--json'])
  expect(at('profile', 'add', '--name', 'Quill & Rye', '--mpn', '12').json()).toMatchObject({
    profile: { name: 'Quill & Rye', mpnId: '12' },
  })
  const twice = at('profile', 'add', '--name', 'quill & rye')
  expect([twice.status, twice.json<{ error: { code: string } }>().error.code]).toEqual([
    3,
    'profile-exists',
  ])
  expect(at('profile', 'list').json<{ profiles: object[] }>().profiles).toHaveLength(1)
  expect(at('profile', 'remove', 'QUILL & RYE').status).toBe(0)
  expect(at('profile', 'list').json<{ profiles: object[] }>().profiles).toHaveLength(0)
})

const header = 'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
const good = '2023-11-01,0b9a52b1-6d6f-4f0e-9f0c-3a1c6f1f9a10,Aldercross,Sentinel,120.50,PAL'
const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 8, 0])

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
  ['workbook.csv', zip, 'file-is-workbook', {}],
]

for (const [name, content, code, place] of wrongInputs) {
  test(`${name} is refused as ${code} and leaves the workspace as it was`, () => {
    const path = file(name, content)
    const before = hash(workspace)
    const refused = run('import', '--profile', partners[0]?.name ?? '', path, '--json')
    expect(refused.status).toBe(3)
    expect(refused.stderr).toMatch(new RegExp(`^(read .*\\n)*error\\[${code}\\]: .+\\n$`))
    expect(refused.json()).toMatchObject({
      error: { code, details: { file: path, ...place } },
      files: [{ path, status: 'rejected', errorCounts: { [code]: 1 } }],
    })
    expect(hash(workspace)).toBe(before)
    expect(existsSync(`${workspace}-wal`)).toBe(false)
  })
}

test('a path that is missing, or a folder, is refused as file-unreadable', () => {
  const before = hash(workspace)
  mkdirSync(join(folder, 'a-folder.csv'), { recursive: true })
  for (const name of ['nowhere.csv', 'a-folder.csv']) {
    const refused = run(
      'import',
      '--profile',
      partners[0]?.name ?? '',
      join(folder, name),
      '--json',
    )
    expect([refused.status, refused.json<{ error: { code: string } }>().error.code]).toEqual([
      3,
      'file-unreadable',
    ])
  }
  expect(hash(workspace)).toBe(before)
})

test('one bad file keeps the good ones beside it out, too', () => {
  const before = hash(workspace)
  const good2 = file('good.csv', `${header}\n${good}\n`)
  const refused = run(
    'import',
    '--profile',
    partners[0]?.name ?? '',
    good2,
    file('bad.csv', ''),
    '--json',
  )
  expect(refused.status).toBe(3)
  expect(hash(workspace)).toBe(before)
})

test('bad rows can be left out and saved with their reason', () => {
  const own = join(folder, 'skip.seventy')
  const rejects = join(folder, 'rejects.csv')
  const path = file('mixed.csv', `${header}\n${good}\n${good.replace('120.50', '12x')}\n`)
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
  const before = hash(workspace)
  for (const args of [
    ['score'],
    ['import', 'x.csv'],
    ['report', '--out', join(folder, 'x.json')],
  ]) {
    const missing = run(...args, '--profile', 'Nobody Ltd', '--json')
    expect([missing.status, missing.json<{ error: { code: string } }>().error.code]).toEqual([
      4,
      'profile-not-found',
    ])
  }
  expect(hash(workspace)).toBe(before)
})

test('a workspace of a newer version, a foreign database and a damaged file are left alone', () => {
  const newer = join(folder, 'newer.seventy')
  copyFileSync(workspace, newer)
  const bytes = readFileSync(newer)
  bytes.writeUInt32BE(9_999, 60)
  writeFileSync(newer, bytes)
  const foreign = file('foreign.seventy', readFileSync(workspace).fill(0x41, 68, 72))
  const damaged = file(
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
  const nowhere = join(folder, 'nowhere.seventy')
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

test('report writes JSON that says the same as score', () => {
  const out = join(folder, 'report.json')
  const name = partners[2]?.name ?? ''
  expect(run('report', '--profile', name, '--as-of', '2023-12-15', '--out', out).status).toBe(0)
  const model = JSON.parse(readFileSync(out, 'utf8')) as { score: unknown; client: string }
  expect(model.client).toBe(name)
  expect(model.score).toEqual(run('score', '--profile', name, ...asOf).json())
})
