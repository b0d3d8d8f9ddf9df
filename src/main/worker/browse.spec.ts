import { describe, expect, it } from 'vitest'
import type { BrowseRow } from '../../shared/browse'
import { Browse } from '../services/browse/browse'
import { Scores } from '../services/scores'
import { importFiles, tenantGuid } from '../store/test-support'
import { clock, partner, usd } from './testing/browse-partner'

describe('rows of usage', () => {
  it('are those in force, as they stand in file and line', async () => {
    const { page } = partner()
    const { total, rows } = await page('azure')
    expect(total).toBe(4)
    expect(rows.map(({ cells }) => [cells['file'], cells['line'], cells['amount']])).toEqual([
      ['old.csv', 2, 30],
      ['old.csv', 4, -5],
      ['new.csv', 2, 2_000],
      ['new.csv', 3, 0.000001],
    ])
    expect(rows[0]?.cells).toEqual({
      ...{ month: '2023-10', customer: 'Customer 2', tenant: tenantGuid(2), service: 'Sentinel' },
      ...{ offer: 'Support', association: 'PAL', duplicate: false, amount: 30 },
      ...{ location: '1001', file: 'old.csv', line: 2, byHand: null },
    })
  })

  it('come in windows that are the same whether or not rows lie out of force between them', async () => {
    const { store, profileId, page, browse, query } = partner()
    const all = (await page('azure')).rows
    for (const offset of [0, 1, 3, 4])
      expect((await page('azure', {}, offset, 2)).rows).toEqual(all.slice(offset, offset + 2))
    const seats = Array.from({ length: 5 }, (_each, index) => ({
      month: '2023-09',
      tenant: index,
      paid: index,
      active: 0,
    }))
    importFiles(store, profileId, [{ name: 'a.csv', seats }], 'append')
    // Nothing of this table is out of force: pages come from the range of ids, exports from columns.
    const exported: BrowseRow[] = []
    for await (const piece of browse.all(query('m365'))) exported.push(...piece)
    expect(exported).toHaveLength(6)
    for (const offset of [0, 1, 4, 5, 6])
      expect((await page('m365', {}, offset, 2)).rows).toEqual(exported.slice(offset, offset + 2))
  })

  it.each([
    [{ search: 'customer 1' }, [-5]],
    [{ search: tenantGuid(3).slice(-3) }, [0.000001]],
    [{ filters: [{ kind: 'list', column: 'service', values: ['Key Vault'] }] }, [-5]],
    [{ filters: [{ kind: 'list', column: 'association', values: [null] }] }, [-5]],
    [{ filters: [{ kind: 'list', column: 'offer', values: ['Support'] }] }, [30]],
    [{ filters: [{ kind: 'flag', column: 'duplicate', is: true }] }, [0.000001]],
    [{ filters: [{ kind: 'months', column: 'month', to: '2023-10' }] }, [30, -5]],
    [{ filters: [{ kind: 'number', column: 'amount', atLeast: 30, atMost: 30 }] }, [30]],
    [{ filters: [{ kind: 'number', column: 'amount', atMost: 0 }] }, [-5]],
    [
      {
        filters: [{ kind: 'text', column: 'customer', match: 'equals', text: 'customer 2' }],
        search: '2',
      },
      [30, 2_000],
    ],
    [
      {
        filters: [
          { kind: 'months', column: 'month', from: '2023-11' },
          { kind: 'list', column: 'location', values: ['1001'] },
          { kind: 'flag', column: 'duplicate', is: false },
        ],
      },
      [2_000],
    ],
  ] as const)('that meet %j are all those, and no others', async (part, expected) => {
    expect(await partner().amounts(part as never)).toEqual(expected)
  })

  it.each([
    ['amount', false, [-5, 0.000001, 30, 2_000]],
    ['amount', true, [2_000, 30, 0.000001, -5]],
    ['month', true, [2_000, 0.000001, 30, -5]],
    ['customer', false, [30, 2_000, 0.000001, -5]],
    ['association', false, [30, 2_000, 0.000001, -5]],
    ['association', true, [30, 2_000, 0.000001, -5]],
    ['file', false, [2_000, 0.000001, 30, -5]],
    ['duplicate', true, [0.000001, 30, -5, 2_000]],
  ])(
    'are sorted by %s (descending: %s), numbers in names by value, equal rows as stored',
    async (column, descending, expected) => {
      expect(await partner().amounts({ sort: { column, descending } })).toEqual(expected)
    },
  )

  it('add up exactly, with how many customers they are of', async () => {
    const { browse, query } = partner()
    expect(await browse.totals(query('azure'))).toEqual({
      rows: 4,
      customers: 3,
      sums: { amount: 2_025.000001 },
    })
    expect(await browse.totals(query('azure', { search: 'customer 2' }))).toEqual({
      rows: 2,
      customers: 1,
      sums: { amount: 2_030 },
    })
    expect(await browse.totals(query('m365'))).toEqual({ rows: 1, customers: 1, sums: {} })
  })

  it('name the values of their lists with how many rows have each', async () => {
    const { browse, query } = partner()
    const { file, ...lists } = await browse.facets(query('azure'))
    expect(lists).toEqual({
      service: [
        { value: 'Key Vault', label: 'Key Vault', rows: 1 },
        { value: 'Sentinel', label: 'Sentinel', rows: 3 },
      ],
      offer: [
        { value: 'Support', label: 'Support', rows: 1 },
        { value: null, label: '', rows: 3 },
      ],
      association: [
        { value: 'PAL', label: 'PAL', rows: 3 },
        { value: null, label: '', rows: 1 },
      ],
      location: [{ value: '1001', label: '1001', rows: 4 }],
      byHand: [{ value: null, label: '', rows: 4 }],
    })
    expect(file?.map(({ label, rows }) => [label, rows])).toEqual([
      ['new.csv', 2],
      ['old.csv', 2],
    ])
  })

  it('of two files of one name are told apart', async () => {
    const { store, profileId, browse, query, amounts } = partner()
    importFiles(
      store,
      profileId,
      [{ name: 'new.csv', azure: [{ month: '2022-01', tenant: 1, microUsd: usd(7) }] }],
      'append',
    )
    const files = (await browse.facets(query('azure')))['file']?.filter(
      ({ label }) => label === 'new.csv',
    )
    const second = files?.find(({ rows }) => rows === 1)?.value ?? ''
    expect(
      await amounts({ filters: [{ kind: 'list', column: 'file', values: [second] }] }),
    ).toEqual([7])
  })

  it('are read again once the data changed', async () => {
    const { store, profileId, amounts } = partner()
    const part = { sort: { column: 'amount', descending: true } }
    expect(await amounts(part)).toHaveLength(4)
    importFiles(store, profileId, [
      { name: 'more.csv', azure: [{ month: '2022-01', tenant: 1, microUsd: usd(5_000) }] },
    ])
    expect(await amounts(part)).toEqual([5_000, 2_000, 30, 0.000001, -5])
  })

  it('that change while they are being read are refused, and the next question is answered', async () => {
    const { store, profileId, query } = partner()
    const late = { importing: true }
    const browse = new Browse(store, new Scores(store, clock), () => {
      if (late.importing)
        importFiles(store, profileId, [
          { name: 'x.csv', azure: [{ month: '2020-01', tenant: 1, microUsd: 1 }] },
        ])
      late.importing = false
      return Promise.resolve()
    })
    await expect(browse.totals(query('azure'))).rejects.toMatchObject({ code: 'data-changed' })
    expect((await browse.totals(query('azure'))).rows).toBe(5)
  })
})
