import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysOf, ranksOf, sortedByKeys } from './row-order'

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

describe('the order of rows', () => {
  it('is that of any whole numbers a double holds, equal ones as they came', () => {
    const value = fc.integer({ min: -Number.MAX_SAFE_INTEGER + 1, max: 2 ** 40 })
    const small = fc.integer({ min: -3, max: 3 })
    fc.assert(
      fc.property(fc.array(fc.oneof(value, small)), fc.boolean(), (given, descending) => {
        const values = Float64Array.from(given)
        const entries = Uint32Array.from(given, (_each, index) => index * 7)
        const sign = descending ? -1 : 1
        const expected = given
          .map((each, index) => ({ each, entry: index * 7 }))
          .sort((a, b) => sign * (a.each - b.each))
        // A difference above 2^53 is not what the store can hold.
        fc.pre(Math.max(0, ...given) - Math.min(0, ...given) <= Number.MAX_SAFE_INTEGER)
        const sorted = sortedByKeys(entries, keysOf(values, descending))
        expect([...sorted]).toEqual(expected.map(({ entry }) => entry))
      }),
    )
  })

  it('of names gives equal ones one rank and puts what has none last in either direction', () => {
    const names = ['b', null, 'a', 'b']
    expect([...ranksOf(names, false, byText)]).toEqual([1, 2, 0, 1])
    expect([...ranksOf(names, true, byText)]).toEqual([0, 2, 1, 0])
  })

  it('of nothing is nothing', () => {
    expect([...sortedByKeys(new Uint32Array(0), keysOf(new Float64Array(0), true))]).toEqual([])
  })
})
