import { describe, expect, it } from 'vitest'
import {
  arcPath,
  CENTRE,
  gaugeLabel,
  gaugeTone,
  gaugeVerdict,
  pointAt,
  type GaugeReading,
} from './score-gauge'
import { gaugeWordsEn } from './score-gauge-words'

function reading(change: Partial<GaugeReading> = {}): GaugeReading {
  return {
    total: 71.333333,
    totalShown: 71.3,
    threshold: 70,
    max: 100,
    attained: true,
    minimumsMet: true,
    ...change,
  }
}
const failedMinimum = reading({ total: 72, totalShown: 72, attained: false, minimumsMet: false })

describe('what the gauge says', () => {
  it('is green only for an attained score', () => {
    expect(gaugeTone(reading())).toBe('attained')
    expect(gaugeTone(failedMinimum)).toBe('short')
  })

  it('is never green for points above the line alone, however many', () => {
    const tones = [70, 72, 99.9, 100].map((total) =>
      gaugeTone({ ...failedMinimum, total, totalShown: total }),
    )
    expect(tones).toEqual(['short', 'short', 'short', 'short'])
  })

  it('tells the two conditions apart', () => {
    const short = { total: 69.97, totalShown: 69.9, attained: false }
    expect(gaugeVerdict(failedMinimum)).toBe('minimum-missed')
    expect(gaugeVerdict(reading(short))).toBe('below-threshold')
    expect(gaugeVerdict(reading({ ...short, minimumsMet: false }))).toBe('both-missed')
  })

  it('has neither colour nor verdict without data', () => {
    const nothing = reading({ total: null, totalShown: null, attained: false, minimumsMet: false })
    expect([gaugeTone(nothing), gaugeVerdict(nothing)]).toEqual(['none', 'no-data'])
    expect(gaugeLabel(nothing, gaugeWordsEn)).toBe(
      'No score: there is no data yet. The scale reaches 100 points; 70 are needed.',
    )
  })

  it('tells score, scale, line and verdict in one sentence', () => {
    expect(gaugeLabel(failedMinimum, gaugeWordsEn)).toBe(
      'Score 72.0 of 100 points; 70 points are needed. Minimum missed.',
    )
  })

  it('speaks of 0 points as a number', () => {
    const zero = reading({ total: 0, totalShown: 0, attained: false, minimumsMet: false })
    expect(gaugeLabel(zero, gaugeWordsEn)).toContain('Score 0.0 of 100')
  })
})

describe('where the gauge draws', () => {
  it('puts 0 and the maximum at the same height, mirrored at the centre', () => {
    const [zero, max] = [pointAt(0, 88), pointAt(1, 88)]
    expect(zero.y).toBe(max.y)
    expect(zero.x + max.x).toBeCloseTo(2 * CENTRE.x)
    expect(zero.y).toBeGreaterThan(CENTRE.y)
  })

  it('puts the middle of the scale at the top', () => {
    expect(pointAt(0.5, 88)).toEqual({ x: CENTRE.x, y: CENTRE.y - 88 })
  })

  it('keeps shares outside the scale at its ends', () => {
    expect([pointAt(-1, 88), pointAt(2, 88)]).toEqual([pointAt(0, 88), pointAt(1, 88)])
    expect(arcPath(0, 1.4, 88)).toBe(arcPath(0, 1, 88))
  })

  it('takes the long way round only for arcs of more than half a circle', () => {
    const flag = (to: number) => / 88 88 0 (\d) 1 /.exec(arcPath(0, to, 88))?.[1]
    expect([flag(0.7), flag(1)]).toEqual(['0', '1'])
  })
})
