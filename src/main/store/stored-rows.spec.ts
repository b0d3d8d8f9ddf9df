import { describe, expect, it } from 'vitest'
import { ReadConnection } from './connection'
import { AZURE_PAGE, SEAT_PAGE } from './repositories/stored-rows'
import { addProfile, importFiles, month, temporaryWorkspace, tenantGuid } from './test-support'

const all = { months: null, after: 0, limit: 100 }

function filled() {
  const { path, store } = temporaryWorkspace()
  const profile = addProfile(store)
  const azure = (tenant: number, microUsd: number, at = '2023-11') => ({
    month: at,
    tenant,
    microUsd,
  })
  const seats = { month: '2023-11', tenant: 1 }
  importFiles(store, profile, [
    { name: 'old.csv', azure: [azure(1, 5, '2023-10'), azure(1, 6), azure(2, 7)] },
  ])
  importFiles(store, profile, [
    { name: 'a.csv', azure: [azure(2, 1), azure(1, 2), { ...azure(1, 3), service: 'Key Vault' }] },
    {
      name: 'm.csv',
      seats: [
        { ...seats, paid: 10, active: 12 },
        { ...seats, paid: 30, active: 2 },
        { ...seats, tenant: 2, paid: 7, active: 7 },
      ],
    },
  ])
  return { path, store, profile }
}

describe('the rows of a tenant', () => {
  it('come with file and line, without those of replaced months', () => {
    const { store, profile } = filled()
    const rows = store.azureRows(profile, { ...all, tenantId: tenantGuid(1) })
    expect(rows.map(({ file, line, microUsd }) => [file, line, microUsd])).toEqual([
      ['old.csv', 2, 5],
      ['a.csv', 3, 2],
      ['a.csv', 4, 3],
    ])
    expect(rows[2]).toMatchObject({ service: 'Key Vault', offer: null, month: month('2023-11') })
  })

  it('come in pages, of the months that are asked for', () => {
    const { store, profile } = filled()
    const query = { tenantId: tenantGuid(1), months: [month('2023-11')], limit: 1 }
    const [first] = store.azureRows(profile, { ...query, after: 0 })
    const [second] = store.azureRows(profile, { ...query, after: first?.row ?? NaN })
    expect([first?.line, second?.line]).toEqual([3, 4])
    expect(store.azureRows(profile, { ...query, after: second?.row ?? NaN })).toEqual([])
  })

  it('are never those of another profile with the same tenant', () => {
    const { store } = filled()
    const other = addProfile(store, 'Other')
    expect(store.azureRows(other, { ...all, tenantId: tenantGuid(1) })).toEqual([])
    expect(store.seatRows(other, { ...all, tenantId: tenantGuid(1) })).toEqual([])
  })

  it.each([
    [AZURE_PAGE, 'azure_usage_by_tenant'],
    [SEAT_PAGE, 'm365_usage_by_tenant'],
  ])('are found by index and not by a scan or a sort (%#)', (sql, index) => {
    const { path, profile } = filled()
    const connection = new ReadConnection(path, {})
    const values = { profileId: profile, tenantId: tenantGuid(1), after: 0, limit: 9, months: null }
    const plan = connection
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values)
      .map(({ detail }) => detail)
    connection.close()
    expect(plan.join('\n')).toContain(`SEARCH u USING INDEX ${index} (tenant_id=? AND rowid>?)`)
    expect(plan.join('\n')).not.toMatch(/SCAN [uskf]|TEMP B-TREE/)
  })
})

describe('rows added up', () => {
  const seatsOf = ({ m365 }: ReturnType<ReturnType<typeof filled>['store']['rowSums']>) =>
    Array.from(m365.rows, (rows, entry) => [
      rows,
      ...[m365.paidSeats[entry], m365.activeSeats[entry], m365.cappedSeats[entry]],
    ])

  it('hold every row in force, also of the same seats', () => {
    const { store, profile } = filled()
    const sums = store.rowSums(profile)
    expect(seatsOf(sums)).toEqual([
      [2, 40, 14, 12],
      [1, 7, 7, 7],
    ])
    expect([...sums.azure.microUsd].sort()).toEqual([1, 2, 3, 5])
    expect([...sums.azure.rows]).toEqual([1, 1, 1, 1])
  })

  it('of one tenant are its own', () => {
    const { store, profile } = filled()
    const sums = store.rowSums(profile, tenantGuid(1))
    expect(seatsOf(sums)).toEqual([[2, 40, 14, 12]])
    expect([...sums.azure.microUsd].sort()).toEqual([2, 3, 5])
    expect(sums.tenants.map(({ id }) => id)).toEqual([tenantGuid(1)])
  })
})
