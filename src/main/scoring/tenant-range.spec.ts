import { describe, expect, it, vi } from 'vitest'
import { insideRange, isInside, rangeOf, stayTest } from './tenant-range'

describe('a range', () => {
  it('is whole raw numbers, both ends included', () => {
    expect(rangeOf({ atLeast: 600 }, 1_000_000)).toEqual({
      lowest: 600_000_000,
      highest: Infinity,
      sticky: false,
    })
    expect(rangeOf({ above: 300 }, 1)).toEqual({ lowest: 301, highest: Infinity, sticky: false })
    expect(rangeOf({ above: 0, atMost: 12_000, sticky: true }, 1_000_000)).toEqual({
      lowest: 1,
      highest: 12_000_000_000,
      sticky: true,
    })
  })

  const range = rangeOf({ atLeast: 5, atMost: 300, sticky: true }, 1)
  it.each([
    [4, false, false],
    [5, true, true],
    [300, true, true],
    [301, false, true],
  ])('of 5 to 300 holds %d: %s, of who may outgrow it: %s', (amount, inside, staying) => {
    expect(isInside(range, amount, false)).toBe(inside)
    expect(isInside(range, amount, true)).toBe(staying)
  })

  it('is outgrown by those that were inside, now, and only where it is sticky', () => {
    const wasInside = vi.fn(() => (tenant: number) => tenant === 1)
    const stays = stayTest(range, 'now', wasInside)
    expect([stays(0), stays(1)]).toEqual([false, true])
    expect(wasInside).toHaveBeenCalledOnce()
    expect(stayTest(range, 'before', wasInside)(1)).toBe(false)
    expect(stayTest({ ...range, sticky: false }, 'now', wasInside)(1)).toBe(false)
    expect(wasInside).toHaveBeenCalledOnce()
  })
})

it('judges all tenants as it judges each, sticky or not', () => {
  const range = rangeOf({ above: 100, atMost: 300, sticky: true }, 1)
  const amounts = Float64Array.of(100, 101, 300, 301, 302)
  const stays = Uint8Array.of(1, 0, 0, 0, 1)
  const each = (may: Uint8Array | null) =>
    Array.from(amounts, (amount, tenant) => Number(isInside(range, amount, may?.[tenant] === 1)))
  expect([...insideRange(range, amounts, null).counts]).toEqual(each(null))
  expect(insideRange(range, amounts, null).total).toBe(2)
  expect([...insideRange(range, amounts, stays).counts]).toEqual(each(stays))
  expect(insideRange(range, amounts, stays).total).toBe(3)
})
