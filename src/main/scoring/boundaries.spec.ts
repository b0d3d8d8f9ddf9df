import { describe, expect, it } from 'vitest'
import type { MetricId } from '../../shared/score'
import { facts, type FactsBuilder } from './testing/facts-builder'
import { metricOf, scoreFacts, streamOf } from './testing/score-facts'

const customers = (builder: FactsBuilder) =>
  streamOf(scoreFacts(builder), 'net-customer-adds', 'azure')
const seats = (builder: FactsBuilder, metric: MetricId = 'net-customer-adds') =>
  streamOf(scoreFacts(builder), metric, 'm365')

describe('an Azure customer', () => {
  it.each([
    [99.99, 0],
    [99.999999, 0],
    [100, 1],
  ])('with %d dollars in the trailing year counts %d times', (usd, count) => {
    expect(customers(facts().azureYears('a', usd)).current).toBe(count)
  })

  it('is counted by the sum of the trailing twelve months, from the first to the last', () => {
    const builder = facts().azure(
      { tenant: 'a', month: '2022-12', usd: 60 },
      { tenant: 'a', month: '2023-11', usd: 40 },
    )
    expect(customers(builder)).toMatchObject({ current: 1, previous: 0 })
  })

  it('of the month before the trailing year counts for the year before only', () => {
    const builder = facts().azure(
      { tenant: 'a', month: '2022-11', usd: 100 },
      { tenant: 'b', month: '2021-12', usd: 100 },
      { tenant: 'c', month: '2021-11', usd: 100 },
      { tenant: 'd', month: '2023-12', usd: 100 },
      { tenant: 'e', month: '2023-11', usd: 1 },
    )
    expect(customers(builder)).toMatchObject({ current: 0, previous: 2, delta: -2, points: 0 })
  })

  it('is brought below the threshold by a credit, which counts with its sign', () => {
    const builder = facts().azure(
      { tenant: 'a', month: '2023-10', usd: 100 },
      { tenant: 'a', month: '2023-11', usd: -0.01 },
    )
    expect(customers(builder).current).toBe(0)
  })

  it('is added up over services and rows, and each tenant counts once', () => {
    const builder = facts().azure(
      { tenant: 'a', month: '2023-11', usd: 99.9, service: 'Key Vault' },
      { tenant: 'a', month: '2023-11', usd: 0.1, service: 'Azure Firewall' },
      { tenant: 'b', month: '2023-11', usd: 200, service: 'Key Vault' },
    )
    expect(customers(builder).current).toBe(2)
  })
})

describe('an Azure deployment', () => {
  it.each([
    [11_999.99, 0],
    [12_000, 1],
  ])('with %d dollars in the trailing year counts %d times', (usd, count) => {
    const score = scoreFacts(facts().azureYears('a', usd))
    expect(streamOf(score, 'deployments', 'azure').current).toBe(count)
  })

  it('is worth 20/6 points', () => {
    const score = scoreFacts(facts().azureYears('a', 12_000).azureYears('b', 12_000, 12_000))
    expect(streamOf(score, 'deployments', 'azure')).toEqual({
      id: 'azure',
      status: 'scored',
      current: 2,
      previous: 1,
      delta: 1,
      points: 3.333333,
      pointsShown: 3.3,
    })
  })
})

describe('a Microsoft 365 customer', () => {
  it.each([
    [24, 0],
    [25, 1],
  ])('with %d paid seats of a workload counts %d times', (paid, count) => {
    expect(seats(facts().seatYears('a', [paid, 0])).current).toBe(count)
  })

  it('is compared with the same month a year ago, not with the months between', () => {
    const builder = facts()
      .seatYears('a', [25, 0], [24, 0])
      .seats({ tenant: 'a', month: '2023-10', paid: 500, active: 500 })
      .seats({ tenant: 'b', month: '2022-12', paid: 500, active: 500 })
    expect(seats(builder)).toMatchObject({ current: 1, previous: 0, delta: 1, points: 2 })
  })
})

describe('a Microsoft 365 deployment', () => {
  it.each([
    [100, 14, 0],
    [100, 15, 1],
    [10_000, 1_499, 0],
    [26, 4, 1],
    [27, 4, 0],
    [24, 24, 0],
    [25, 25, 1],
  ])('with %d paid seats of which %d are active counts %d times', (paid, active, count) => {
    expect(seats(facts().seatYears('a', [paid, active]), 'deployments').current).toBe(count)
  })

  it('needs both on the same workload', () => {
    const builder = facts()
      .seatYears('a', [100, 10], [0, 0], 'Intune')
      .seatYears('a', [24, 24], [0, 0], 'Microsoft Defender for Identity')
    expect(seats(builder, 'deployments').current).toBe(0)
  })

  it('is found on a smaller workload when the largest is hardly used', () => {
    const builder = facts()
      .seatYears('a', [25, 20], [0, 0], 'Microsoft Defender for Identity')
      .seatYears('a', [1_000, 10], [0, 0], 'Intune')
    expect(seats(builder, 'deployments').current).toBe(1)
  })
})

describe('usage growth', () => {
  it('gives a point for 1,250 dollars and for 125 active seats, and parts of them in proportion', () => {
    const score = scoreFacts(
      facts().azureYears('a', 5_625, 5_000).seatYears('b', [400, 250], [400, 0]),
    )
    expect(streamOf(score, 'usage-growth', 'azure')).toMatchObject({
      current: 5_625,
      previous: 5_000,
      delta: 625,
      points: 0.5,
    })
    expect(streamOf(score, 'usage-growth', 'm365')).toMatchObject({
      current: 250,
      previous: 0,
      delta: 250,
      points: 2,
    })
    expect(metricOf(score, 'usage-growth').points).toBe(2.5)
  })

  it('adds active seats of all tenants and eligible workloads', () => {
    const builder = facts()
      .seatYears('a', [100, 50], [100, 20], 'Intune')
      .seatYears('a', [100, 40], [100, 10], 'Microsoft Defender for Identity')
      .seatYears('b', [3, 3], [2, 1], 'Intune')
    expect(seats(builder, 'usage-growth')).toMatchObject({ current: 93, previous: 31, delta: 62 })
  })

  it('knows cents that a binary float would lose', () => {
    const builder = facts().azure(
      { tenant: 'a', month: '2023-11', usd: 0.1 },
      { tenant: 'b', month: '2023-11', usd: 0.2 },
    )
    expect(streamOf(scoreFacts(builder), 'usage-growth', 'azure').current).toBe(0.3)
  })
})

describe('the most points of a metric', () => {
  it('are 20 a stream and 20 for both streams together', () => {
    const builder = facts()
    for (let index = 0; index < 11; index++) builder.azureYears(`a-${String(index)}`, 100)
    for (let index = 0; index < 3; index++) builder.seatYears(`b-${String(index)}`, [25, 0])
    const score = scoreFacts(builder)
    expect(streamOf(score, 'net-customer-adds', 'azure')).toMatchObject({ delta: 11, points: 20 })
    expect(streamOf(score, 'net-customer-adds', 'm365')).toMatchObject({ delta: 3, points: 6 })
    expect(metricOf(score, 'net-customer-adds').points).toBe(20)
  })

  it('count a tenant in both streams', () => {
    const score = scoreFacts(facts().azureYears('a', 100).seatYears('a', [25, 0]))
    expect(metricOf(score, 'net-customer-adds').points).toBe(4)
  })
})
