import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { h, type Component } from 'vue'
import { elementsHaveSize } from '../app/testing/layout'
import { mountInWindow, testWindow } from '../app/testing/mount'
import { control, nameless } from '../app/testing/names'
import DataTable from './DataTable.vue'

interface Row {
  readonly id: string
  readonly seats: number
}
const columns = [
  { id: 'id', label: 'Customer', width: '1fr' },
  { id: 'seats', label: 'Seats', width: '6rem', end: true, sortBy: (row: Row) => row.seats },
]
const many: readonly Row[] = Array.from({ length: 20_000 }, (_, index) => ({
  id: `customer ${String(index)}`,
  seats: (index * 7) % 1000,
}))

function table(rows: readonly Row[]) {
  return mountInWindow(
    testWindow(),
    DataTable as unknown as Component,
    { label: 'Customers', columns, rows, rowKey: (row: Row) => row.id, rowHeight: 40 },
    {
      cell: ({ row, column }: { row: Row; column: string }) =>
        column === 'id' ? row.id : String(row.seats),
      empty: () => h('p', 'Nobody matches.'),
    } as never,
  )
}

elementsHaveSize()

describe('a table of 20,000 rows', () => {
  let wrapper: ReturnType<typeof table>
  beforeEach(async () => {
    wrapper = table(many)
    await flushPromises()
  })
  const rows = () => wrapper.findAll('.data')

  it('holds only the rows in view', () => {
    expect(rows().length).toBeGreaterThan(5)
    expect(rows().length).toBeLessThan(60)
  })

  it('tells assistive technology how many rows there are, and which of them one is', () => {
    expect(wrapper.find('[role="table"]').attributes('aria-rowcount')).toBe('20001')
    expect(rows()[0]?.attributes('aria-rowindex')).toBe('2')
  })

  it('is sorted by a button of its column, both ways, and says so', async () => {
    const header = () => wrapper.findAll('[role="columnheader"]')[1]
    expect(header()?.attributes('aria-sort')).toBe('none')
    control('Seats').click()
    await flushPromises()
    expect(header()?.attributes('aria-sort')).toBe('ascending')
    expect(rows()[0]?.text()).toContain('customer 0')
    control('Seats').click()
    await flushPromises()
    expect(header()?.attributes('aria-sort')).toBe('descending')
    expect(rows()[0]?.text()).toContain('999')
  })

  it('has a column that cannot be sorted as a plain heading', () => {
    const [customer] = wrapper.findAll('[role="columnheader"]')
    expect(customer?.find('button').exists()).toBe(false)
    expect(customer?.attributes('aria-sort')).toBeUndefined()
  })

  it('can be scrolled by keyboard, and names everything that can be reached', () => {
    expect(wrapper.find('.body').attributes('tabindex')).toBe('0')
    expect(nameless()).toEqual([])
  })
})

it('says why it is empty', () => {
  expect(table([]).text()).toContain('Nobody matches.')
})
