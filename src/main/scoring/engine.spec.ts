import { describe, expect, it } from 'vitest'
import { metricIds, scoreSchema, type MetricId } from '../../shared/score'
import { editionById } from '../rules/registry'
import { metricDetailOf, prepare, scoreOf } from './engine'
import type { Facts } from './facts'
import { day, facts } from './testing/facts-builder'
import { metricOf, scoreFacts, seventy, streamOf } from './testing/score-facts'

const december = editionById('security-2023-12')
const asOf = day('2023-12-15')

describe('prepared facts', () => {
  it('answer any date and reading, and asking changes nothing', () => {
    const prepared = prepare(seventy().build(), december)
    const first = scoreOf(prepared, { asOf })
    scoreOf(prepared, { asOf: day('2024-01-31') })
    scoreOf(prepared, { asOf, readings: { seatScope: 'tenant', currentMonth: 'newest' } })
    metricDetailOf(prepared, { asOf, metricId: 'deployments' })
    expect(scoreOf(prepared, { asOf })).toEqual(first)
    expect(scoreOf(prepare(seventy().build(), december), { asOf })).toEqual(first)
  })

  it('leave the facts as they are', () => {
    const given = seventy().seatYears('a', [25, 20]).build()
    const before = JSON.stringify(given)
    scoreOf(prepare(given, december), { asOf })
    expect(JSON.stringify(given)).toBe(before)
  })

  it('refuse amounts and seats that cannot be computed exactly', () => {
    const { azure, m365, ...rest } = facts().azureYears('a', 1).seatYears('a', [1, 1]).build()
    const outOfRange = expect.objectContaining({ code: 'number-out-of-range' }) as Error
    const dear: Facts = { ...rest, m365, azure: { ...azure, microUsd: Float64Array.of(1e16, 0) } }
    const odd: Facts = { ...rest, azure, m365: { ...m365, paidSeats: Float64Array.of(0.5, 0) } }
    expect(() => prepare(dear, december)).toThrow(outOfRange)
    expect(() => prepare(odd, december)).toThrow(outOfRange)
  })
})

describe('a score', () => {
  it('follows the contract, with and without data', () => {
    for (const builder of [facts(), seventy(1).seatYears('b', [25, 40], [24, 1])]) {
      const score = scoreFacts(builder)
      expect(scoreSchema.parse(score)).toEqual(score)
      expect(score.metrics.map(({ id }) => id)).toEqual(metricIds)
    }
  })

  it('warns first of its date and its months, then of names', () => {
    const builder = facts()
      .azure({ tenant: 'a', month: '2023-11', usd: 1, service: 'Nothing', association: 'None' })
      .seats({ tenant: 'a', month: '2023-10', paid: 1, workload: 'Nothing' })
      .person('ada', 'AZ-900')
    const { warnings } = scoreFacts(builder, { asOf: '2023-12-15', edition: 'security-2023-06' })
    expect(warnings.map(({ code, stream }) => [code, stream])).toEqual([
      ['edition-not-seen', undefined],
      ['months-missing', 'azure'],
      ['usage-month-missing', 'm365'],
      ['unknown-service', 'azure'],
      ['unknown-association', 'azure'],
      ['unknown-workload', 'm365'],
      ['unknown-certification', undefined],
    ])
  })

  it('never gives the seats of a workload in no list to another customer', () => {
    const builder = facts()
      .seatYears('a', [1, 1], [0, 0], 'Intune')
      .seatYears('b', [500, 500], [0, 0], 'Exchange Online')
    const score = scoreFacts(builder)
    expect(streamOf(score, 'net-customer-adds', 'm365').current).toBe(0)
    expect(streamOf(score, 'usage-growth', 'm365').current).toBe(1)
  })

  it('counts a tenant once in each stream, never twice in one', () => {
    const row = { tenant: 'a', month: '2023-11' }
    const builder = facts()
      .azure({ ...row, usd: 100 }, { ...row, usd: 100, service: 'Key Vault' })
      .seats(
        { ...row, paid: 25, workload: 'Intune' },
        { ...row, paid: 25, workload: 'Microsoft Defender for Identity' },
      )
    const score = scoreFacts(builder)
    expect(streamOf(score, 'net-customer-adds', 'azure').current).toBe(1)
    expect(streamOf(score, 'net-customer-adds', 'm365').current).toBe(1)
    expect(metricOf(score, 'net-customer-adds').points).toBe(4)
  })
})

describe('the detail of a metric that the edition does not have', () => {
  it('is refused, naming edition and metric', () => {
    const edition = {
      ...december,
      metrics: december.metrics.filter(({ id }) => id !== 'deployments'),
    }
    const prepared = prepare(facts().build(), edition)
    const ask = (metricId: MetricId) => metricDetailOf(prepared, { asOf, metricId })
    expect(() => ask('deployments')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: 'Edition security-2023-12 has no metric "deployments".',
      }),
    )
    expect(ask('usage-growth').metric.id).toBe('usage-growth')
  })
})
