import { describe, expect, it } from 'vitest'
import { sparkLine } from './spark-line'

const box = { width: 106, height: 26 }

describe('the small line of a total over months', () => {
  it('runs from margin to margin, the largest value at the top', () => {
    const line = sparkLine([50, 60, 90], 70, box)
    expect(line.path).toBe('M3 23L53 18L103 3')
    expect(line.end).toEqual({ x: 103, y: 3 })
    expect(line.threshold).toBe(13)
  })

  it('has the threshold inside, be all values below or above it', () => {
    expect(sparkLine([10, 20], 70, box).threshold).toBe(3)
    expect(sparkLine([80, 90], 70, box).threshold).toBe(23)
  })

  it('leaves a gap for a month without a total, and begins anew behind it', () => {
    const line = sparkLine([null, 60, null, 70, 80], 70, box)
    expect(line.path).toBe('M28 23M78 13L103 3')
  })

  it('is nothing without values, and flat where all are the threshold', () => {
    expect(sparkLine([null, null], 70, box)).toEqual({ path: '', end: null, threshold: 13 })
    expect(sparkLine([70], 70, box)).toMatchObject({ path: 'M3 13', end: { x: 3, y: 13 } })
  })
})
