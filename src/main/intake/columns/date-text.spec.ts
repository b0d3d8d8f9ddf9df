import { describe, expect, it } from 'vitest'
import { formatDay, formatMonth } from '../../../shared/calendar'
import type { DateOrder } from '../../../shared/imports'
import { INVALID } from './byte-dictionary'
import { calendarDay, inOrder, readDateText, usageMonth } from './date-text'

function monthOf(text: string, order: DateOrder = 'mdy'): string | undefined {
  const month = usageMonth(text, order)
  return month === INVALID ? undefined : formatMonth(month)
}

function dayOf(text: string, order: DateOrder = 'mdy'): string | undefined {
  const day = calendarDay(text, order)
  return day === INVALID ? undefined : formatDay(day)
}

describe('a usage month', () => {
  it.each([
    ['2023-11-01'],
    ['2023-11'],
    ['2023/11/01'],
    ['2023.11.1'],
    ['2023/11'],
    ['20231101'],
    ['202311'],
    ['01.11.2023'],
    ['1.11.2023'],
    ['11/2023'],
    ['11.2023'],
    ['11-2023'],
    ['11/1/2023'],
    ['Nov 2023'],
    ['nov. 2023'],
    ['NOVEMBER 2023'],
    ['November-2023'],
    ['1 Nov 2023'],
    ['01-Nov-2023'],
    ['Nov 1, 2023'],
    ['November 1 2023'],
    ['45231'],
    ['45231.75'],
    [' 2023-11 '],
    ['2023-11-01T00:00:00Z'],
    ['2023-11-01 00:00:00.000 +00:00'],
    ['11/1/2023 12:00:00 AM'],
    ['11/30/2023'],
  ])('is November 2023 when written as "%s"', (text) => {
    expect(monthOf(text)).toBe('2023-11')
  })

  it('follows the order that the column decided, and only where the text leaves it open', () => {
    expect(monthOf('1/11/2023', 'dmy')).toBe('2023-11')
    expect(monthOf('1-11-2023', 'mdy')).toBe('2023-01')
    expect(monthOf('01.11.2023', 'mdy')).toBe('2023-11')
    expect(monthOf('2023-01-11', 'dmy')).toBe('2023-01')
  })

  it.each([
    [''],
    ['2023-13'],
    ['2023-00'],
    ['2023-02-30'],
    ['2023-11-00'],
    ['13/2023'],
    ['13/1/2023'],
    ['30.02.2023'],
    ['31 Nov 2023'],
    ['Nox 2023'],
    ['Novem 2023'],
    ['1999-12'],
    ['2100-01'],
    ['2023'],
    ['November'],
    ['11/1/23'],
    ['2023-11/01'],
    ['2023-11-01x'],
    ['1234567'],
    ['10000'],
    [`2023-11${' '.repeat(60)}-01`],
  ])('is none when written as "%s"', (text) => {
    expect(monthOf(text)).toBeUndefined()
  })

  it('is none when the order of the column makes a month of a day', () => {
    expect(monthOf('11/30/2023', 'dmy')).toBeUndefined()
    expect(monthOf('30/11/2023', 'dmy')).toBe('2023-11')
  })

  it('is found for every first and last day of twenty-five years', () => {
    for (let month = 2000 * 12; month < 2025 * 12; month++) {
      const [year = '', number = ''] = formatMonth(month).split('-')
      const last = new Date(Date.UTC(Number(year), Number(number), 0)).getUTCDate()
      expect(monthOf(`${Number(number)}/${last}/${year}`)).toBe(`${year}-${number}`)
      expect(monthOf(`1/${Number(number)}/${year}`, 'dmy')).toBe(`${year}-${number}`)
    }
  })
})

describe('a date', () => {
  it.each([
    ['2023-05-30', '2023-05-30'],
    ['30.05.2023', '2023-05-30'],
    ['5/30/2023 3:15 PM', '2023-05-30'],
    ['30 May 2023', '2023-05-30'],
    ['May 30, 2023', '2023-05-30'],
    ['45076', '2023-05-30'],
    ['36526', '2000-01-01'],
    ['2024-02-29', '2024-02-29'],
    ['1970-01-01', '1970-01-01'],
  ])('is read from "%s" as %s', (text, day) => {
    expect(dayOf(text)).toBe(day)
  })

  it.each([['2023-05'], ['May 2023'], ['2023-02-29'], ['1969-12-31'], ['0000-00-00'], ['never']])(
    'is none when written as "%s"',
    (text) => {
      expect(dayOf(text)).toBeUndefined()
    },
  )
})

describe('the form of a date', () => {
  it('is an open pair only where nothing but the order is missing', () => {
    expect(readDateText('3/4/2023')).toEqual({ form: 'pair', first: 3, second: 4, year: 2023 })
    expect(readDateText('3.4.2023')).toEqual({ form: 'date', year: 2023, month: 4, day: 3 })
    expect(readDateText('2023-04')).toEqual({ form: 'month', year: 2023, month: 4 })
    expect(readDateText('3/4-2023')).toBeUndefined()
  })

  it('becomes a date by the order', () => {
    const pair = { form: 'pair', first: 3, second: 4, year: 2023 } as const
    expect(inOrder(pair, 'dmy')).toEqual({ form: 'date', year: 2023, month: 4, day: 3 })
    expect(inOrder(pair, 'mdy')).toEqual({ form: 'date', year: 2023, month: 3, day: 4 })
  })
})
