import { expect, it } from 'vitest'
import { formatMonthRanges, monthRanges } from './month-ranges'

it('joins months that follow each other, also over the turn of a year', () => {
  expect(monthRanges(['2022-12', '2023-01', '2023-02'])).toEqual([
    { from: '2022-12', to: '2023-02' },
  ])
})

it('keeps months apart between which one is missing', () => {
  expect(monthRanges(['2023-01', '2023-03'])).toEqual([
    { from: '2023-01', to: '2023-01' },
    { from: '2023-03', to: '2023-03' },
  ])
})

it('takes months in any order and more than once', () => {
  expect(monthRanges(['2023-03', '2023-01', '2023-02', '2023-02'])).toEqual([
    { from: '2023-01', to: '2023-03' },
  ])
})

it('leaves out what is not a month', () => {
  expect(monthRanges(['2023-13', ''])).toEqual([])
})

it('tells runs in words, and lets a line break after a dash or between two runs only', () => {
  const text = formatMonthRanges(['2023-01', '2023-02', '2023-05'])
  expect(text.replaceAll('\u00A0', ' ')).toBe('Jan 2023 – Feb 2023, May 2023')
  expect(text.split(' ')).toHaveLength(3)
})
