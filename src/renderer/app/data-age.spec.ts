import { expect, it } from 'vitest'
import { monthsBehind } from './data-age'

it('is 0 while the newest month is the last closed one', () => {
  expect(monthsBehind('2023-11', '2023-12-01')).toBe(0)
  expect(monthsBehind('2023-11', '2023-12-31')).toBe(0)
})

it('counts closed months only, also over the turn of a year', () => {
  expect(monthsBehind('2023-11', '2024-01-01')).toBe(1)
  expect(monthsBehind('2023-11', '2024-02-29')).toBe(2)
})

it('is never negative for data of the running month or later', () => {
  expect(monthsBehind('2023-12', '2023-12-15')).toBe(0)
  expect(monthsBehind('2024-06', '2023-12-15')).toBe(0)
})

it('is unknown without data or without a date of the calendar', () => {
  expect(monthsBehind(null, '2023-12-15')).toBeNull()
  expect(monthsBehind('2023-13', '2023-12-15')).toBeNull()
  expect(monthsBehind('2023-11', '2023-02-30')).toBeNull()
})
