import { expect, it } from 'vitest'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { verdictOf } from './verdict'

it('tells an attained score how far above the line it is', () => {
  const verdict = verdictOf(score())
  expect(verdict.kind).toBe('attained')
  expect(verdict.gap).toBeCloseTo(1.3)
})

it('does not speak of 0.0 points above the line', () => {
  expect(verdictOf(score({ total: 70, totalShown: 70 }))).toEqual({
    kind: 'attained-at-line',
    gap: 0,
  })
  expect(verdictOf(score({ total: 70.04, totalShown: 70 })).kind).toBe('attained-at-line')
})

it('never calls 72 points with a failed minimum attained', () => {
  expect(verdictOf(scoreWithFailedMinimum())).toEqual({ kind: 'minimum-missed', gap: 2 })
})

it('measures what is missing between the numbers shown', () => {
  const short = score({
    total: 69.97,
    totalShown: 69.9,
    thresholdMet: false,
    attained: false,
  })
  expect(verdictOf(short).kind).toBe('below-threshold')
  expect(verdictOf(short).gap).toBeCloseTo(0.1)
})

it('says that both conditions fail where both do', () => {
  expect(verdictOf(scoreWithoutUsage()).kind).toBe('both-missed')
})

it('has no gap to a total that is not known', () => {
  const nothing = score({ total: null, totalShown: null, thresholdMet: false, attained: false })
  expect(verdictOf(nothing)).toEqual({ kind: 'no-data', gap: null })
})
