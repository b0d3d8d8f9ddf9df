import { expect, it } from 'vitest'
import { score } from '../app/testing/scores'
import { decidingReadings, otherwise, readingRows } from './readings'
import { english } from './testing/model'

const alternatives = [
  { reading: 'activeCap', value: 'reported', total: 71.9, totalShown: 71.9, attained: true },
  { reading: 'growthSteps', value: 'whole', total: 69.97, totalShown: 69.9, attained: false },
] as const
const open = score({ alternatives: [...alternatives] })

it('every open question stands with the answer that was used', () => {
  const rows = readingRows(score(), english)
  expect(rows.map(({ id }) => id)).toEqual([
    'streamFloor',
    'growthSteps',
    'metricMinimum',
    'seatScope',
    'activeCap',
    'currentMonth',
  ])
  expect(rows[1]).toMatchObject({ question: 'Part of a growth step', used: 'counts in proportion' })
  expect(rows.flatMap(({ others }) => others)).toEqual([])
})

it('an answer that changes the result stands with both', () => {
  const others = readingRows(open, english).flatMap((row) => row.others)
  expect(others).toEqual([
    'whole steps only: 69.9 points, not attained',
    'taken as reported: 71.9 points, attained',
  ])
})

it('what changes the attainment comes before what changes the total', () => {
  expect(decidingReadings(open).map(({ reading }) => reading)).toEqual(['growthSteps', 'activeCap'])
})

it('an answer that leaves no score says so instead of 0', () => {
  const [first] = alternatives
  expect(otherwise({ ...first, total: null, totalShown: null, attained: false }, english)).toBe(
    'taken as reported: no score',
  )
})

it('an answer without words of its own stands as it is', () => {
  const [first] = alternatives
  expect(otherwise({ ...first, value: 'halved' }, english)).toBe('halved: 71.9 points, attained')
})
