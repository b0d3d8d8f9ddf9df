import { describe, expect, it } from 'vitest'
import { monthOf } from '../../shared/calendar'
import { readingsSchema, type MetricId, type ReadingId } from '../../shared/score'
import type { MetricRule } from '../rules/edition-schema'
import { editionById } from '../rules/registry'
import { prepare } from './engine'
import { otherReadings } from './readings'
import { isUsageMetric, streamRules, type UsageMetricRule } from './stream-rules'
import { facts } from './testing/facts-builder'

const edition = editionById('security-2023-12')
const november = monthOf(2023, 11)

function ruleOf(id: MetricId): MetricRule {
  const rule = edition.metrics.find((metric) => metric.id === id)
  if (!rule) throw new RangeError(id)
  return rule
}

function usageRule(id: MetricId): UsageMetricRule {
  const rule = ruleOf(id)
  if (!isUsageMetric(rule)) throw new RangeError(id)
  return rule
}

describe('the streams of a metric', () => {
  it('exist for metrics that compare usage, not for certifications', () => {
    const compared = edition.metrics.filter(isUsageMetric).map(({ id }) => id)
    expect(compared).toEqual(['net-customer-adds', 'deployments', 'usage-growth'])
  })

  it('of net customer adds count customers for 2 points each', () => {
    const worth = {
      unit: 'customer',
      points: '2',
      per: 1,
      rawPerUnit: 1,
      inSteps: false,
      activeShare: null,
    }
    expect(streamRules(usageRule('net-customer-adds'))).toMatchObject([
      { ...worth, id: 'azure', rawPerAmount: 1_000_000, threshold: 100, dependsOn: [] },
      { ...worth, id: 'm365', rawPerAmount: 1, threshold: 25, dependsOn: ['seatScope'] },
    ])
  })

  it('of deployments count deployments for 20/6 points each, on seats of which a share is active', () => {
    const worth = { unit: 'deployment', points: '20/6', per: 1, rawPerUnit: 1, inSteps: false }
    const both = ['seatScope', 'activeCap']
    expect(streamRules(usageRule('deployments'))).toMatchObject([
      { ...worth, id: 'azure', threshold: 12_000, activeShare: null, dependsOn: [] },
      { ...worth, id: 'm365', threshold: 25, activeShare: '15/100', dependsOn: both },
    ])
  })

  it('of usage growth give a point for 1,250 dollars and for 125 users, in steps if so read', () => {
    const growth = { points: '1', inSteps: true, threshold: null, activeShare: null }
    expect(streamRules(usageRule('usage-growth'))).toMatchObject([
      {
        ...growth,
        id: 'azure',
        unit: 'usd',
        per: 1_250,
        rawPerUnit: 1_000_000,
        rawPerAmount: 1_000_000,
        dependsOn: [],
      },
      {
        ...growth,
        id: 'm365',
        unit: 'user',
        per: 125,
        rawPerUnit: 1,
        rawPerAmount: 1,
        dependsOn: ['activeCap'],
      },
    ])
  })
})

/** A partner about whom every reading that measures has something to say. */
const { usage } = prepare(
  facts()
    .azureYears('a', 12_000)
    .seatYears('a', [13, 30], [0, 0], 'Intune')
    .seatYears('a', [12, 0], [0, 0], 'Microsoft Defender for Identity')
    .seatYears('b', [100, 0], [0, 0], 'Intune')
    .seatYears('b', [10, 100], [0, 0], 'Microsoft Defender for Identity')
    .build(),
  edition,
)

describe('what is measured', () => {
  const streams = edition.metrics
    .filter(isUsageMetric)
    .flatMap((metric) => streamRules(metric).map((stream) => ({ metric: metric.id, stream })))

  it.each(streams)('for $metric in $stream.id depends on its own readings only', ({ stream }) => {
    const tenantScope = { ...edition.readings, seatScope: 'tenant' as const }
    const changing = [edition.readings, tenantScope].flatMap((readings) => {
      const { total } = stream.measure(usage, november, readings)
      return otherReadings(readings)
        .filter((other) => stream.measure(usage, november, other.readings).total !== total)
        .map(({ reading }) => reading)
    })
    const inOrder = readingsSchema.keyof().options.filter((each) => changing.includes(each))
    expect(inOrder).toEqual<readonly ReadingId[]>(stream.dependsOn)
  })
})
