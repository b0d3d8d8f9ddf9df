import { expect, it } from 'vitest'
import { monthRanges, monthsIn } from './month-ranges'

it('unbroken months are one range, across the turn of a year too', () => {
  expect(monthRanges(['2022-11', '2022-12', '2023-01'])).toEqual([
    { from: '2022-11', to: '2023-01' },
  ])
})

it('a gap shows', () => {
  expect(monthRanges(['2023-01', '2023-03', '2023-04'])).toEqual([
    { from: '2023-01', to: '2023-01' },
    { from: '2023-03', to: '2023-04' },
  ])
  expect(monthRanges([])).toEqual([])
})

it('a range counts both of its ends', () => {
  expect(monthsIn({ from: '2022-11', to: '2023-01' })).toBe(3)
  expect(monthsIn({ from: '2023-11', to: '2023-11' })).toBe(1)
})
