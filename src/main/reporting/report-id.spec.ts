import { expect, it } from 'vitest'
import { isReportId, newReportId } from './report-id'

const ids = Array.from({ length: 2_000 }, newReportId)

it('is two groups of four that can be read out', () => {
  for (const id of ids)
    expect(id).toMatch(/^[2-9B-DF-HJ-KM-NP-TV-Z]{4}-[2-9B-DF-HJ-KM-NP-TV-Z]{4}$/)
})

it('uses nothing that is taken for something else, and spells no words', () => {
  expect(ids.join('')).not.toMatch(/[01AEILOU]/)
})

it('does not come twice', () => {
  expect(new Set(ids).size).toBe(ids.length)
})

it('uses every one of its symbols', () => {
  expect(new Set(ids.join('').replaceAll('-', '')).size).toBe(28)
})

it('is known again, and nothing else is taken for one', () => {
  expect(ids.every(isReportId)).toBe(true)
  expect(
    ['', '7KM3Q9XW', '7KM3-Q9X', '7KM3-Q9XWZ', '7KM3-Q9X0', '7km3-q9xw'].some(isReportId),
  ).toBe(false)
})
