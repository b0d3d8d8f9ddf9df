import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesSchema } from '../../shared/changes'
import { scoreSchema, type Score } from '../../shared/score'
import { systemClock } from '../system-clock'
import { commandLine, withPartner } from './testing/command-line'

/** The keys that CLI.md fixes, in its order; others may stand between them. */
const fixedKeys = {
  score: [
    ...['designation', 'edition', 'track', 'asOf', 'usageMonth', 'total', 'max', 'threshold'],
    ...['attained', 'metrics', 'readings', 'alternatives', 'warnings'],
  ],
  usageMetric: ['id', 'category', 'points', 'max', 'minimumMet', 'status', 'streams'],
  stepMetric: ['id', 'category', 'points', 'max', 'minimumMet', 'status', 'steps'],
  stream: ['id', 'current', 'previous', 'delta', 'points'],
  alternative: ['reading', 'value', 'total', 'attained'],
  warning: ['code', 'message', 'count'],
}

function expectKeys(value: object | undefined, keys: readonly string[]): void {
  expect(Object.keys(value ?? {}).filter((key) => keys.includes(key))).toEqual(keys)
}

describe('score --json', () => {
  it('is exactly one document on stdout and nothing on stderr', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const ran = await line.run('score', '--profile', name, '--json')
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toBe(`${JSON.stringify(JSON.parse(ran.stdout), null, 2)}\n`)
    const score = JSON.parse(ran.stdout) as Score
    expect(scoreSchema.parse(score)).toEqual(score)
  })

  it('has the keys of CLI.md in their order', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const score = await line.json<Score>('score', '--profile', name)
    const [adds, certifications, deployments, growth] = score.metrics
    expectKeys(score, fixedKeys.score)
    for (const metric of [adds, deployments, growth]) {
      expectKeys(metric, fixedKeys.usageMetric)
      expect(metric?.streams?.map(({ id }) => id)).toEqual(['azure', 'm365'])
      for (const stream of metric?.streams ?? []) expectKeys(stream, fixedKeys.stream)
    }
    expectKeys(certifications, fixedKeys.stepMetric)
    expect(certifications?.steps?.map((step) => Object.keys(step))).toEqual([
      ['id', 'people', 'required', 'met'],
      ['id', 'people', 'required', 'met'],
      ['id', 'people'],
    ])
    expect(Object.entries(score.readings)).toEqual([
      ['streamFloor', 'each'],
      ['growthSteps', 'proportional'],
      ['metricMinimum', 'one'],
      ['seatScope', 'workload'],
      ['activeCap', 'paid'],
      ['currentMonth', 'strict'],
    ])
    expect(score.alternatives.length).toBeGreaterThan(0)
    expect(score.warnings.length).toBeGreaterThan(0)
    for (const each of score.alternatives) expectKeys(each, fixedKeys.alternative)
    for (const each of score.warnings) expectKeys(each, fixedKeys.warning)
  })

  it('gives points and totals half up to six decimals', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const score = await line.json<Score>('score', '--profile', name)
    expect([score.total, ...score.metrics.map(({ points }) => points)]).toEqual([
      84, 16, 33.333333, 16.666667, 18,
    ])
  })

  it('takes date, edition and readings from the options', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const score = await line.json<Score>(
      ...['score', '--profile', name.toUpperCase(), '--as-of', '2023-11-30'],
      ...['--edition', 'security-2023-12', '--reading', 'activeCap=reported'],
      ...['--reading', 'currentMonth=newest', '--reading', 'activeCap=paid'],
    )
    expect(score).toMatchObject({
      asOf: '2023-11-30',
      usageMonth: '2023-10',
      edition: 'security-2023-12',
      readings: { activeCap: 'paid', currentMonth: 'newest' },
    })
    const june = await line.json<Score>('score', '--profile', name, '--as-of', '2023-11-30')
    expect(june.edition).toBe('security-2023-06')
  })

  it('takes today when no date is given, and does not guess another one', async () => {
    const line = commandLine({ clock: systemClock('2024-03-08') })
    const { name } = await withPartner(line)
    const score = await line.json<Score>('score', '--profile', name)
    expect(score).toMatchObject({ asOf: '2024-03-08', usageMonth: '2024-02' })
    expect(score.metrics[0]?.status).toBe('no-data')
  })
})

describe('score', () => {
  it('prints the table of the client', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { stdout } = await line.run('score', '--profile', name)
    expect(stdout).toMatch(new RegExp(`^${name}, security, score date 2023-12-15, `))
    expect(stdout).toContain('Total                            84.0 of 100   attained\n')
  })
})

