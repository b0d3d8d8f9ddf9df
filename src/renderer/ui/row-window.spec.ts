import { describe, expect, it } from 'vitest'
import { furthest, offsetFor, rowsInView, scaleOf, sheetHeight, SHEET_AT_MOST } from './row-window'

const short = { rows: 100, rowHeight: 32, view: 320 }
const long = { rows: 5_000_000, rowHeight: 32, view: 320 }

describe('the rows in view', () => {
  it('of a short table are scrolled through pixel by pixel', () => {
    expect([sheetHeight(short), furthest(short), scaleOf(short)]).toEqual([3_200, 2_880, 1])
    expect(rowsInView(short, 64, 2)).toEqual({ first: 0, last: 14 })
    expect(rowsInView(short, furthest(short), 2)).toEqual({ first: 88, last: 99 })
  })

  it('of five million rows reach from the first to the last on a sheet that a browser can make', () => {
    expect(sheetHeight(long)).toBe(SHEET_AT_MOST)
    const bottom = (sheetHeight(long) - long.view) * scaleOf(long)
    expect(rowsInView(long, bottom, 0)).toEqual({ first: 4_999_990, last: 4_999_999 })
    expect(rowsInView(long, 0, 0)).toEqual({ first: 0, last: 10 })
  })

  it('of a table that fits, or of none, do not scroll', () => {
    for (const rows of [0, 10]) {
      const space = { ...short, rows }
      expect([scaleOf(space), furthest(space)]).toEqual([1, 0])
    }
    expect(rowsInView({ ...short, rows: 0 }, 0, 8)).toEqual({ first: 0, last: -1 })
  })

  it('move as little as a row needs that is to be seen', () => {
    expect(offsetFor(short, 5, 0)).toBe(0)
    expect(offsetFor(short, 10, 0)).toBe(32)
    expect(offsetFor(short, 2, 320)).toBe(64)
    expect(offsetFor(short, 99, 0)).toBe(furthest(short))
    expect(offsetFor(long, 4_999_999, 0)).toBe(furthest(long))
  })
})
