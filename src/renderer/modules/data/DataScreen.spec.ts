import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrowseRow, BrowseView } from '../../../shared/browse'
import { SeventyError } from '../../../shared/errors'
import { elementsHaveSize } from '../../app/testing/layout'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, press, textOn } from '../../app/testing/names'
import { profile } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import AzureUsagePage from './AzureUsagePage.vue'
import CustomersPage from './CustomersPage.vue'

elementsHaveSize(1000, 400)

const usageRow = (index: number): BrowseRow => ({
  key: String(index + 1),
  cells: {
    ...{ month: '2023-11', customer: `Customer ${index}`, tenant: 't', service: 'Sentinel' },
    ...{ offer: null, association: 'PAL', duplicate: false, amount: index, location: '1' },
    ...{ file: 'usage.csv', line: index + 2 },
  },
})
const TOTAL = 5_000

let win: TestWindow
beforeEach(() => {
  win = testWindow()
  win.fake.answer({
    'views.list': () => ({ saved: [], last: null }),
    'views.remember': () => ({}),
    'data.totals': () => ({ rows: TOTAL, customers: 7, sums: { amount: 12.5 } }),
    'data.facets': () => ({ service: [{ value: 'Sentinel', label: 'Sentinel', rows: 3 }] }),
    'data.page': ({ offset, limit }) => ({
      total: TOTAL,
      offset,
      rows: Array.from({ length: limit }, (_each, index) => usageRow(offset + index)),
    }),
  })
})

async function show(page: unknown = AzureUsagePage) {
  mountInWindow(win, page as never, { profileId: 1 })
  await flushPromises()
}
const grid = () => document.querySelector<HTMLElement>('[role="grid"]') as HTMLElement
const asked = (name: string) =>
  win.fake.calls
    .filter((call) => call.name === name)
    .map(({ input }) => input as Record<string, unknown>)
const lastPage = () => asked('data.page').at(-1)

