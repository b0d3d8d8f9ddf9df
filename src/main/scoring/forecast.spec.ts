import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastSchema, type Forecast } from '../../shared/forecast'
import type { Edition } from '../rules/edition-schema'
import { editionsFor } from '../rules/registry'
import { prepare, type PreparedFacts } from './engine'
import { forecastOf, type ForecastOptions } from './forecast'
import { told } from './testing/change-facts'
import { day, facts, type FactsBuilder } from './testing/facts-builder'
import { anyPartner, anyReadings, builderOf } from './testing/partners'
import { seventy, skilled } from './testing/score-facts'

interface TestOptions extends Partial<Omit<ForecastOptions, 'asOf'>> {
  readonly asOf?: string
}

function forecast(builder: FactsBuilder, options: TestOptions = {}): Forecast {
  const { asOf = '2023-12-15', ...rest } = options
  const built = builder.build()
  const kept = new Map<Edition, PreparedFacts>()
  const under = (edition: Edition) => {
    const prepared = kept.get(edition) ?? prepare(built, edition)
    kept.set(edition, prepared)
    return prepared
  }
  const defaults = { months: 6, usage: 'steady', readings: {}, limit: 20 } as const
  const dated = { ...defaults, ...rest, asOf: day(asOf) }
  return forecastOf((date) => {
    const [first, ...others] = editionsFor(date)
    return [under(first), ...others.map(under)]
  }, dated)
}

const point = ({ points }: Forecast, asOf: string) => {
  const found = points.find((each) => each.asOf === asOf)
  if (!found) throw new RangeError(`The forecast has no ${asOf}.`)
  return found
}

describe('a forecast', () => {
  it('scores the first day of each of the next months and says what it assumes', () => {
    const result = forecast(seventy())
    expect(forecastSchema.parse(result)).toEqual(result)
    expect(result).toMatchObject({
      asOf: '2023-12-15',
      attained: true,
      usage: 'steady',
      newestMonths: { azure: '2023-11', m365: '2023-11' },
      max: 100,
      threshold: 70,
    })
    expect(result.points.map(({ asOf }) => asOf)).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-03-01',
      '2024-04-01',
      '2024-05-01',
      '2024-06-01',
    ])
    expect(result.points[0]?.changes.from).toMatchObject({ asOf: '2023-12-15', total: 70 })
    expect(result.points[1]?.changes.from.asOf).toBe('2024-01-01')
  })

  it('says that a stream without data stays without', () => {
    const result = forecast(facts().azureYears('a', 100))
    expect(result.newestMonths).toEqual({ azure: '2023-11', m365: null })
    expect(result.points[0]?.metrics.map(({ status }) => status)).toContain('no-data')
  })

  it('names the customer that falls below a threshold as an old month leaves the year', () => {
    const builder = seventy()
      .azure({ tenant: 'Fading', month: '2023-02', usd: 99 })
      .azure({ tenant: 'Fading', month: '2023-11', usd: 1 })
    const result = forecast(builder)
    expect(told(point(result, '2024-02-01').changes, 'net-customer-adds')).toEqual([])
    const change = point(result, '2024-03-01').changes
    expect(told(change, 'net-customer-adds')).toEqual([
      ['customer-lost', 'azure current Fading', -2],
    ])
    expect(change.causes.find(({ kind }) => kind === 'customer-lost')).toMatchObject({
      before: 102,
      after: 4,
      threshold: 100,
    })
  })

  it('names whoever loses a certification, with the day and the reason', () => {
    const builder = skilled(facts().fullHistory(), 1)
      .certification({ person: 'ada', title: 'SC-300', expires: '2024-02-10' })
      .certification({ person: 'bo', title: 'MS-500' })
    const causesOn = (asOf: string) => point(forecast(builder, { months: 8 }), asOf).changes.causes
    expect(causesOn('2024-03-01')).toMatchObject([
      { kind: 'person-lost', reason: 'expired', certification: 'SC-300', date: '2024-02-10' },
    ])
    expect(causesOn('2024-07-01')).toMatchObject([
      { kind: 'person-lost', reason: 'retired', certification: 'MS-500', date: '2024-06-30' },
    ])
  })

  it('marks the month in which other rules come into force, with their effect', () => {
    const result = forecast(skilled(facts().fullHistory(), 1), { asOf: '2023-11-15', months: 2 })
    expect(result.points.map(({ rulesChanged }) => rulesChanged)).toEqual([true, false])
    expect(told(point(result, '2023-12-01').changes, 'intermediate-certifications')).toEqual([
      ['rules', '', -13.333333],
    ])
  })

  it('ends a retired certification of 2026 a year after its holder completed it', () => {
    const builder = facts()
      .azure({ tenant: 'a', month: '2026-07', usd: 700 })
      .certification({ person: 'ada', title: 'AZ-500', completed: '2025-10-20', expires: null })
      .certification({ person: 'bo', title: 'SC-200', expires: null })
    const result = forecast(builder, { asOf: '2026-08-10' })
    expect(point(result, '2026-11-01').changes.causes).toContainEqual(
      expect.objectContaining({
        kind: 'person-lost',
        certification: 'AZ-500',
        reason: 'retired',
        date: '2026-10-20',
      }),
    )
  })

  it('without further usage loses seats at once and ACR month by month', () => {
    const builder = skilled(facts().fullHistory(), 2)
      .seatYears('Fern', [30, 30])
      .azure({ tenant: 'Fern', month: '2023-01', usd: 2_500 })
      .azure({ tenant: 'Fern', month: '2023-06', usd: 2_500 })
    const growth = forecast(builder, { usage: 'none' }).points.map(
      ({ metrics }) => metrics.find(({ id }) => id === 'usage-growth')?.points,
    )
    expect(growth).toEqual([4, 0, 0, 0, 0, 0])
  })

  it('has causes whose effects add up to the difference of every month', () => {
    fc.assert(
      fc.property(
        anyPartner,
        anyReadings,
        fc.integer({ min: 1, max: 9 }),
        (partner, read, limit) => {
          const options = { asOf: '2023-11-15', readings: read, limit, months: 8 }
          for (const { changes } of forecast(builderOf(partner), options).points) {
            const sum = changes.causes.reduce((total, { effect }) => total + effect, 0)
            expect(sum).toBeCloseTo((changes.to.total ?? 0) - (changes.from.total ?? 0), 4)
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
