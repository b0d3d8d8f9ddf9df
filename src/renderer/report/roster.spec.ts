import { expect, it } from 'vitest'
import { people } from '../app/testing/details'
import { rosterOf } from './roster'
import { english } from './testing/model'

it('people who count in most steps stand first, then by name', () => {
  const { rows, more } = rosterOf(people, 9, english)
  expect(rows.map(({ name, steps }) => [name, steps])).toEqual([
    ['Inês Almeida', 'Step 1, Step 3'],
    ['Tomas Berg', 'Step 1, Step 2'],
    ['Mira Okafor', ''],
  ])
  expect(more).toBe(0)
})

it('each certification stands with the day to which it counts, or why it does not', () => {
  const [ines, tomas, mira] = rosterOf(people, 9, english).rows
  expect(ines?.counting).toEqual(['SC-100, until 17 January 2024', 'AZ-500, until 2 May 2024'])
  expect([tomas?.counting, tomas?.without]).toEqual([['SC-200'], ['AZ-500, expired']])
  expect([mira?.counting, mira?.without]).toEqual([[], ['SC-300, not yet completed']])
})

it('certifications that end on one day share a line', () => {
  const [person] = people.map((each) => ({
    ...each,
    certifications: each.certifications.map((held) => ({ ...held, expires: '2024-05-02' })),
  }))
  const { rows } = rosterOf(person ? [person] : [], 9, english)
  expect(rows[0]?.counting).toEqual(['AZ-500 and SC-100, until 2 May 2024'])
})

it('says how many more there are, and has a name for everyone', () => {
  const nameless = people.map((person) => ({ ...person, name: '' }))
  const { rows, more } = rosterOf(nameless, 2, english)
  expect([rows.length, more]).toEqual([2, 1])
  expect(rows[0]?.name).toBe('Person without a name')
})
