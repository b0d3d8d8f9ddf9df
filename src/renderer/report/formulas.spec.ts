import { describe, expect, it } from 'vitest'
import { metricDetail, streamDetail } from '../app/testing/details'
import { stream, streamWithoutData } from '../app/testing/scores'
import { stepsFormula, streamFormula, streamRule, sumFormula } from './formulas'
import { english } from './testing/model'

const formula = (...change: Parameters<typeof streamDetail>) =>
  streamFormula(streamDetail(...change), 20, english)

describe('the formula of a stream', () => {
  it('holds the numbers that were counted', () => {
    expect(formula()).toEqual({ expression: '(12 − 5) × 2', remark: null })
  })

  it('divides where growth is worth a point in steps', () => {
    const growth = { unit: 'usd', rate: { points: '1', per: 1250 } } as const
    expect(formula({ ...growth, ...stream('azure', 52_300, 39_800, 10) })).toEqual({
      expression: '($52,300 − $39,800) ÷ $1,250',
      remark: null,
    })
  })

  it('divides by a year ago where growth counts in percent', () => {
    const counting = { kind: 'percent', baseline: 50_000, perPercent: '5/2' } as const
    const percent = { unit: 'usd', rate: { points: '2', per: 1 }, counting } as const
    expect(formula({ ...percent, ...stream('azure', 55_000, 50_000, 8) })).toEqual({
      expression: '($55,000 − $50,000) ÷ $50,000 × 100 ÷ 5/2 × 2',
      remark: null,
    })
    expect(formula({ ...percent, ...stream('azure', 55_000, 40_000, 0) })?.remark).toBe(
      'nothing below $50,000 a year ago',
    )
  })

  it('says that a decline counts as 0, and what it would have given', () => {
    expect(formula(stream('azure', 6, 8, 0))?.remark).toBe('gives −4.0, counted as 0')
  })

  it('says that no more than the maximum counts', () => {
    expect(formula(stream('azure', 19, 5, 20))?.remark).toBe(
      'gives 28.0, at most the maximum counts',
    )
  })

  it('says that only whole steps count where they were cut', () => {
    const whole = { unit: 'user', rate: { points: '1', per: 125 } } as const
    expect(formula({ ...whole, ...stream('m365', 475, 100, 3) })?.remark).toBeNull()
    expect(formula({ ...whole, ...stream('m365', 460, 100, 2) })?.remark).toBe('whole steps only')
  })

  it('does not exist without data', () => {
    expect(formula(streamWithoutData('azure'))).toBeUndefined()
  })
})

describe('the rule of a stream', () => {
  it.each([
    [
      'azure',
      'deployment',
      { atLeast: 750, above: null, atMost: 12_000, sticky: true },
      'customers with $750 to $12,000 (or more, if they were inside a year ago) of consumption in twelve months',
    ],
    [
      'azure',
      'usd',
      { atLeast: null, above: 0, atMost: 12_000, sticky: false },
      'consumption in twelve months of customers with more than $0, at most $12,000 of it',
    ],
    [
      'm365',
      'customer',
      { atLeast: null, above: 300, atMost: null, sticky: false },
      'customers with more than 300 paid seats',
    ],
    [
      'm365',
      'user',
      { atLeast: 5, above: null, atMost: 300, sticky: false },
      'active paid seats of customers with 5 to 300 paid seats',
    ],
  ] as const)('of %s in %ss names the ends of a range', (id, unit, bounds, words) => {
    expect(streamRule(streamDetail({ id, unit, bounds }), english)).toBe(words)
  })

  it('names the thresholds of the edition', () => {
    const rules = (['net-customer-adds', 'deployments', 'usage-growth'] as const).map((id) =>
      metricDetail(id).streams.map((each) => streamRule(each, english)),
    )
    expect(rules).toEqual([
      [
        'customers with at least $100 of consumption in twelve months',
        'customers with at least 25 paid seats',
      ],
      [
        'customers with at least $12,000 of consumption in twelve months',
        'customers with at least 25 paid seats, 15% of them active',
      ],
      ['consumption of all customers in twelve months', 'active paid seats of all customers'],
    ])
  })
})

describe('the sum of a metric', () => {
  const { metric } = metricDetail('net-customer-adds')

  it('adds the streams', () => {
    expect(sumFormula(metric, english)).toBe('14.0 + 4.0')
  })

  it('names the maximum where it cut the sum', () => {
    expect(sumFormula(metricDetail('usage-growth').metric, english)).toBe('18.8 + 3.0, at most 20')
  })

  it('leaves out a stream without data instead of adding 0', () => {
    const half = { ...metric, streams: [stream('azure', 12, 5, 14), streamWithoutData('m365')] }
    expect(sumFormula(half, english)).toBe('14.0')
  })
})

describe('the formula of certifications', () => {
  const { metric, steps } = metricDetail('intermediate-certifications')

  it('multiplies the people of the step that pays', () => {
    expect(stepsFormula(steps, metric, english)).toBe('2 × 40/6')
  })

  it('adds what met gates give themselves', () => {
    const paying = steps.map((step) =>
      step.id === 'step-3' ? { ...step, pointsPerPerson: '8' } : { ...step, pointsWhenMet: '4' },
    )
    expect(stepsFormula(paying, metric, english)).toBe('4 + 4 + 2 × 8')
    const missed = paying.map((step) => (step.id === 'step-2' ? { ...step, met: false } : step))
    expect(stepsFormula(missed, metric, english)).toBe('4 + 2 × 8, gates not met')
  })

  it('says that gates come first', () => {
    const missed = steps.map((step) => (step.id === 'step-2' ? { ...step, met: false } : step))
    expect(stepsFormula(missed, metric, english)).toBe('2 × 40/6, gates not met')
  })

  it('names the maximum where more people hold one', () => {
    const many = steps.map((step) => (step.id === 'step-3' ? { ...step, people: 9 } : step))
    expect(stepsFormula(many, metric, english)).toBe('9 × 40/6, at most 40')
  })
})
