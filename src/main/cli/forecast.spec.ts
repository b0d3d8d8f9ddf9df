import { describe, expect, it } from 'vitest'
import { forecastSchema, type Forecast } from '../../shared/forecast'
import { commandLine, withPartner, type Failure } from './testing/command-line'

const DATE = ['--as-of', '2023-12-15'] as const

describe('forecast', () => {
  it('has a point for each of the next months, with what changes', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const forecast = await line.json<Forecast>('forecast', '--profile', name, ...DATE)
    expect(forecastSchema.parse(forecast)).toEqual(forecast)
    expect(forecast.points.map(({ month }) => month)).toHaveLength(6)
    expect(forecast.points[0]?.changes.from.asOf).toBe('2023-12-15')
  })

  it('follows months, usage, edition and readings', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const forecast = await line.json<Forecast>(
      ...['forecast', '--profile', name, ...DATE, '--months', '2', '--usage', 'none'],
      ...['--edition', 'security-2023-06', '--reading', 'activeCap=reported'],
    )
    expect(forecast).toMatchObject({ usage: 'none', readings: { activeCap: 'reported' } })
    expect(forecast.points.map(({ edition }) => edition)).toEqual([
      'security-2023-06',
      'security-2023-06',
    ])
  })

  it('prints the assumption, a line a month and the causes below it', async () => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { stdout } = await line.run(
      ...['forecast', '--profile', name, ...DATE, '--months', '1', '--usage', 'none'],
    )
    expect(stdout).toContain(
      'assumed: nobody uses anything after the newest month in the data (Azure 2023-11, Microsoft 365 2023-11)',
    )
    expect(stdout).toMatch(/^2024-01-01 +\d+\.\d/m)
    expect(stdout).toMatch(/^ +-\d+\.\d {2}Usage growth, Microsoft 365: .+ has less/m)
  })

  it.each([
    [['--months', '0'], 'usage'],
    [['--months', '25'], 'usage'],
    [['--months', 'six'], 'usage'],
    [['--usage', 'growing'], 'usage'],
    [['surplus'], 'usage'],
    [['--edition', 'x'], 'edition-not-found'],
  ])('refuses %j as %s', async (options, code) => {
    const line = commandLine()
    const { name } = await withPartner(line)
    const { error } = await line.json<Failure>('forecast', '--profile', name, ...DATE, ...options)
    expect(error.code).toBe(code)
  })
})
