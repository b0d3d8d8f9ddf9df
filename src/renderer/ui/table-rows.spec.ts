import { expect, it } from 'vitest'
import { sortRows, type Column } from './table-rows'

interface Row {
  readonly name: string
  readonly seats: number
}
const columns: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', width: '1fr', sortBy: (row) => row.name },
  { id: 'seats', label: 'Seats', width: '1fr', sortBy: (row) => row.seats },
  { id: 'mark', label: 'Mark', width: '1fr' },
]
const rows: readonly Row[] = [
  { name: 'tenant 10', seats: 9 },
  { name: 'Tenant 2', seats: 30 },
  { name: 'Älvdal', seats: 9 },
]
const names = (column: string, descending = false) =>
  sortRows(rows, columns, { column, descending }).map(({ name }) => name)

it('keeps the order the rows came in until one is chosen', () => {
  expect(sortRows(rows, columns, null)).toBe(rows)
})

it('sorts names as people do: without regard to case, with numbers by their size', () => {
  expect(names('name')).toEqual(['Älvdal', 'Tenant 2', 'tenant 10'])
})

it('sorts numbers by size, both ways, and leaves equal ones as they were', () => {
  expect(names('seats')).toEqual(['tenant 10', 'Älvdal', 'Tenant 2'])
  expect(names('seats', true)).toEqual(['Tenant 2', 'tenant 10', 'Älvdal'])
})

it('does not sort by a column that has no order, nor by an unknown one', () => {
  expect(names('mark')).toEqual(rows.map(({ name }) => name))
  expect(names('gone')).toEqual(rows.map(({ name }) => name))
})
