import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMonth, parseMonth } from '../../shared/calendar'
import type { UsageAssumption } from '../../shared/forecast'
import { editionById } from '../rules/registry'
import { prepare, scoreOf, type PreparedFacts } from './engine'
import { projected } from './projection'
import { day, facts, type FactsBuilder } from './testing/facts-builder'
import { anyPartner, builderOf, type Partner } from './testing/partners'
import { metricOf, seventy, streamOf } from './testing/score-facts'

const edition = editionById('security-2023-12')
const month = (text: string) => parseMonth(text) ?? Number.NaN

function prepared(builder: FactsBuilder): PreparedFacts {
  return prepare(builder.build(), edition)
}

function scored(facts: PreparedFacts, asOf: string) {
  return scoreOf(facts, { asOf: day(asOf) })
}

describe('facts projected to a later month', () => {
  it('keep the usage of the newest month for every customer', () => {
    const builder = facts()
      .azure({ tenant: 'a', month: '2023-11', usd: 40 })
      .seats({ tenant: 'a', month: '2023-11', paid: 30, active: 10 })
    const later = projected(prepared(builder), month('2024-02'))
    const score = scored(later, '2024-03-01')
    expect(streamOf(score, 'net-customer-adds', 'azure').current).toBe(1)
    expect(streamOf(score, 'usage-growth', 'azure').current).toBe(4 * 40)
    expect(streamOf(score, 'usage-growth', 'm365').current).toBe(10)
    expect(streamOf(score, 'deployments', 'm365').current).toBe(1)
  })

  it('have no usage at all in the months to come under the assumption of none', () => {
    const builder = facts()
      .azure({ tenant: 'a', month: '2023-11', usd: 40 })
      .seats({ tenant: 'a', month: '2023-11', paid: 30, active: 10 })
    const score = scored(projected(prepared(builder), month('2024-02'), 'none'), '2024-03-01')
    expect(streamOf(score, 'usage-growth', 'azure').current).toBe(40)
    expect(streamOf(score, 'usage-growth', 'm365').current).toBe(0)
    expect(metricOf(score, 'net-customer-adds').status).toBe('scored')
  })

  it('let old months leave the trailing year', () => {
    const builder = facts()
      .azure({ tenant: 'a', month: '2023-01', usd: 500 })
      .azure({ tenant: 'a', month: '2023-11', usd: 1 })
    const later = projected(prepared(builder), month('2024-01'))
    const customersOn = (asOf: string) =>
      streamOf(scored(later, asOf), 'net-customer-adds', 'azure').current
    expect(customersOn('2024-01-01')).toBe(1)
    expect(customersOn('2024-02-01')).toBe(0)
  })

  it('are left as they are where the data reach that far', () => {
    const known = prepared(seventy())
    expect(projected(known, month('2023-11'))).toBe(known)
    expect(projected(known, month('2022-01'))).toBe(known)
  })

  it('go on in the stream that ends earlier', () => {
    const month4 = { tenant: 'a', month: '2024-02' }
    const azure = facts()
      .seatYears('a', [30, 10])
      .azure({ ...month4, usd: 5 })
    const seats = facts()
      .azureYears('a', 40)
      .seats({ ...month4, paid: 30 })
    const [one, other] = [azure, seats].map((each) =>
      scored(projected(prepared(each), month('2024-02')), '2024-03-01'),
    )
    expect(one && streamOf(one, 'usage-growth', 'm365').current).toBe(10)
    expect(other && streamOf(other, 'usage-growth', 'azure').current).toBe(4 * 40)
  })

  it('still have no data in a stream that was never imported', () => {
    const score = scored(
      projected(prepared(facts().azureYears('a', 100)), month('2024-01')),
      '2024-02-01',
    )
    expect(streamOf(score, 'usage-growth', 'm365').status).toBe('no-data')
    expect(metricOf(score, 'intermediate-certifications').status).toBe('no-data')
  })

  it('refuse sums that a double cannot hold exactly', () => {
    const builder = facts().azure({ tenant: 'a', month: '2023-11', usd: 5_000_000_000 })
    expect(() => projected(prepared(builder), month('2023-12'))).toThrow(
      expect.objectContaining({ code: 'number-out-of-range' }),
    )
    expect(() => projected(prepared(builder), month('2023-12'), 'none')).not.toThrow()
  })

  it('score as facts whose files go on with the rows of the newest month', () => {
    const assumptions = fc.constantFrom<UsageAssumption>('steady', 'none')
    fc.assert(
      fc.property(anyPartner, assumptions, (partner, assumption) => {
        const later = projected(prepared(builderOf(partner)), month('2024-03'), assumption)
        const written = prepared(continued(partner, assumption))
        for (const asOf of ['2023-12-15', '2024-02-01', '2024-04-01'])
          expect(scored(later, asOf)).toEqual(scored(written, asOf))
      }),
      { numRuns: 60 },
    )
  })
})

/** The partner with the rows of each stream's newest month written again for every month to March 2024. */
function continued(partner: Partner, assumption: UsageAssumption): FactsBuilder {
  const known = builderOf(partner).build()
  const builder = builderOf(partner)
  const later = (newest: number | undefined) =>
    newest === undefined
      ? []
      : Array.from({ length: Math.max(0, month('2024-03') - newest) }, (_each, index) =>
          formatMonth(newest + 1 + index),
        )
  const [azure, m365] = [known.azure.months.at(-1), known.m365.months.at(-1)]
  builder.importedAzure(...later(azure)).importedSeats(...later(m365))
  if (assumption === 'none') return builder
  for (const each of later(azure)) {
    const rows = partner.azure.filter((row) => row.month === formatMonth(azure ?? 0))
    builder.azure(...rows.map((row) => ({ ...row, month: each })))
  }
  for (const each of later(m365)) {
    const rows = partner.seats.filter((row) => row.month === formatMonth(m365 ?? 0))
    builder.seats(...rows.map((row) => ({ ...row, month: each })))
  }
  return builder
}
