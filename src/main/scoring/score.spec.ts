import { describe, expect, it } from 'vitest'
import { Rational } from './rational'
import type { ExactScore } from './score'
import { facts, type FactsBuilder } from './testing/facts-builder'
import { metricOf, scoreFacts, scoreFactsExactly, seventy, skilled } from './testing/score-facts'

const exactly = (builder: FactsBuilder): ExactScore => scoreFactsExactly(builder).score
const verdict = ({ thresholdMet, minimumsMet, attained }: ExactScore) => ({
  thresholdMet,
  minimumsMet,
  attained,
})

describe('the total', () => {
  it('of 10 + 26⅔ + 13⅓ + 20 is exactly 70, and qualifies', () => {
    const score = exactly(seventy())
    expect(score.total?.compare(Rational.of(70))).toBe(0)
    expect(score.metrics.map(({ points }) => points?.rounded(6))).toEqual([
      10, 26.666667, 13.333333, 20,
    ])
    expect(verdict(score)).toEqual({ thresholdMet: true, minimumsMet: true, attained: true })
  })

  it.each([
    [0.00125, 69.999999],
    [0.000001, 70],
    [37.5, 69.97],
  ])('that lacks %d dollars of growth misses the threshold, though rounded to %d', (usd, total) => {
    const score = scoreFacts(seventy(usd))
    expect(score).toMatchObject({ total, totalShown: 69.9, thresholdMet: false, attained: false })
    expect(score.minimumsMet).toBe(true)
  })

  it('is the sum of the metrics that have data', () => {
    const score = exactly(skilled(facts(), 3))
    expect(score.metrics.map(({ points }) => points?.rounded(0) ?? null)).toEqual([
      null,
      20,
      null,
      null,
    ])
    expect(score.total?.compare(Rational.of(20))).toBe(0)
  })

  it('is no data, which is not 0, when nothing was imported', () => {
    const score = exactly(facts())
    expect(score.total).toBeNull()
    expect(verdict(score)).toEqual({ thresholdMet: false, minimumsMet: false, attained: false })
  })

  it('is 0 when files were imported of which nothing counts', () => {
    const score = scoreFacts(facts().fullHistory().importedCertifications())
    expect(score).toMatchObject({ total: 0, totalShown: 0, attained: false })
    expect(score.metrics.map(({ status, points }) => [status, points])).toEqual(
      Array.from({ length: 4 }, () => ['scored', 0]),
    )
  })
})

describe('attainment', () => {
  /** 18 + 40 + 20 points and so many dollars of growth: one large customer was lost, ten were won. */
  const withGrowth = (dollars: number) => {
    const builder = skilled(facts().fullHistory(), 6).azureYears('lost', 0, 120_000 - dollars)
    for (let index = 0; index < 10; index++) builder.azureYears(`t-${String(index)}`, 12_000)
    return exactly(builder)
  }

  it('needs both the threshold and every minimum, and shows them apart', () => {
    const missed = withGrowth(1_249.999999)
    expect(missed.total?.rounded(2)).toBe(79)
    expect(missed.metrics.map(({ minimumMet }) => minimumMet)).toEqual([true, true, true, false])
    expect(verdict(missed)).toEqual({ thresholdMet: true, minimumsMet: false, attained: false })
  })

  it('is met with one metric at exactly 1 point', () => {
    const met = withGrowth(1_250)
    expect(met.metrics[3]?.points?.compare(Rational.of(1))).toBe(0)
    expect(verdict(met)).toEqual({ thresholdMet: true, minimumsMet: true, attained: true })
  })

  it('is not met by a metric without data, also where anything above zero would do', () => {
    const readings = { metricMinimum: 'positive' } as const
    for (const options of [{}, { readings }]) {
      const score = scoreFacts(facts().azureYears('a', 12_000), options)
      const metric = metricOf(score, 'intermediate-certifications')
      expect(metric).toMatchObject({ status: 'no-data', points: null, minimumMet: false })
      expect(metricOf(score, 'net-customer-adds').minimumMet).toBe(true)
    }
  })
})

describe('the score of a date', () => {
  it('carries its date and readings', () => {
    const { score } = scoreFactsExactly(facts(), { readings: { seatScope: 'tenant' } })
    expect(score.readings.seatScope).toBe('tenant')
    expect(score.asOf).toBe(19_706)
  })

  it('moves with its usage month, the last full month before the date', () => {
    const at = (asOf: string) =>
      metricOf(scoreFacts(facts().azureYears('a', 100), { asOf }), 'net-customer-adds').points
    expect([at('2023-11-30'), at('2023-12-01'), at('2023-12-31'), at('2024-01-01')]).toEqual([
      null,
      2,
      2,
      null,
    ])
  })

  it('takes for each stream the month that this stream has', () => {
    const builder = facts()
      .azure({ tenant: 'a', month: '2023-11', usd: 100 })
      .seats({ tenant: 'a', month: '2023-10', paid: 25 })
    const streams = (currentMonth: 'strict' | 'newest') =>
      metricOf(
        scoreFacts(builder, { readings: { currentMonth } }),
        'net-customer-adds',
      ).streams?.map(({ id, status, points }) => [id, status, points])
    expect(streams('strict')).toEqual([
      ['azure', 'scored', 2],
      ['m365', 'no-data', null],
    ])
    expect(streams('newest')).toEqual([
      ['azure', 'scored', 2],
      ['m365', 'scored', 2],
    ])
  })
})
