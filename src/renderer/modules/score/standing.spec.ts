import { describe, expect, it } from 'vitest'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { attainmentOf, attainmentTone, minimumOf, minimumsMet, minimumTone } from './standing'

describe('attainment', () => {
  it('needs both conditions', () => {
    expect(attainmentOf(score())).toBe('attained')
    expect(attainmentOf(scoreWithFailedMinimum())).toBe('minimum-missed')
    expect(attainmentOf(score({ thresholdMet: false, attained: false }))).toBe('below-threshold')
    expect(attainmentOf(scoreWithoutUsage())).toBe('both-missed')
  })

  it('is not known without a score', () => {
    expect(attainmentOf(null)).toBe('no-data')
    expect(attainmentOf(score({ total: null, attained: false }))).toBe('no-data')
  })

  it('has the tone of success in one state only', () => {
    const states = [
      'attained',
      'minimum-missed',
      'below-threshold',
      'both-missed',
      'no-data',
    ] as const
    expect(states.map(attainmentTone)).toEqual(['met', 'unmet', 'unmet', 'unmet', 'none'])
  })
})

describe('the minimum of a metric', () => {
  it('is not known, rather than missed, without data', () => {
    const [adds] = scoreWithoutUsage().metrics
    expect(adds && minimumOf(adds)).toBe('no-data')
    expect(minimumTone('no-data')).toBe('none')
  })

  it('is met or missed where there is data', () => {
    expect(scoreWithFailedMinimum().metrics.map(minimumOf)).toEqual(['met', 'met', 'missed', 'met'])
    expect([minimumTone('met'), minimumTone('missed')]).toEqual(['met', 'unmet'])
  })

  it('is counted only where it is known and met', () => {
    expect([score(), scoreWithFailedMinimum(), scoreWithoutUsage()].map(minimumsMet)).toEqual([
      4, 3, 1,
    ])
  })
})
