import { describe, expect, it, vi } from 'vitest'
import { monthOf } from '../../shared/calendar'
import type { Readings } from '../../shared/score'
import { editionById } from '../rules/registry'
import { Rational } from './rational'
import {
  isUsageMetric,
  streamRules,
  type StreamRule,
  type UsageMatrices,
  type UsageMetricRule,
} from './stream-rules'
import { summedColumn } from './tenant-column'
import {
  comparedMonth,
  pointsFor,
  rememberingMeasure,
  scoreUsageMetric,
  type Measure,
} from './usage-metrics'

const edition = editionById('security-2023-12')
const usageRules = edition.metrics.filter(isUsageMetric)
const [netAdds, growth] = [usageRules[0] as UsageMetricRule, usageRules[2] as UsageMetricRule]

const november = monthOf(2023, 11)
const both = { azure: november, m365: november }
const { readings } = edition

describe('the month that a stream is scored with', () => {
  const months = [november - 12, november - 2, november + 1]

  it('is the usage month where it is in the data', () => {
    expect(comparedMonth([...months, november].toSorted(), november, 'strict')).toBe(november)
    expect(comparedMonth([...months, november].toSorted(), november, 'newest')).toBe(november)
  })

  it('is none under the strict reading where the usage month is missing', () => {
    expect(comparedMonth(months, november, 'strict')).toBeNull()
  })

  it('is the newest one before the usage month under the reading newest', () => {
    expect(comparedMonth(months, november, 'newest')).toBe(november - 2)
  })

  it('is none without data up to the usage month', () => {
    expect(comparedMonth([november + 1], november, 'newest')).toBeNull()
    expect(comparedMonth([], november, 'newest')).toBeNull()
    expect(comparedMonth([], november, 'strict')).toBeNull()
  })
})

/** Measures that give so many raw units now and a year ago. */
function measuring(amounts: Record<'azure' | 'm365', readonly [number, number]>): Measure {
  return (_metric, { id }, month) =>
    summedColumn(Float64Array.of(amounts[id][month === november ? 0 : 1]))
}

function pointsOf(
  rule: UsageMetricRule,
  amounts: Parameters<typeof measuring>[0],
  change: Partial<Readings> = {},
  months: Parameters<typeof scoreUsageMetric>[1] = both,
): [metric: number | undefined, ...streams: (number | undefined)[]] {
  const metric = scoreUsageMetric(rule, months, { ...readings, ...change }, measuring(amounts))
  const streams = metric.streams.map(({ comparison }) => comparison?.points.rounded(6))
  return [metric.points?.rounded(6), ...streams]
}

describe('a metric that compares usage', () => {
  it('asks for the window of the month and the one twelve months before, and keeps both', () => {
    const metric = scoreUsageMetric(
      netAdds,
      both,
      readings,
      measuring({ azure: [7, 3], m365: [2, 2] }),
    )
    expect(metric.rule).toBe(netAdds)
    expect(metric.streams[0]?.comparison).toMatchObject({
      month: november,
      now: { total: 7 },
      before: { total: 3 },
      delta: 4,
    })
    expect(metric.streams[0]?.comparison?.points.compare(Rational.of(8))).toBe(0)
  })

  it.each<[string, [number, number], [number, number], number[]]>([
    ['adds its streams', [7, 3], [3, 2], [10, 8, 2]],
    ['takes a loss as nothing', [3, 7], [4, 2], [4, 0, 4]],
    ['gives at most 20 points a stream', [11, 0], [0, 0], [20, 20, 0]],
    ['gives at most 20 points in all', [9, 0], [9, 0], [20, 18, 18]],
    ['gives nothing for two losses', [0, 1], [0, 1], [0, 0, 0]],
  ])('%s', (_, azure, m365, points) => {
    expect(pointsOf(netAdds, { azure, m365 })).toEqual(points)
  })

  it.each<[string, [number, number], [number, number], number[]]>([
    ['lets a loss eat gains', [3, 7], [6, 0], [4, -8, 12]],
    ['cuts the sum, not the streams', [12, 0], [0, 3], [18, 24, -6]],
    ['never goes below nothing', [0, 5], [1, 0], [0, -10, 2]],
    ['never goes above the maximum', [12, 0], [1, 0], [20, 24, 2]],
  ])('under streamFloor sum %s', (_, azure, m365, points) => {
    expect(pointsOf(netAdds, { azure, m365 }, { streamFloor: 'sum' })).toEqual(points)
  })

  it('gives parts of a step in proportion, and under growthSteps whole only whole ones', () => {
    const gain = { azure: [3_749_000_000, 0], m365: [0, 375] } as const
    expect(pointsOf(growth, gain)).toEqual([2.9992, 2.9992, 0])
    expect(pointsOf(growth, gain, { growthSteps: 'whole' })).toEqual([2, 2, 0])
    const loss = { azure: [0, 1_249_000_000], m365: [250, 0] } as const
    const sum = { streamFloor: 'sum' } as const
    expect(pointsOf(growth, loss, sum)).toEqual([1.0008, -0.9992, 2])
    expect(pointsOf(growth, loss, { ...sum, growthSteps: 'whole' })).toEqual([2, 0, 2])
  })

  it('counts customers without steps, whatever growthSteps says', () => {
    const amounts = { azure: [3, 0], m365: [0, 0] } as const
    expect(pointsOf(netAdds, amounts, { growthSteps: 'whole' })).toEqual([6, 6, 0])
  })

  it('has no data in a stream without a month, and the points of the other one', () => {
    const amounts = { azure: [3, 0], m365: [5, 0] } as const
    expect(pointsOf(netAdds, amounts, {}, { azure: november, m365: null })).toEqual([
      6,
      6,
      undefined,
    ])
    expect(pointsOf(netAdds, amounts, {}, { azure: null, m365: november })).toEqual([
      10,
      undefined,
      10,
    ])
  })

  it('has no data at all, which is not 0, when no stream has', () => {
    const none = { azure: null, m365: null }
    const metric = scoreUsageMetric(
      netAdds,
      none,
      readings,
      measuring({ azure: [1, 0], m365: [1, 0] }),
    )
    expect(metric.points).toBeNull()
    expect(metric.streams.map(({ rule, comparison }) => [rule.id, comparison])).toEqual([
      ['azure', null],
      ['m365', null],
    ])
  })
})

