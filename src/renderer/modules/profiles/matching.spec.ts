import { expect, it } from 'vitest'
import { matching } from './matching'

const partners = [
  { name: 'Halden Ridge Systems', mpnId: '6148203' },
  { name: 'Åkerlöf & Söner', mpnId: null },
]
const [halden, akerlof] = partners

it('keeps all, in their order, while nothing is typed', () => {
  expect(matching(partners, '  ')).toBe(partners)
})

it('finds a name by any part of it, whatever case and accents', () => {
  expect(matching(partners, 'RIDGE')).toEqual([halden])
  expect(matching(partners, 'akerlof')).toEqual([akerlof])
  expect(matching(partners, 'Söner')).toEqual([akerlof])
})

it('finds a partner by its id', () => {
  expect(matching(partners, '6148')).toEqual([halden])
})

it('finds nobody where nothing matches, not even by the word null', () => {
  expect(matching(partners, 'null')).toEqual([])
})