describe('score --since', () => {
  it('adds the changes to the document, and leaves the rest of it as it is', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { changes, ...score } = await line.json<Score & { changes: unknown }>(
      ...['score', '--profile', name, '--since', '2023-11-15'],
    )
    expect(score).toEqual(await line.json('score', '--profile', name))
    expect(changesSchema.parse(changes)).toEqual(changes)
    expect(changes).toMatchObject({
      from: { asOf: '2023-11-15' },
      to: { asOf: '2023-12-15', total: 84 },
    })
  })

  it('prints the difference, the ten largest causes and what the others add up to', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { stdout } = await line.run('score', '--profile', name, '--since', '2023-11-15')
    const [, list = ''] = stdout.split('\nSince 2023-11-15: ')
    const lines = list.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^\d+\.\d then, 84\.0 now, [+-]\d+\.\d$/)
    expect(lines).toHaveLength(12)
    expect(lines[11]).toMatch(/^ +[+-]?\d+\.\d {2}\d+ other causes$/)
  })
})

describe('profile', () => {
  it('lists none before anyone has worked, without making a workspace', async () => {
    const line = commandLine()
    expect(await line.run('profile', 'list')).toEqual({
      status: 0,
      stdout: 'No partner profiles yet.\n',
      stderr: '',
    })
    expect(await line.json('profile', 'list')).toEqual({ profiles: [] })
    expect(existsSync(line.workspace)).toBe(false)
  })

  it('adds, lists by name and removes', async () => {
    const line = commandLine()
    expect((await line.run('profile', 'add', '--name', 'Zeta')).stdout).toBe('Added Zeta.\n')
    const { profile } = await line.json<{ profile: object }>(
      ...['profile', 'add', '--name', ' Acme ', '--mpn', '77'],
    )
    expect(profile).toMatchObject({ name: 'Acme', mpnId: '77', sample: false })
    expect((await line.run('profile', 'list')).stdout).toBe(
      'Acme  (data to no month yet)\nZeta  (data to no month yet)\n',
    )
    expect(await line.json('profile', 'remove', 'acme')).toEqual({ removed: 'Acme' })
    expect((await line.run('profile', 'remove', '--name', 'zeta')).stdout).toBe(
      'Removed Zeta and all its data.\n',
    )
    expect((await line.run('profile', 'list')).stdout).toBe('No partner profiles yet.\n')
  })

  it('works in the workspace that is named', async () => {
    const line = commandLine()
    const other = join(line.folder, 'other', 'w.seventy')
    await line.run('profile', 'add', '--name', 'Acme', '--workspace', other)
    expect(existsSync(line.workspace)).toBe(false)
    expect((await line.run('profile', 'list', '--workspace', other)).stdout).toContain('Acme')
  })
})

describe('verify', () => {
  it('finds a workspace with data sound', async () => {
    const line = commandLine()
    await withPartner(line)
    const { status, stdout } = await line.run('verify')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^(ok {4}[a-z-]+: .+\n){11}The workspace is sound\.\n$/)
    expect(await line.json('verify')).toMatchObject({ ok: true })
  })
})

describe('report', () => {
  it('writes the model as JSON and says what was written', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const out = join(line.folder, 'report.json')
    const document = await line.json(
      'report',
      '--profile',
      name,
      '--out',
      out,
      '--page-size',
      'Letter',
    )
    expect(document).toMatchObject({ profile: name, path: out, format: 'json', pages: 0 })
    expect(document['bytes']).toBe(statSync(out).size)
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      client: name,
      pageSize: 'Letter',
      appVersion: '1.2.3',
      score: { total: 84, asOf: '2023-12-15' },
    })
  })

  it('writes a workbook or a CSV with every customer, without the app', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    for (const ending of ['xlsx', 'csv']) {
      const out = join(line.folder, `report.${ending}`)
      const document = await line.json('report', '--profile', name, '--out', out)
      expect(document).toMatchObject({ format: ending, pages: 0, bytes: statSync(out).size })
    }
    const csv = readFileSync(join(line.folder, 'report.csv'), 'utf8')
    expect(csv).toContain('Summary,Total,84')
    expect(csv.match(/^Customers,/gm)).toHaveLength(13)
  })

  it('takes a template and some of its pages', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const out = join(line.folder, 'report.json')
    const write = (...more: string[]) =>
      line.json('report', '--profile', name, '--out', out, ...more)
    await write('--template', 'brief')
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ template: 'brief', pages: [] })
    await write('--pages', 'annex, cover')
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ pages: ['cover', 'annex'] })
    const wrong = await line.run('report', '--profile', name, '--out', out, '--pages', 'annexe')
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('cover') as string })
  })

  it('needs the app for a PDF, and leaves nothing behind without it', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const out = join(line.folder, 'report.pdf')
    const { status, stderr } = await line.run('report', '--profile', name, '--out', out)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error\[usage\]: A page is laid out by the app itself\./)
    expect(existsSync(out)).toBe(false)
  })
})
