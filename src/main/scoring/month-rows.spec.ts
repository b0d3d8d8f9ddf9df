import { describe, expect, it } from 'vitest'
import { monthOf } from '../../shared/calendar'
import { MonthRows } from './month-rows'

const [may, june, december] = [monthOf(2023, 5), monthOf(2023, 6), monthOf(2023, 12)]

describe('the months of a stream', () => {
  const rows = new MonthRows([may, june, december])

  it('have rows in their order, without rows for the months between', () => {
    expect([may, june, december].map((month) => rows.rowOf(month))).toEqual([0, 1, 2])
  })

  it.each([may - 1, june + 1, december - 1, december + 1, 0])(
    'have no row for month %d, which is not in the data',
    (month) => {
      expect(rows.rowOf(month)).toBe(-1)
    },
  )

  it('know how many of them lie before a month, whether or not it is in the data', () => {
    const counted = [may - 5, may, may + 1, june + 1, december, december + 1]
    expect(counted.map((month) => rows.countBefore(month))).toEqual([0, 0, 1, 2, 2, 3])
  })

  it('give an entry the row of its month', () => {
    expect(rows.rowOfEntry(december)).toBe(2)
  })

  it('find facts out that hold an entry of a month they do not list', () => {
    expect(() => rows.rowOfEntry(june + 1)).toThrow(
      expect.objectContaining({
        code: 'internal',
        message: 'The facts hold an entry of 2023-07, which is not among their months.',
      }),
    )
  })

  it('may be none', () => {
    const none = new MonthRows([])
    expect(none.rowOf(may)).toBe(-1)
    expect(none.rowOf(0)).toBe(-1)
    expect(none.countBefore(december)).toBe(0)
  })
})
