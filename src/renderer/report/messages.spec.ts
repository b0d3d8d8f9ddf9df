import { describe, expect, it } from 'vitest'
import { metrics, score, scoreWithFailedMinimum, scoreWithoutUsage } from '../app/testing/scores'
import {
  headline,
  metricTitle,
  minimumsStanding,
  minimumStanding,
  shortMetrics,
  standingWord,
  thresholdStanding,
} from './messages'
import { english } from './testing/model'

const noScore = () =>
  score({
    total: null,
    totalShown: null,
    thresholdMet: false,
    minimumsMet: false,
    attained: false,
    metrics: metrics().map((metric) => ({
      ...metric,
      points: null,
      pointsShown: null,
      minimumMet: false,
      status: 'no-data' as const,
    })),
  })

describe('the headline', () => {
  it('says that the score is attained, and that every minimum is met', () => {
    expect(headline(score(), english)).toBe('Attained: 71.3 points, all four minimums met')
  })

  it('never tells 72 points as a success while a minimum fails', () => {
    const told = headline(scoreWithFailedMinimum(), english)
    expect(told).toBe('72.0 points, but deployments misses its minimum')
    expect(told).not.toContain('Attained')
  })

  it('says "no data" and not "missed" of a metric of which nothing is known', () => {
    const short = scoreWithoutUsage()
    expect(headline(short, english)).toBe(
      'Not attained: 13.3 points, 56.7 short of 70, and three metrics have no data',
    )
    const enough = { ...scoreWithFailedMinimum() }
    enough.metrics = enough.metrics.map((metric) =>
      metric.minimumMet
        ? metric
        : { ...metric, points: null, pointsShown: null, status: 'no-data' },
    )
    expect(headline(enough, english)).toBe('72.0 points, but deployments has no data')
  })

  it('shows a gap that adds up with the shown total to the threshold', () => {
    const near = score({ total: 69.97, totalShown: 69.9, thresholdMet: false, attained: false })
    expect(headline(near, english)).toBe('Not attained: 69.9 points, 0.1 short of 70')
  })

  it('names both where points and a minimum are missing', () => {
    const both = { ...scoreWithFailedMinimum(), total: 62, totalShown: 62, thresholdMet: false }
    expect(headline(both, english)).toBe(
      'Not attained: 62.0 points, 8.0 short of 70, and deployments misses its minimum',
    )
  })

  it('tells no points at all where nothing was imported', () => {
    expect(headline(noScore(), english)).toBe(
      'No data yet: nothing can be scored as of 15 December 2023',
    )
  })
})

describe('the two conditions', () => {
  it('stand apart: enough points do not hide a failed minimum', () => {
    const failed = scoreWithFailedMinimum()
    expect([thresholdStanding(failed), minimumsStanding(failed)]).toEqual(['met', 'missed'])
    expect([thresholdStanding(score()), minimumsStanding(score())]).toEqual(['met', 'met'])
  })

  it('are unknown, not missed, where only data is missing', () => {
    expect([thresholdStanding(noScore()), minimumsStanding(noScore())]).toEqual([
      'no-data',
      'no-data',
    ])
  })
})

describe('a minimum', () => {
  it('is met, missed or unknown', () => {
    expect(scoreWithFailedMinimum().metrics.map(minimumStanding)).toEqual([
      'met',
      'met',
      'missed',
      'met',
    ])
    expect(noScore().metrics.map(minimumStanding)).toEqual(Array(4).fill('no-data'))
  })

  it('has a word beside its colour', () => {
    const words = (['met', 'missed', 'no-data'] as const).map((each) => standingWord(each, english))
    expect(words).toEqual(['Met', 'Missed', 'No data'])
  })

  it('that is missed is listed apart from one without data', () => {
    expect(shortMetrics(scoreWithFailedMinimum().metrics)).toEqual({
      missed: ['deployments'],
      lacking: [],
    })
    expect(shortMetrics(scoreWithoutUsage().metrics).missed).toEqual([])
  })
})

it('a metric without data has a title without points', () => {
  const [adds] = noScore().metrics
  const [scored] = metrics()
  expect(adds && metricTitle(adds, english)).toBe('Net customer adds: no data')
  expect(scored && metricTitle(scored, english)).toBe('Net customer adds: 18.0 of 20 points')
})
