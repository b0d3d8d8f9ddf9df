import { describe, expect, it } from 'vitest'
import type { MetricId, Readings, StreamId } from '../../shared/score'
import { facts, type FactsBuilder } from './testing/facts-builder'
import { metricOf, scoreFacts, streamOf } from './testing/score-facts'

const edition = 'security-2026-smb'
const stream = (
  builder: FactsBuilder,
  metric: MetricId,
  id: StreamId,
  readings: Partial<Readings> = {},
) => streamOf(scoreFacts(builder, { edition, readings }), metric, id)

describe('an Azure tenant in the SMB track', () => {
  it.each([
    [599.99, 0],
    [600, 1],
    [50_000, 1],
  ])('with %d dollars in twelve months is %d customers, at 4 points', (usd, count) => {
    expect(stream(facts().azureYears('a', usd), 'net-customer-adds', 'azure')).toMatchObject({
      current: count,
      points: 4 * count,
    })
  })

  it.each([
    [749.99, 0, 0],
    [750, 0, 1],
    [12_000, 0, 1],
    [12_000.01, 0, 0],
    [12_000.01, 749.99, 0],
    [12_000.01, 750, 1],
    [90_000, 12_000, 1],
    [90_000, 12_000.01, 0],
    [749.99, 750, 0],
  ])('with %d dollars, %d a year ago, is now %d deployments', (now, before, count) => {
    const builder = facts().azureYears('a', now, before)
    expect(stream(builder, 'deployments', 'azure').current).toBe(count)
  })

  it('is judged by the range alone a year ago, whatever it had the year before that', () => {
    const builder = facts()
      .azureYears('a', 12_500, 12_500)
      .azure({ tenant: 'a', month: '2021-11', usd: 800 })
    expect(stream(builder, 'deployments', 'azure')).toMatchObject({ current: 0, previous: 0 })
  })

  it.each([
    [0.000001, 0, 0.000001, 0],
    [-5, 0, 0, 0],
    [12_000, 11_250, 12_000, 11_250],
    [12_000.01, 0, 0, 0],
    [12_750, 12_000, 12_750, 12_000],
    [12_750, 12_000.01, 0, 0],
    [11_000, 12_000.01, 11_000, 0],
  ])('with %d dollars after %d brings growth to %d from %d', (now, before, current, previous) => {
    const growth = stream(facts().azureYears('a', now, before), 'usage-growth', 'azure')
    expect(growth).toMatchObject({ current, previous })
  })

  it('gives a point for every 750 dollars of growth', () => {
    const growth = stream(facts().azureYears('a', 12_750, 12_000), 'usage-growth', 'azure')
    expect(growth.points).toBe(1)
  })
})

describe('a Microsoft 365 tenant in the SMB track', () => {
  it.each([
    [4, 0, 0],
    [5, 0, 1],
    [300, 0, 1],
    [301, 0, 0],
    [301, 4, 0],
    [301, 5, 1],
    [9_000, 300, 1],
    [9_000, 301, 0],
    [4, 300, 0],
  ])('with %d paid seats, %d a year ago, is now %d customers', (paid, before, count) => {
    const builder = facts().seatYears('a', [paid, 0], [before, 0])
    expect(stream(builder, 'net-customer-adds', 'm365').current).toBe(count)
  })

  it.each([
    [100, 14, 0],
    [100, 15, 1],
    [5, 1, 1],
    [4, 4, 0],
  ])('with %d paid and %d active seats is %d deployments', (paid, active, count) => {
    const builder = facts().seatYears('a', [paid, active])
    expect(stream(builder, 'deployments', 'm365').current).toBe(count)
  })

  it('that has grown past 300 seats needs its share now, whatever it was a year ago', () => {
    const grown = (active: number) => facts().seatYears('a', [400, active], [300, 0])
    expect(stream(grown(59), 'deployments', 'm365').current).toBe(0)
    expect(stream(grown(60), 'deployments', 'm365').current).toBe(1)
  })

  it('may outgrow the range on another workload than the one that was inside', () => {
    const builder = facts()
      .seatYears('a', [0, 0], [50, 0], 'Defender for Identity')
      .seatYears('a', [400, 0], [0, 0], 'Intune')
    expect(stream(builder, 'net-customer-adds', 'm365')).toMatchObject({ current: 1, previous: 1 })
  })

  it('is inside with any one workload, or with its total where the reading says so', () => {
    const builder = facts()
      .seatYears('a', [250, 0], [0, 0], 'Intune')
      .seatYears('a', [250, 0], [0, 0], 'Defender for Identity')
    const tenant = { seatScope: 'tenant' } as const
    expect(stream(builder, 'net-customer-adds', 'm365').current).toBe(1)
    expect(stream(builder, 'net-customer-adds', 'm365', tenant).current).toBe(0)
  })

  it('brings growth in users while it is inside, and when it has outgrown the range', () => {
    const builder = facts()
      .seatYears('inside', [300, 100], [5, 5])
      .seatYears('grown', [310, 200], [300, 150])
      .seatYears('large', [310, 300], [301, 10])
      .seatYears('tiny', [4, 4], [4, 4])
    expect(stream(builder, 'usage-growth', 'm365')).toMatchObject({
      current: 300,
      previous: 155,
      points: 2.9,
    })
  })
})

describe('certifications in the SMB track', () => {
  const points = (builder: FactsBuilder) =>
    metricOf(scoreFacts(builder, { edition }), 'intermediate-certifications').points

  it.each<[number, string, string[]]>([
    [4, 'step 1', ['AZ-500']],
    [4, 'step 1', ['SC-500']],
    [4, 'step 2', ['SC-200']],
    [8, 'both gates', ['SC-500', 'SC-200']],
    [4, 'step 3 behind a gate that is not met', ['SC-200', 'SC-100']],
    [0, 'step 3 alone', ['SC-100']],
    [16, 'all three steps', ['SC-500', 'SC-200', 'SC-100']],
  ])('give %d points to one person in %s', (expected, _, titles) => {
    expect(points(facts().person('a', ...titles))).toBe(expected)
  })

  it('give the points of a gate once, however many people are in it', () => {
    expect(points(facts().person('a', 'AZ-500').person('b', 'AZ-500'))).toBe(4)
  })

  it('give 40 points with four people in step 3, and never more', () => {
    const builder = facts().person('a', 'SC-500', 'SC-200', 'SC-100').person('b', 'SC-300')
    builder.person('c', 'SC-400').person('d', 'SC-401')
    expect(points(builder)).toBe(40)
    expect(points(builder.person('e', 'SC-100'))).toBe(40)
  })
})
