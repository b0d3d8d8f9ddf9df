import { describe, expect, it } from 'vitest'
import { formatDay, formatMonth, parseDay } from '../../shared/calendar'
import { windowOf } from './trend'

const on = (date: string, anniversary?: number) => {
  const { from, to, month } = windowOf(parseDay(date) ?? NaN, anniversary)
  return [formatDay(from), formatDay(to), month === undefined ? null : formatMonth(month)]
}

describe('the window in which a partner qualifies', () => {
  it('is the month up to the day and the five before where it is not enrolled', () => {
    expect(on('2023-12-15')).toEqual(['2023-07-01', '2023-12-15', null])
  })

  it.each([
    ['2023-12-15', 12, '2023-07-01', '2023-12-31', '2023-12'],
    ['2023-12-31', 12, '2023-07-01', '2023-12-31', '2023-12'],
    ['2024-01-01', 12, '2024-07-01', '2024-12-31', '2024-12'],
    ['2023-12-15', 2, '2023-09-01', '2024-02-29', '2024-02'],
    ['2023-12-15', 11, '2024-06-01', '2024-11-30', '2024-11'],
  ])('on %s, renewing in month %i, is %s to %s', (day, anniversary, from, to, month) => {
    expect(on(day, anniversary)).toEqual([from, to, month])
  })
})
