import { describe, expect, it } from 'vitest'
import { boundsSchema } from './bounds'

const faults = (bounds: unknown) =>
  boundsSchema.safeParse(bounds).error?.issues.map(({ message }) => message) ?? []

describe('bounds', () => {
  it.each([
    { atLeast: 600 },
    { above: 300 },
    { above: 0, atMost: 12_000, sticky: true },
    { atLeast: 5, atMost: 300, sticky: true },
    { atLeast: 5, atMost: 5 },
    { above: 4, atMost: 5 },
  ])('may be %j', (bounds) => {
    expect(faults(bounds)).toEqual([])
  })

  it.each([
    [{}, 'Expected one lower bound, either "atLeast" or "above".'],
    [{ atMost: 300 }, 'Expected one lower bound, either "atLeast" or "above".'],
    [{ atLeast: 5, above: 4 }, 'Expected one lower bound, either "atLeast" or "above".'],
    [{ atLeast: 5, atMost: 4 }, 'The range ends before it begins.'],
    [{ above: 5, atMost: 5 }, 'The range ends before it begins.'],
    [
      { atLeast: 5, sticky: true },
      'Only a range that ends with "atMost" can be outgrown, so only such a range is sticky.',
    ],
  ])('may not be %j', (bounds, message) => {
    expect(faults(bounds)).toEqual([message])
  })

  it.each([{ atLeast: 0 }, { above: -1 }, { atLeast: 99.5 }, { atLeast: 5, below: 300 }])(
    'are whole and known, not %j',
    (bounds) => {
      expect(faults(bounds)).toHaveLength(1)
    },
  )
})
