import { expect, it } from 'vitest'
import { detailLines } from './error-details'

it('shows texts, numbers, yes and no, and lists of these', () => {
  expect(detailLines({ row: 12, column: 'Month', last: false, names: ['a', 'b'] })).toEqual([
    { name: 'row', value: '12' },
    { name: 'column', value: 'Month' },
    { name: 'last', value: 'false' },
    { name: 'names', value: 'a, b' },
  ])
})

it('leaves out what a person cannot read', () => {
  expect(
    detailLines({ none: null, missing: undefined, empty: '', list: [], files: [{ path: 'a' }] }),
  ).toEqual([])
})
