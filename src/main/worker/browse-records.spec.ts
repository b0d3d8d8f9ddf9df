import { describe, expect, it } from 'vitest'
import type { BrowseQuery } from '../../shared/browse'
import { browseColumns, type BrowseTable } from '../../shared/browse-columns'
import { tenantGuid } from '../store/test-support'
import { partner } from './testing/browse-partner'

describe('customers', () => {
  it('stand as in the score of the date, with the rows they have', async () => {
    const { page } = partner()
    const { total, rows } = await page('customers', { asOf: '2023-12-15' })
    expect(total).toBe(3)
    expect(rows[0]).toEqual({
      key: tenantGuid(2),
      cells: {
        ...{ customer: 'Customer 2', tenant: tenantGuid(2), acr: 2_000, acrBefore: 0 },
        ...{ acrMonth: 2_000, paid: 100, active: 40, rows: 3 },
        ...{ addsAzure: true, addsSeats: true, deploymentsAzure: false, deploymentsSeats: true },
        ...{ growthAzure: true, growthSeats: true, firstMonth: '2023-10', lastMonth: '2023-11' },
      },
    })
  })

  it('are those of another date when it is asked for', async () => {
    const { page } = partner()
    const [first] = (await page('customers', { asOf: '2024-12-15' })).rows
    expect(first?.cells).toMatchObject({ acr: 0, acrBefore: 2_000 })
  })

  it('are filtered, sorted and added up', async () => {
    const { page, browse, query } = partner()
    const adding = { filters: [{ kind: 'flag', column: 'addsAzure', is: false } as const] }
    const names = async (part: Partial<BrowseQuery>) =>
      (await page('customers', part)).rows.map(({ cells }) => cells['customer'])
    expect(await names(adding)).toEqual(['Customer 3', 'Customer 10'])
    expect(await names({ sort: { column: 'customer', descending: true } })).toEqual([
      'Customer 10',
      'Customer 3',
      'Customer 2',
    ])
    expect(await names({ search: tenantGuid(10) })).toEqual(['Customer 10'])
    expect((await browse.totals(query('customers'))).sums).toMatchObject({
      acr: 2_000,
      paid: 100,
      active: 40,
    })
  })
})

describe('people', () => {
  it('have what they hold on the date, what ends soonest, and the steps they count in', async () => {
    const { page, browse, query } = partner()
    const { rows } = await page('people', { asOf: '2023-12-15' })
    expect(rows.map(({ cells }) => cells)).toEqual([
      {
        ...{
          person: 'Ines',
          identity: 'ines@quillrye.example',
          held: 2,
          expiring: 1,
          daysLeft: 17,
        },
        ...{ nextExpiry: '2024-01-01', certifications: 'SC-200; SC-300', rows: 2, byHand: null },
        steps: ['Intermediate certifications, step 2', 'Intermediate certifications, step 3'],
      },
      {
        ...{ person: 'Jo', identity: 'jo@quillrye.example', held: 0, expiring: 0, daysLeft: null },
        ...{ nextExpiry: null, certifications: null, steps: [], rows: 1, byHand: null },
      },
    ])
    expect((await browse.facets(query('people')))['steps']?.at(-1)).toEqual({
      value: null,
      label: '',
      rows: 1,
    })
  })
})

describe('every table', () => {
  it.each(Object.keys(browseColumns) as BrowseTable[])(
    '%s has a cell for each of its columns and for no other',
    async (table) => {
      const { rows } = await partner().page(table)
      expect(rows.length).toBeGreaterThan(0)
      for (const { cells } of rows)
        expect(Object.keys(cells).toSorted()).toEqual(
          browseColumns[table].map(({ id }) => id).toSorted(),
        )
    },
  )

  it.each(Object.keys(browseColumns) as BrowseTable[])(
    '%s of a partner that is gone is refused',
    async (table) => {
      await expect(partner().page(table, { profileId: 99 })).rejects.toMatchObject({
        code: 'profile-not-found',
      })
    },
  )
})
