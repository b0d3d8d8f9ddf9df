import { expect, it } from 'vitest'
import { hatch } from './scale'
import { heightOf, waterfallBars, waterfallScale } from './waterfall'

it('leads from one total over every effect to the other', () => {
  expect(waterfallBars(60, [8, -3], 65)).toEqual([
    { kind: 'total', low: 0, high: 60, end: 60 },
    { kind: 'up', low: 60, high: 68, end: 68 },
    { kind: 'down', low: 65, high: 68, end: 65 },
    { kind: 'total', low: 0, high: 65, end: 65 },
  ])
})

it('keeps the line and every step in sight, and says that a scale is cut', () => {
  expect(waterfallScale(waterfallBars(80, [2], 82), 70)).toEqual({
    lowest: 65,
    highest: 85,
    cut: true,
  })
  expect(waterfallScale(waterfallBars(1, [1], 2), 5)).toMatchObject({ lowest: 0, cut: false })
})

it('draws nothing below the beginning of its scale', () => {
  const scale = { lowest: 60, highest: 80 }
  expect([50, 60, 70, 80].map((value) => heightOf(value, scale, 100))).toEqual([0, 0, 50, 100])
})

it('hatches within its box, with lines instead of a pattern', () => {
  const path = hatch({ x: 10, y: 20, width: 6, height: 9 }, 4)
  const numbers = path.match(/[\d.]+/g)?.map(Number) ?? []
  expect(numbers.length).toBeGreaterThan(8)
  numbers.forEach((value, index) => {
    const [low, high] = index % 2 === 0 ? [10, 16] : [20, 29]
    expect(value).toBeGreaterThanOrEqual(low)
    expect(value).toBeLessThanOrEqual(high)
  })
  expect(hatch({ x: 0, y: 0, width: 6, height: 0 }, 4)).toBe('')
})
