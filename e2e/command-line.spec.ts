import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { seventy } from './command-line'
import { fillWorkspace, hash, type FilledWorkspace } from './filled-workspace'

/** The command line as a process: the shapes that CLI.md fixes. */

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
  const score = run('score', '--profile', filled.partners[0]?.name ?? '', ...asOf).json()
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
          { id: 'azure', current: 12, previous: 7, delta: 5, points: 10 },
          { id: 'm365', current: 9, previous: 6, delta: 3, points: 6 },
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
  const [, failed, exact] = filled.partners
  const seventyExactly = run('score', '--profile', exact?.name ?? '', ...asOf).json<ScoreDocument>()
  expect(seventyExactly).toMatchObject({ total: 70, totalShown: 70, attained: true })
  const missed = run('score', '--profile', failed?.name ?? '', ...asOf).json<ScoreDocument>()
  expect(missed).toMatchObject({ total: 72, attained: false })
  expect(missed.metrics[0]).toMatchObject({ points: 0, minimumMet: false })
})

test('a reading changes the score and is named in it', () => {
  const name = filled.partners[0]?.name ?? ''
  const score = run('score', '--profile', name, ...asOf, '--reading', 'activeCap=reported').json()
  expect(score).toMatchObject({ readings: { activeCap: 'reported' } })
  expect(run('score', '--profile', name, '--reading', 'activeCap=never').status).toBe(2)
})

test('importing the same files again changes nothing', () => {
  const before = hash(filled.workspace)
  const again = run(
    'import',
    '--profile',
    filled.partners[0]?.name ?? '',
    ...(filled.partners[0]?.files ?? []),
    '--json',
  )
  expect(again.status).toBe(0)
  const { files } = again.json<{ files: { status: string }[] }>()
  expect(files.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(hash(filled.workspace)).toBe(before)
})

test('verify finds the workspace sound', () => {
  const verified = run('verify', '--json')
  expect(verified.status).toBe(0)
  expect(verified.json()).toMatchObject({ ok: true })
})

test('profiles are added, listed and removed with all their data', () => {
  const own = join(filled.folder, 'own.seventy')
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

test('report writes JSON that says the same as score', () => {
  const out = join(filled.folder, 'report.json')
  const name = filled.partners[2]?.name ?? ''
  expect(run('report', '--profile', name, '--as-of', '2023-12-15', '--out', out).status).toBe(0)
  const model = JSON.parse(readFileSync(out, 'utf8')) as { score: unknown; client: string }
  expect(model.client).toBe(name)
  expect(model.score).toEqual(run('score', '--profile', name, ...asOf).json())
})
