import { describe, expect, it } from 'vitest'
import type { MetricId, Readings, StreamId } from '../../shared/score'
import { facts, type FactsBuilder } from './testing/facts-builder'
import { metricOf, scoreFacts, streamOf } from './testing/score-facts'

const edition = 'security-2026-enterprise'
const stream = (
  builder: FactsBuilder,
  metric: MetricId,
  id: StreamId,
  readings: Partial<Readings> = {},
) => streamOf(scoreFacts(builder, { edition, readings }), metric, id)

describe('an Azure tenant in the Enterprise track', () => {
  it.each([
    [599.99, 0],
    [599.999999, 0],
    [600, 1],
  ])('with %d dollars in twelve months is %d customers, at 2 points', (usd, count) => {
    const builder = facts().azureYears('a', usd)
    expect(stream(builder, 'net-customer-adds', 'azure')).toMatchObject({
      current: count,
      points: 2 * count,
    })
  })

  it.each([
    [12_000, 0],
    [12_000.000001, 1],
    [12_000.01, 1],
  ])('with %d dollars is %d deployments', (usd, count) => {
    expect(stream(facts().azureYears('a', usd), 'deployments', 'azure').current).toBe(count)
  })

  it('brings growth in the windows in which it has more than 12,000 dollars', () => {
    const builder = facts()
      .azureYears('grown', 13_250, 12_000)
      .azureYears('large', 20_000, 15_000)
      .azureYears('small', 12_000, 0)
      .azureYears('shrunk', 100, 12_500)
    expect(stream(builder, 'usage-growth', 'azure')).toMatchObject({
      current: 33_250,
      previous: 27_500,
      delta: 5_750,
      points: 4.6,
    })
  })
})

describe('a Microsoft 365 tenant in the Enterprise track', () => {
  it.each([
    [300, 0],
    [301, 1],
  ])('with %d paid seats of a workload is %d customers', (paid, count) => {
    const builder = facts().seatYears('a', [paid, 0])
    expect(stream(builder, 'net-customer-adds', 'm365').current).toBe(count)
  })

  it.each([
    [301, 45, 0],
    [301, 46, 1],
    [320, 47, 0],
    [320, 48, 1],
    [300, 300, 0],
  ])('with %d paid and %d active seats is %d deployments', (paid, active, count) => {
    const builder = facts().seatYears('a', [paid, active])
    expect(stream(builder, 'deployments', 'm365').current).toBe(count)
  })

  it('brings growth in users in the windows in which it has more than 300 seats', () => {
    const builder = facts()
      .seatYears('grown', [301, 250], [300, 240])
      .seatYears('small', [300, 290])
      .seatYears('large', [900, 400], [900, 150])
    expect(stream(builder, 'usage-growth', 'm365')).toMatchObject({
      current: 650,
      previous: 150,
      points: 4,
    })
  })

  it('brings its users of all workloads, once one of them has more than 300 seats', () => {
    const builder = facts()
      .seatYears('a', [301, 100], [0, 0], 'Intune')
      .seatYears('a', [50, 25], [0, 0], 'Defender for Identity')
    expect(stream(builder, 'usage-growth', 'm365').current).toBe(125)
  })

  it('is judged by its total where the reading says so', () => {
    const builder = facts()
      .seatYears('a', [200, 100], [0, 0], 'Intune')
      .seatYears('a', [101, 25], [0, 0], 'Defender for Identity')
    const tenant = { seatScope: 'tenant' } as const
    for (const metric of ['net-customer-adds', 'deployments', 'usage-growth'] as const) {
      expect(stream(builder, metric, 'm365').current).toBe(0)
      expect(stream(builder, metric, 'm365', tenant).current).toBe(
        metric === 'usage-growth' ? 125 : 1,
      )
    }
  })
})

describe('the associations of 2026', () => {
  it.each(['Partner Admin Link', 'CSP Tier 1', 'CSP Tier 2'])(
    'count Azure usage by %s',
    (association) => {
      const builder = facts().azure({ tenant: 'a', month: '2023-11', usd: 600, association })
      expect(stream(builder, 'net-customer-adds', 'azure').current).toBe(1)
    },
  )

  it.each(['CPOR', 'CSP Tier 1', 'CSP Tier 2'])('count seats by %s', (association) => {
    const builder = facts().seats({ tenant: 'a', month: '2023-11', paid: 301, association })
    expect(stream(builder, 'net-customer-adds', 'm365').current).toBe(1)
  })

  it('report CSP without a tier, which does not count', () => {
    const builder = facts().azure({ tenant: 'a', month: '2023-11', usd: 600, association: 'CSP' })
    const score = scoreFacts(builder, { edition })
    expect(streamOf(score, 'net-customer-adds', 'azure').current).toBe(0)
    expect(score.warnings.map(({ code }) => code)).toContain('unknown-association')
  })
})

describe('certifications in the Enterprise track', () => {
  const points = (builder: FactsBuilder) =>
    metricOf(scoreFacts(builder, { edition }), 'intermediate-certifications').points

  it('need two people in each gate, which give nothing themselves', () => {
    const gates = () => facts().person('a', 'AZ-500', 'SC-200').person('b', 'SC-500', 'SC-200')
    expect(points(gates())).toBe(0)
    expect(points(gates().person('c', 'SC-401'))).toBe(6.666667)
    expect(points(facts().person('a', 'AZ-500', 'SC-200').person('c', 'SC-401'))).toBe(0)
  })

  it('count a person once for SC-100, SC-300, SC-400 and SC-401', () => {
    const builder = facts()
      .person('a', 'AZ-500', 'SC-200', 'SC-400', 'SC-401')
      .person('b', 'SC-500', 'SC-200', 'SC-100', 'SC-300')
    expect(points(builder)).toBe(13.333333)
  })
})
