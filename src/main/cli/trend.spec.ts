import { describe, expect, it } from 'vitest'
import type { Score } from '../../shared/score'
import { trendSchema, type Trend } from '../../shared/trend'
import { commandLine, withPartner, type Failure } from './testing/command-line'

describe('trend', () => {
  it('is the score of the first day of every month, as score gives it', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const trend = await line.json<Trend>(
      ...['trend', '--profile', name, '--from', '2023-10', '--to', '2023-12'],
    )
    expect(trendSchema.parse(trend)).toEqual(trend)
    expect(trend.points.map(({ month }) => month)).toEqual(['2023-10', '2023-11', '2023-12'])
    for (const { asOf, edition, total, attained } of trend.points) {
      const score = await line.json<Score>('score', '--profile', name, '--as-of', asOf)
      expect({ edition, total, attained }).toEqual({
        edition: score.edition,
        total: score.total,
        attained: score.attained,
      })
    }
    expect(trend.points.map(({ rulesChanged }) => rulesChanged)).toEqual([false, false, true])
    expect(trend.eligibility).toMatchObject({ from: '2023-07-01', to: '2023-12-01' })
  })

  it('takes one edition for all months, and readings, when they are named', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const trend = await line.json<Trend>(
      ...['trend', '--profile', name, '--from', '2023-11', '--to', '2023-12'],
      ...['--edition', 'security-2023-06', '--reading', 'activeCap=reported'],
    )
    expect(trend.points.map(({ edition }) => edition)).toEqual([
      'security-2023-06',
      'security-2023-06',
    ])
    expect(trend.readings).toEqual({ activeCap: 'reported' })
  })

  it('prints a line a month for people', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { stdout } = await line.run(
      ...['trend', '--profile', name, '--from', '2023-11', '--to', '2023-12'],
    )
    expect(stdout).toContain('2023-12-01     84.0     16.0     33.3     16.7     18.0   attained')
    expect(stdout).toContain('rules change: security-2023-12')
  })

  it.each([
    [['--from', '2023-10'], 'usage'],
    [['--to', '2023-10'], 'usage'],
    [['--from', '2023-13', '--to', '2023-12'], 'usage'],
    [['--from', '2023-10', '--to', 'today'], 'usage'],
    [['--from', '2023-12', '--to', '2023-10'], 'input-invalid'],
    [['--from', '2001-01', '--to', '2023-12'], 'input-invalid'],
    [['--from', '2023-10', '--to', '2023-12', '--edition', 'x'], 'edition-not-found'],
    [['--from', '2023-10', '--to', '2023-12', 'surplus'], 'usage'],
  ])('refuses %j as %s', async (options, code) => {
    const line = commandLine()
    await line.run('profile', 'add', '--name', 'Acme')
    const failure = await line.json<Failure>('trend', '--profile', 'Acme', ...options)
    expect(failure.error.code).toBe(code)
  })

  it('does not know a profile that is not there', async () => {
    const line = commandLine()
    await line.run('profile', 'add', '--name', 'Acme')
    const ran = await line.run(
      ...['trend', '--profile', 'Nobody', '--from', '2023-10', '--to', '2023-12', '--json'],
    )
    expect(ran.status).toBe(4)
  })
})
