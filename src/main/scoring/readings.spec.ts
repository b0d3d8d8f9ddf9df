import { describe, expect, it } from 'vitest'
import type { MetricId, Readings } from '../../shared/score'
import { editions } from '../rules/registry'
import { otherReadings, readingsWith } from './readings'
import { facts, type FactsBuilder } from './testing/facts-builder'
import { metricOf, scoreFacts } from './testing/score-facts'

const defaults: Readings = {
  streamFloor: 'each',
  growthSteps: 'proportional',
  metricMinimum: 'one',
  seatScope: 'workload',
  activeCap: 'paid',
  currentMonth: 'strict',
}
const alternatives: Readings = {
  streamFloor: 'sum',
  growthSteps: 'whole',
  metricMinimum: 'positive',
  seatScope: 'tenant',
  activeCap: 'reported',
  currentMonth: 'newest',
}

describe('the readings of a score', () => {
  it.each(editions())('are by default those of the source table in $id', ({ readings }) => {
    expect(readings).toEqual(defaults)
  })

  it('are the edition’s where none was chosen', () => {
    expect(readingsWith(defaults)).toEqual(defaults)
    expect(readingsWith(alternatives, {})).toEqual(alternatives)
  })

  it.each(Object.entries(alternatives))('take the chosen answer to %s: %s', (reading, value) => {
    expect(readingsWith(defaults, { [reading]: value })).toEqual({ ...defaults, [reading]: value })
    expect(readingsWith(defaults, { [reading]: undefined })).toEqual(defaults)
  })

  it('are named by the score that used them', () => {
    expect(scoreFacts(facts()).readings).toEqual(defaults)
    expect(scoreFacts(facts(), { readings: alternatives }).readings).toEqual(alternatives)
  })
})

describe('the other readings', () => {
  it('differ in exactly one answer each, in the order of the contract', () => {
    expect(otherReadings(defaults)).toEqual(
      Object.entries(alternatives).map(([reading, value]) => ({
        reading,
        value,
        readings: { ...defaults, [reading]: value },
      })),
    )
  })

  it('lead back to the defaults from the alternatives', () => {
    expect(otherReadings(alternatives).map(({ value }) => value)).toEqual(Object.values(defaults))
  })
})

/** Points of a metric under the default reading, and under its alternative. */
function bothPoints(
  build: () => FactsBuilder,
  metric: MetricId,
  readings: Partial<Readings>,
): (number | null)[] {
  return [undefined, readings].map(
    (each) => metricOf(scoreFacts(build(), { readings: each }), metric).points,
  )
}

describe('reading streamFloor', () => {
  it('floors each stream at 0; sum lets a loss in one stream take points of the other', () => {
    const build = () =>
      facts().azureYears('lost', 0, 100).seatYears('a', [25, 0]).seatYears('b', [25, 0])
    expect(bothPoints(build, 'net-customer-adds', { streamFloor: 'sum' })).toEqual([4, 2])
    const growth = () => facts().azureYears('lost', 0, 625).seatYears('a', [250, 250])
    expect(bothPoints(growth, 'usage-growth', { streamFloor: 'sum' })).toEqual([2, 1.5])
  })
})

describe('reading growthSteps', () => {
  it('gives parts of a step in proportion; whole gives only full steps of 1,250 and 125', () => {
    const build = () => facts().azureYears('a', 3_125).seatYears('b', [400, 300])
    expect(bothPoints(build, 'usage-growth', { growthSteps: 'whole' })).toEqual([4.9, 4])
  })
})

describe('reading metricMinimum', () => {
  const met = (dollars: number, readings?: Partial<Readings>) =>
    metricOf(scoreFacts(facts().azureYears('a', dollars), { readings }), 'usage-growth').minimumMet

  it('asks for one point of every metric; positive for anything above zero', () => {
    const positive = { metricMinimum: 'positive' } as const
    expect([met(1_250), met(1_249.999999), met(0.000001), met(0)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([met(1_249.999999, positive), met(0.000001, positive), met(0, positive)]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('reading seatScope', () => {
  it('looks for 25 seats on one workload; tenant adds the workloads up', () => {
    const build = () =>
      facts()
        .seatYears('a', [13, 13], [0, 0], 'Intune')
        .seatYears('a', [12, 0], [0, 0], 'Microsoft Defender for Identity')
    expect(bothPoints(build, 'net-customer-adds', { seatScope: 'tenant' })).toEqual([0, 2])
  })

  it('looks for 15 % on that workload; tenant compares the totals', () => {
    const build = () =>
      facts()
        .seatYears('a', [100, 10], [0, 0], 'Intune')
        .seatYears('a', [24, 24], [0, 0], 'Microsoft Defender for Identity')
    expect(bothPoints(build, 'deployments', { seatScope: 'tenant' })).toEqual([0, 3.333333])
  })
})

describe('reading activeCap', () => {
  it('caps active users at paid seats; reported takes them as they are', () => {
    const build = () => facts().seatYears('a', [125, 250])
    expect(bothPoints(build, 'usage-growth', { activeCap: 'reported' })).toEqual([1, 2])
  })
})

describe('reading currentMonth', () => {
  const build = () =>
    facts()
      .azure({ tenant: 'a', month: '2023-10', usd: 100 }, { tenant: 'b', month: '2022-10', usd: 0 })
      .seats({ tenant: 'a', month: '2023-09', paid: 25 })

  it('has no data while the usage month is missing; newest takes the newest month of each stream', () => {
    const newest = { currentMonth: 'newest' } as const
    expect(bothPoints(build, 'net-customer-adds', newest)).toEqual([null, 4])
    expect(scoreFacts(build()).total).toBeNull()
    expect(metricOf(scoreFacts(build()), 'net-customer-adds').status).toBe('no-data')
  })
})
