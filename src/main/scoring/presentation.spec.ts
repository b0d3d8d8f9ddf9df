import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presented, shown } from './presentation'
import { Rational } from './rational'
import { facts } from './testing/facts-builder'
import { metricOf, scoreFacts, seventy, skilled, streamOf } from './testing/score-facts'

const of = (thousandths: number) => Rational.of(thousandths, 1_000)

describe('points as they are shown', () => {
  it.each([
    [69_970, 70, 69.9],
    [69_999, 70, 69.9],
    [69_940, 70, 69.9],
    [69_949, 70, 69.9],
    [69_850, 70, 69.9],
    [69_849, 70, 69.8],
    [70_000, 70, 70],
    [70_049, 70, 70],
    [70_050, 70, 70.1],
    [960, 1, 0.9],
    [999, 1, 0.9],
    [949, 1, 0.9],
    [940, 1, 0.9],
    [1_000, 1, 1],
    [1_250, 1, 1.3],
    [49, 1, 0],
    [50, 1, 0.1],
    [0, 1, 0],
  ])('%d thousandths before a threshold of %d are %d', (thousandths, threshold, points) => {
    expect(shown(of(thousandths), threshold)).toBe(points)
  })

  it('are no number where there is no data', () => {
    expect(shown(null, 70)).toBeNull()
  })

  it('reach the threshold if and only if the exact value does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000_000 }),
        fc.constantFrom(1, 70),
        (millionths, threshold) => {
          const value = Rational.of(millionths, 1_000_000)
          expect((shown(value, threshold) ?? 0) >= threshold).toBe(
            value.isAtLeast(Rational.of(threshold)),
          )
        },
      ),
    )
  })
})

describe('points as scripts get them', () => {
  it('are rounded half up to six decimals', () => {
    expect(presented(Rational.parse('40/3'))).toBe(13.333333)
    expect(presented(Rational.parse('80/3'))).toBe(26.666667)
    expect(presented(Rational.of(5, 10_000_000))).toBe(0.000001)
    expect(presented(Rational.of(4, 10_000_000))).toBe(0)
    expect(presented(null)).toBeNull()
  })
})

describe('a presented score', () => {
  it('says what was scored, when, and with which result', () => {
    const { metrics, readings, alternatives, warnings, ...head } = scoreFacts(seventy(37.5))
    expect(head).toEqual({
      designation: 'security',
      edition: 'security-2023-12',
      track: null,
      otherTracks: [],
      asOf: '2023-12-15',
      usageMonth: '2023-11',
      total: 69.97,
      totalShown: 69.9,
      max: 100,
      threshold: 70,
      thresholdMet: false,
      minimumsMet: true,
      attained: false,
    })
    expect([metrics.length, alternatives.length, warnings.length]).toEqual([4, 1, 1])
    expect(readings.streamFloor).toBe('each')
  })

  it('shows a metric below 1 point as missing its minimum, and its stream as it is', () => {
    const score = scoreFacts(facts().azureYears('a', 1_200))
    expect(metricOf(score, 'usage-growth')).toEqual({
      id: 'usage-growth',
      category: 'customer-success',
      points: 0.96,
      pointsShown: 0.9,
      max: 20,
      minimumMet: false,
      status: 'scored',
      streams: [
        {
          id: 'azure',
          status: 'scored',
          current: 1_200,
          previous: 0,
          delta: 1_200,
          points: 0.96,
          pointsShown: 1,
        },
        {
          id: 'm365',
          status: 'no-data',
          current: null,
          previous: null,
          delta: null,
          points: null,
          pointsShown: null,
        },
      ],
    })
  })

  it('gives dollars, not micro-dollars, with their cents and sign', () => {
    const score = scoreFacts(facts().azureYears('a', 0.25, 1.5))
    expect(streamOf(score, 'usage-growth', 'azure')).toMatchObject({
      current: 0.25,
      previous: 1.5,
      delta: -1.25,
    })
  })

  it('shows gates with what they need, and the step that gives points without', () => {
    const metric = metricOf(scoreFacts(skilled(facts(), 2)), 'intermediate-certifications')
    expect(metric).toStrictEqual({
      id: 'intermediate-certifications',
      category: 'skilling',
      points: 13.333333,
      pointsShown: 13.3,
      max: 40,
      minimumMet: true,
      status: 'scored',
      steps: [
        { id: 'step-1', people: 2, required: 2, met: true },
        { id: 'step-2', people: 2, required: 2, met: true },
        { id: 'step-3', people: 2 },
      ],
    })
  })

  it('shows a metric without data as such, with the state of its steps', () => {
    const metric = metricOf(scoreFacts(facts()), 'intermediate-certifications')
    expect(metric).toMatchObject({ status: 'no-data', points: null, pointsShown: null })
    expect(metric.steps?.map(({ people, met }) => [people, met])).toEqual([
      [0, false],
      [0, false],
      [0, undefined],
    ])
  })

  it('shows streams under streamFloor sum as they come', () => {
    const builder = facts().azureYears('lost', 0, 100).seatYears('a', [25, 0])
    const score = scoreFacts(builder, { readings: { streamFloor: 'sum' } })
    expect(streamOf(score, 'net-customer-adds', 'azure')).toMatchObject({
      points: -2,
      pointsShown: -2,
    })
  })
})
