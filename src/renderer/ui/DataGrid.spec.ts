import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { h, nextTick, type Component } from 'vue'
import { elementsHaveSize } from '../app/testing/layout'
import { mountInWindow, testWindow, type TestWindow } from '../app/testing/mount'
import { control, nameless, press, textOn } from '../app/testing/names'
import DataGrid from './DataGrid.vue'

elementsHaveSize(800, 356)
const columns = [
  { id: 'name', label: 'Name', width: 10, grow: 1, sortable: true },
  { id: 'amount', label: 'Amount', width: 6, grow: 1, end: true },
]

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(change: object = {}) {
  const heard: unknown[][] = []
  const hear =
    (name: string) =>
    (...args: unknown[]) =>
      void heard.push([name, ...args])
  mountInWindow(
    win,
    DataGrid as unknown as Component,
    {
      ...{ label: 'Rows', total: 5_000_000, columns, active: 0 },
      rowAt: (index: number) => (index < 4_999_999 ? `row ${index}` : undefined),
      ...{ onOpen: hear('open'), onSort: hear('sort'), onNeed: hear('need') },
      ...change,
    },
    { cell: ({ row, column }: { row: string; column: string }) => h('span', `${row} ${column}`) },
  )
  await nextTick()
  return heard
}
const grid = () => document.querySelector<HTMLElement>('[role="grid"]') as HTMLElement
const rows = () => [...document.querySelectorAll<HTMLElement>('[role="row"][data-place]')]
const activeRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')

describe('a grid of millions of rows', () => {
  it('has the rows in view alone, and says how many there are', async () => {
    await show()
    expect(rows()).toHaveLength(19)
    expect(grid().getAttribute('aria-rowcount')).toBe('5000001')
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2')
    expect(textOn(rows()[0])).toBe('row 0 name row 0 amount')
    expect(nameless()).toEqual([])
  })

  it('asks for the rows that come into view', async () => {
    const heard = await show()
    expect(heard).toContainEqual(['need', 0, 18])
    press('End', grid())
    await nextTick()
    expect(heard.at(-1)).toEqual(['need', 4_999_982, 4_999_999])
  })

  it.each([
    [['ArrowDown', 'ArrowDown', 'ArrowUp'], 1],
    [['PageDown'], 9],
    [['PageDown', 'PageUp', 'PageUp'], 0],
    [['End'], 4_999_999],
    [['End', 'ArrowDown', 'Home'], 0],
  ])('moves its active row by %j and keeps it in view', async (keys, place) => {
    const heard = await show()
    for (const key of keys) {
      press(key, grid())
      await nextTick()
    }
    expect(activeRow()?.getAttribute('aria-rowindex')).toBe(String(place + 2))
    press('Enter', grid())
    expect(heard.at(-1)).toEqual(['open', place])
  })

  it('opens a row that is clicked', async () => {
    const heard = await show()
    rows()[3]?.firstElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await nextTick()
    expect(heard.at(-1)).toEqual(['open', 3])
    expect(activeRow()).toBe(rows()[3])
  })

  it('shows a placeholder for a row that has not arrived, and says so', async () => {
    await show()
    press('End', grid())
    await nextTick()
    expect(textOn(rows().at(-1))).toBe('Loading…')
  })

  it('names the order of a column and turns it: up, down, as stored', async () => {
    for (const [sort, shown, next] of [
      [null, 'none', { column: 'name', descending: false }],
      [{ column: 'name', descending: false }, 'ascending', { column: 'name', descending: true }],
      [{ column: 'name', descending: true }, 'descending', null],
    ] as const) {
      document.body.replaceChildren()
      const heard = await show({ sort })
      const heading = document.querySelector('[role="columnheader"]')
      expect(heading?.getAttribute('aria-sort')).toBe(shown)
      control('Name').click()
      await flushPromises()
      expect(heard.at(-1)).toEqual(['sort', next])
    }
    expect(document.querySelectorAll('[role="columnheader"]')[1]?.hasAttribute('aria-sort')).toBe(
      false,
    )
  })

  it('leaves keys to a button in its header', async () => {
    const heard = await show()
    press('Enter', control('Name'))
    expect(heard.filter(([name]) => name === 'open')).toEqual([])
  })
})
