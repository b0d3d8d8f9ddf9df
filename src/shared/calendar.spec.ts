import { describe, expect, it } from 'vitest'
import {
  dayOf,
  firstDayOf,
  formatDay,
  formatMonth,
  monthOf,
  monthOfDay,
  oneMonthBefore,
  parseDay,
  parseMonth,
  usageMonthOf,
  yearsAfter,
} from './calendar'

describe('calendar', () => {
  it.each([
    ['2025-09-01', 1, '2026-09-01'],
    ['2025-12-31', 1, '2026-12-31'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-03-01', 0, '2023-03-01'],
  ])('has %s, %d years later, as %s', (from, years, to) => {
    expect(formatDay(yearsAfter(parseDay(from) ?? NaN, years))).toBe(to)
  })

  it('takes the last full month before a score date as its usage month', () => {
    expect(formatMonth(usageMonthOf(dayOf(2023, 12, 15) ?? 0))).toBe('2023-11')
    expect(formatMonth(usageMonthOf(dayOf(2024, 1, 1) ?? 0))).toBe('2023-12')
    expect(formatMonth(usageMonthOf(dayOf(2023, 12, 31) ?? 0))).toBe('2023-11')
  })

  it.each(['2023-13', '2023-00', '2023-1', '23-01', '2023-01-01', ''])(
    'refuses "%s" as a month',
    (text) => {
      expect(parseMonth(text)).toBeUndefined()
    },
  )

  it.each(['2023-02-29', '2023-13-01', '2023-04-31', '2023-00-10', '2023-1-1', '0999-01-01'])(
    'refuses "%s" as a date',
    (text) => {
      expect(parseDay(text)).toBeUndefined()
    },
  )

  it('writes months and days the way it reads them', () => {
    expect(formatMonth(parseMonth('2023-01') ?? 0)).toBe('2023-01')
    expect(formatMonth(parseMonth('0999-12') ?? 0)).toBe('0999-12')
    expect(formatDay(parseDay('2024-02-29') ?? 0)).toBe('2024-02-29')
  })

  it.each([
    ['2023-12-15', '2023-11-15'],
    ['2024-01-01', '2023-12-01'],
    ['2024-03-31', '2024-02-29'],
    ['2023-07-31', '2023-06-30'],
  ])('has %s one month after %s, a shorter month ending early', (day, before) => {
    expect(formatDay(oneMonthBefore(parseDay(day) ?? 0))).toBe(before)
  })

  it('knows the month of a day and the first day of a month, before 1970 as well', () => {
    expect(monthOfDay(parseDay('1969-12-31') ?? 0)).toBe(monthOf(1969, 12))
    expect(formatDay(firstDayOf(monthOf(2023, 12)))).toBe('2023-12-01')
  })
})
