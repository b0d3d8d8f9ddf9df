import { expect, it } from 'vitest'
import { formatDate, formatMonth, formatMonthShort } from './dates'

it('names a month in full and in short', () => {
  expect([formatMonth('2023-11'), formatMonthShort('2023-11')]).toEqual([
    'November 2023',
    'Nov 2023',
  ])
})

it('shows the calendar day itself, whatever the time zone of the machine', () => {
  expect([formatDate('2023-12-15'), formatDate('2024-01-01'), formatDate('2023-12-31')]).toEqual([
    '15 December 2023',
    '1 January 2024',
    '31 December 2023',
  ])
})