describe('a measure that remembers', () => {
  const matrices = {} as UsageMatrices
  const watched = (dependsOn: StreamRule['dependsOn'] = []) => {
    const measure = vi.fn<StreamRule['measure']>(() => summedColumn(Float64Array.of(1)))
    const [azure] = streamRules(netAdds)
    return { ...(azure as StreamRule), dependsOn, measure }
  }

  it('measures once for all readings that leave the column as it is', () => {
    const stream = watched(['seatScope'])
    const measure = rememberingMeasure(matrices)
    const column = measure(netAdds, stream, november, readings)
    expect(measure(netAdds, stream, november, { ...readings, activeCap: 'reported' })).toBe(column)
    expect(stream.measure).toHaveBeenCalledExactlyOnceWith(matrices, november, readings, 'now')
  })

  it('measures again for another metric, stream, month, or reading that matters', () => {
    const stream = watched(['seatScope'])
    const measure = rememberingMeasure(matrices)
    measure(netAdds, stream, november, readings)
    measure(growth, stream, november, readings)
    measure(netAdds, { ...stream, id: 'm365' }, november, readings)
    measure(netAdds, stream, november - 12, readings)
    measure(netAdds, stream, november, { ...readings, seatScope: 'tenant' })
    expect(stream.measure).toHaveBeenCalledTimes(5)
  })

  it('measures both sides of a sticky range, which differ in the same month', () => {
    const stream = { ...watched(), bounds: { atLeast: 5, atMost: 300, sticky: true as const } }
    const measure = rememberingMeasure(matrices)
    for (const side of ['now', 'before', 'now', 'before'] as const)
      measure(netAdds, stream, november, readings, side)
    expect(stream.measure).toHaveBeenCalledTimes(2)
    expect(stream.measure).toHaveBeenLastCalledWith(matrices, november, readings, 'before')
  })

  it('forgets the column that was asked for longest ago, once there are more than 240', () => {
    const stream = watched()
    const measure = rememberingMeasure(matrices)
    for (let back = 0; back < 240; back++) measure(netAdds, stream, november - back, readings)
    measure(netAdds, stream, november, readings)
    expect(stream.measure).toHaveBeenCalledTimes(240)
    measure(netAdds, stream, november - 240, readings)
    measure(netAdds, stream, november, readings)
    expect(stream.measure).toHaveBeenCalledTimes(241)
    measure(netAdds, stream, november - 1, readings)
    expect(stream.measure).toHaveBeenCalledTimes(242)
  })

  it('a difference has no fixed worth where growth is counted in percent', () => {
    const rule = { ...watched(), percent: { perPercent: '1', baseline: 1 } }
    expect(() => pointsFor(rule, 5, 'proportional')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message:
          'The edition counts growth in percent, so a dollar or seat more has no fixed worth. Ask for the score instead.',
        details: { stream: rule.id },
      }),
    )
  })
})
