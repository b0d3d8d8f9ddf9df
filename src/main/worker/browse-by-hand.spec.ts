import { describe, expect, it } from 'vitest'
import type { BrowseFilter, BrowseSort } from '../../shared/browse'
import type { BrowseTable } from '../../shared/browse-columns'
import { editionById } from '../rules/registry'
import { addRow, changeRow } from '../services/edits/changes'
import { undoStep } from '../services/edits/log'
import { tenantGuid } from '../store/test-support'
import { clock, partner } from './testing/browse-partner'

/** The partner with one row of usage changed, one left out, one typed in, and a certification typed in. */
async function edited() {
  const made = partner()
  const { store: workspace, profileId, page } = made
  const editionsOf = () => [editionById('security-2023-12')].filter((each) => each !== undefined)
  const context = { workspace, clock, editionsOf }
  const rows = (await page('azure')).rows.map(({ key }) => Number(key))
  const values = { dataset: 'azure-usage', service: 'Sentinel', offer: null, association: 'PAL' }
  const place = { profileId, dataset: 'azure-usage', row: rows[0] ?? 0 } as const
  changeRow(context, {
    ...place,
    change: { kind: 'values', values: { ...values, dataset: 'azure-usage', usd: 31 } },
  })
  changeRow(context, { ...place, row: rows[2] ?? 0, change: { kind: 'leave-out' } })
  const customer = { month: '2023-11', tenantId: tenantGuid(7), customerName: 'Typed' }
  addRow(context, {
    profileId,
    row: { ...values, dataset: 'azure-usage', usd: 5, ...customer },
  })
  const held = { title: 'SC-900', completed: '2023-06-01', expires: null }
  const who = { person: 'new@quillrye.example', personName: 'New' }
  addRow(context, { profileId, row: { dataset: 'certifications', ...held, ...who } })
  const cells = async (
    table: BrowseTable,
    filters: BrowseFilter[] = [],
    sort: BrowseSort | null = null,
  ) => (await page(table, { filters, sort })).rows.map(({ cells: { byHand } }) => byHand)
  return { ...made, cells }
}

describe('what was done by hand', () => {
  it('stands beside its row, in the whole table and in what is filtered or sorted', async () => {
    const { cells } = await edited()
    const [changed, leftOut] = ['Changed by hand', 'Left out by hand']
    const entered = 'Entered by hand'
    expect(await cells('azure')).toEqual([changed, null, leftOut, null, entered])
    const only: BrowseFilter = { kind: 'list', column: 'byHand', values: [leftOut, entered] }
    expect(await cells('azure', [only])).toEqual([leftOut, entered])
    const sort = { column: 'byHand', descending: false }
    const sorted = await cells('azure', [], sort)
    expect(sorted.filter((cell) => cell !== null)).toEqual([changed, entered, leftOut])
    expect(await cells('people')).toEqual([null, null, entered])
  })

  it('is counted in the list of values, and no longer there once it is undone', async () => {
    const { browse, query, store, cells } = await edited()
    const counts = async () => {
      const { byHand = [] } = await browse.facets(query('azure'))
      return Object.fromEntries(byHand.map(({ label, rows }) => [label, rows]))
    }
    const one = { 'Changed by hand': 1, 'Left out by hand': 1, 'Entered by hand': 1 }
    expect(await counts()).toEqual({ ...one, '': 2 })
    for (let step = 0; step < 4; step++) undoStep(store, clock)
    expect(await counts()).toEqual({ '': 4 })
    expect(await cells('people')).toEqual([null, null])
  })
})