describe('a data screen', () => {
  it('shows the rows, how many there are and what they add up to', async () => {
    await show()
    expect(textOn(grid())).toContain('Customer 0 Sentinel PAL No $0.00 usage.csv 2')
    expect(textOn()).toContain('5,000 rows')
    expect(textOn()).toContain('Customers 7 ACR (USD) $12.50')
    expect(nameless()).toEqual([])
  })

  it('signs what was done by hand, and names a customer without a name by its tenant', async () => {
    const row = usageRow(0)
    const cells = { ...row.cells, customer: null, tenant: 'guid-7', byHand: 'Left out by hand' }
    win.fake.answer({
      'data.page': ({ offset }) => ({ total: 1, offset, rows: [{ ...row, cells }] }),
    })
    await show()
    expect(textOn(grid())).toContain('guid-7 Sentinel')
    const signs = [...grid().querySelectorAll('[role="img"]')]
    expect(signs.map((sign) => sign.getAttribute('aria-label'))).toEqual(['Left out by hand'])
  })

  it('asks for the windows that come into view and the next one, each once', async () => {
    await show()
    expect(asked('data.page').map(({ offset }) => offset)).toEqual([0, 200])
    press('End', grid())
    await flushPromises()
    expect(asked('data.page').map(({ offset }) => offset)).toEqual([0, 200, 4_800, 4_600])
    expect(textOn(grid())).toContain('Customer 4999')
  })

  it('searches once the typing pauses', async () => {
    vi.useFakeTimers()
    try {
      mountInWindow(win, AzureUsagePage, { profileId: 1 })
      await vi.runAllTimersAsync()
      const input = field('Find a customer or tenant id')
      for (const text of ['a', 'ac', 'acm']) {
        input.value = text
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
      await vi.advanceTimersByTimeAsync(250)
      expect(asked('data.page').map(({ search }) => search)).toEqual(['', '', 'acm', 'acm'])
      await vi.runAllTimersAsync()
      expect(asked('views.remember').at(-1)).toMatchObject({
        table: 'azure',
        view: { search: 'acm' },
      })
    } finally {
      vi.useRealTimers()
    }
  })

  it('filters by the values of a column, shows the filter, and takes it away again', async () => {
    await show()
    control('Filter Service').click()
    await flushPromises()
    document.querySelector<HTMLInputElement>('fieldset input[type="checkbox"]')?.click()
    await flushPromises()
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(lastPage()).toMatchObject({
      filters: [{ kind: 'list', column: 'service', values: ['Sentinel'] }],
    })
    expect(textOn()).toContain('Service: Sentinel')
    control('Remove the filter Service: Sentinel').click()
    await flushPromises()
    expect(lastPage()).toMatchObject({ filters: [] })
  })

  it('says what of a bound is wrong and asks for nothing', async () => {
    await show()
    control('Filter ACR (USD)').click()
    await flushPromises()
    const before = asked('data.page').length
    const least = field('At least')
    least.value = 'much'
    least.dispatchEvent(new Event('input', { bubbles: true }))
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(textOn()).toContain('Write a number such as 1250.50.')
    expect(asked('data.page')).toHaveLength(before)
  })

  it('begins as it was left, without what is no longer there', async () => {
    const last: BrowseView = {
      columns: ['amount', 'gone'],
      search: 'x',
      filters: [],
      sort: { column: 'amount', descending: true },
    }
    win.fake.answer({ 'views.list': () => ({ saved: [], last }) })
    await show()
    expect(asked('data.page')[0]).toMatchObject({
      search: 'x',
      sort: { column: 'amount', descending: true },
    })
    expect(document.querySelectorAll('[role="columnheader"]')).toHaveLength(1)
  })

  it('begins with what a link looks for, whatever was left', async () => {
    const last: BrowseView = {
      columns: ['amount'],
      search: 'x',
      filters: [{ kind: 'flag', column: 'duplicate', is: true }],
      sort: null,
    }
    win.fake.answer({ 'views.list': () => ({ saved: [], last }) })
    await win.router.push({ path: '/partner/1/data/azure', query: { search: 'tenant-7' } })
    await show()
    expect(asked('data.page')[0]).toMatchObject({ search: 'tenant-7', filters: [] })
  })

  it('opens a row with what each metric makes of it, and gives the focus back', async () => {
    await show()
    press('ArrowDown', grid())
    await flushPromises()
    press('Enter', grid())
    await flushPromises()
    const pane = document.querySelector('aside')
    expect(textOn(pane as Node)).toContain('Customer 1')
    expect(textOn(pane as Node)).toContain('File usage.csv Line 3')
    expect(
      asked('score.rows').map(({ metricId, section, subject, after, limit }) => [
        metricId,
        section,
        subject,
        after,
        limit,
      ]),
    ).toEqual(
      ['net-customer-adds', 'deployments', 'usage-growth'].map((metricId) => [
        metricId,
        'azure',
        't',
        1,
        1,
      ]),
    )
    press('Escape', pane as Element)
    await flushPromises()
    expect(document.querySelector('aside')).toBeNull()
    expect(document.activeElement).toBe(grid())
  })

  it('says what went wrong and asks again', async () => {
    win.fake.answer({
      'data.page': () => {
        throw new SeventyError('data-changed', 'The data changed.')
      },
    })
    await show()
    expect(textOn()).toContain('The data changed.')
    const before = asked('data.page').length
    control('Try again').click()
    await flushPromises()
    expect(asked('data.page').length).toBeGreaterThan(before)
  })

  it('says that nothing matches and shows all rows again', async () => {
    win.fake.answer({
      'data.page': ({ search }) => ({
        total: search === '' ? 1 : 0,
        offset: 0,
        rows: search === '' ? [usageRow(0)] : [],
      }),
      'views.list': () => ({
        saved: [],
        last: { columns: ['amount'], search: 'x', filters: [], sort: null },
      }),
    })
    await show()
    expect(textOn()).toContain('No row matches')
    control('Show all rows').click()
    await flushPromises()
    expect(textOn()).toContain('1 row')
  })

  it('of a partner without files offers to import some and asks for no row', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0 })]
    await show(CustomersPage)
    expect(textOn()).toContain(
      'Import Azure or Microsoft 365 usage, and its customers appear here.',
    )
    expect(control('Import files')).toBeTruthy()
  })

  it('exports what is shown, with its columns in their order', async () => {
    win.fake.answer({ 'data.export': () => ({ jobId: 'job-1' }) })
    await show()
    control('Export').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    press('Enter')
    await flushPromises()
    const [input] = asked('data.export')
    expect(input).toMatchObject({
      table: 'azure',
      format: 'csv',
      sort: null,
      columns: expect.arrayContaining(['month', 'amount']) as unknown,
    })
    win.fake.emitJob({
      jobId: 'job-1',
      state: 'done',
      result: { name: 'rows.csv', bytes: 9, rows: 3 },
    } as never)
    await flushPromises()
  })
})
