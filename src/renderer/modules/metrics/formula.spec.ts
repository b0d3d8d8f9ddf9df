import { describe, expect, it } from 'vitest'
import { metricDetail, streamDetail } from '../../app/testing/details'
import { stream, streamWithoutData } from '../../app/testing/scores'
import { streamFormula, sumFormula } from './formula'

const MAX = 20

describe('the formula of a stream', () => {
  it('is filled in with its own numbers', () => {
    expect(streamFormula(streamDetail(), MAX)).toEqual({
      current: '12',
      previous: '5',
      factor: '× 2',
      raw: null,
      points: '14.0',
      remark: null,
    })
  })

  it('shows dollars, and cents only where there are any', () => {
    const growth = { unit: 'usd', rate: { points: '1', per: 1250 } } as const
    const whole = streamDetail({ ...stream('azure', 214_500, 191_000, 18.8), ...growth })
    const cents = streamDetail({ ...stream('azure', 2500.5, 0, 2.0004), ...growth })
    expect(streamFormula(whole, MAX)).toMatchObject({ current: '$214,500', factor: '÷ $1,250' })
    expect(streamFormula(cents, MAX)).toMatchObject({ current: '$2,500.50', previous: '$0' })
  })

  it('keeps a fraction of points a fraction', () => {
    const third = streamDetail({
      ...stream('azure', 9, 5, 13.333333),
      rate: { points: '20/6', per: 1 },
    })
    expect(streamFormula(third, MAX)).toMatchObject({ factor: '× 20/6', remark: null })
  })

  it('divides by a year ago where growth counts in percent, and says what is below the baseline', () => {
    const counting = { kind: 'percent', baseline: 50_000, perPercent: '1' } as const
    const percent = { unit: 'usd', rate: { points: '1', per: 1 }, counting } as const
    const grown = streamDetail({ ...stream('azure', 57_000, 50_000, 14), ...percent })
    expect(streamFormula(grown, MAX)).toMatchObject({ factor: '÷ $50,000 × 100', remark: null })
    const small = streamDetail({ ...stream('azure', 57_000, 40_000, 0), ...percent })
    expect(streamFormula(small, MAX)).toMatchObject({ raw: '0.0', remark: 'below-baseline' })
  })

  it('is capped at the maximum of the stream, where it has one of its own', () => {
    const capped = streamDetail({ ...stream('azure', 12, 5, 10), max: 10 })
    expect(streamFormula(capped, MAX)).toMatchObject({ raw: '14.0', remark: 'capped' })
  })

  it('shows a rate of several points for several units in both its numbers', () => {
    const rate = streamDetail({ unit: 'user', rate: { points: '2', per: 125 } })
    expect(streamFormula(rate, MAX)?.factor).toBe('× 2 ÷ 125')
  })

  it('says that a stream which lost counts as 0', () => {
    const lost = streamDetail(stream('azure', 3, 5, 0))
    expect(streamFormula(lost, MAX)).toMatchObject({
      raw: '−4.0',
      points: '0.0',
      remark: 'floored',
    })
  })

  it('has no remark on a loss that counts in full', () => {
    const lost = streamDetail(stream('azure', 3, 5, -4))
    expect(streamFormula(lost, MAX)).toMatchObject({ raw: null, points: '−4.0', remark: null })
  })

  it('says that a stream is capped, also when it passes the maximum by less than a point', () => {
    const far = streamDetail(stream('azure', 30, 5, 20))
    const little = streamDetail({ ...stream('azure', 10.25, 0, 20) })
    expect(streamFormula(far, MAX)).toMatchObject({ raw: '50.0', remark: 'capped' })
    expect(streamFormula(little, MAX)).toMatchObject({ raw: '20.5', remark: 'capped' })
  })

  it('says that only whole steps counted where a part of a step was left out', () => {
    const steps = streamDetail({
      ...stream('azure', 23_500, 0, 18),
      unit: 'usd',
      rate: { points: '1', per: 1250 },
    })
    expect(streamFormula(steps, MAX)).toMatchObject({ raw: '18.8', remark: 'whole-steps' })
  })

  it('never rounds the number in between up', () => {
    const close = streamDetail({ ...stream('azure', 9.999, 0, 19) })
    expect(streamFormula(close, MAX)?.raw).toBe('19.9')
  })

  it('does not exist without data', () => {
    expect(streamFormula(streamDetail(streamWithoutData('azure')), MAX)).toBeNull()
  })
})

describe('the sum of the streams', () => {
  it('adds their shown points up to the points of the metric', () => {
    expect(sumFormula(metricDetail('net-customer-adds'))).toEqual({
      parts: ['14.0', '4.0'],
      points: '18.0',
      max: '20',
      capped: false,
    })
  })

  it('says when the metric is capped', () => {
    expect(sumFormula(metricDetail('deployments'))).toMatchObject({ points: '20.0', capped: true })
  })

  it('is not shown for one stream alone, nor without a result', () => {
    const detail = metricDetail('net-customer-adds')
    const one = [detail.streams[0] ?? streamDetail(), streamDetail(streamWithoutData('m365'))]
    expect(sumFormula({ ...detail, streams: one })).toBeNull()
    expect(sumFormula({ ...detail, metric: { ...detail.metric, points: null } })).toBeNull()
    expect(sumFormula(metricDetail('intermediate-certifications'))).toBeNull()
  })
})
