import { expect, it } from 'vitest'
import type { Found } from '../../../shared/workspace-procedures'
import { findSubjects } from './find'

function workspace(customers: readonly Found[], people: readonly Found[] = []) {
  return {
    profileById: (id: number) => (id === 1 ? ({ id } as never) : undefined),
    customersNamed: () => customers,
    peopleNamed: () => people,
  }
}
const found = (text: string, customers: readonly Found[], people?: readonly Found[]) =>
  findSubjects(workspace(customers, people), { profileId: 1, text })

it('finds by name and by id, names that begin with it first', () => {
  const customers = [
    { id: 'aa-1', name: 'Old Mill' },
    { id: 'bb-2', name: 'Mill & Sons' },
    { id: 'cc-mill', name: null },
    { id: 'dd-4', name: 'Brook' },
  ]
  const people = [{ id: 'mila@x.example', name: 'Mila' }]
  expect(found('MILL', customers, people)).toEqual({
    customers: [customers[1], customers[0], customers[2]],
    people: [],
  })
  expect(found('mila@', [], people).people).toEqual(people)
})

it('names at most twenty of each, and never by mere letters in their order', () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ id: `t-${String(n)}`, name: 'Mill' }))
  expect(found('mill', many, many).customers).toHaveLength(20)
  expect(found('mll', many).customers).toEqual([])
})

it('refuses a partner that is gone', () => {
  expect(() => findSubjects(workspace([]), { profileId: 9, text: 'a' })).toThrow(
    expect.objectContaining({ code: 'profile-not-found' }),
  )
})
