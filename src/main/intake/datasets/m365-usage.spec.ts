import { describe, expect, it } from 'vitest'
import { read } from '../testing/reading'
import { seats, seatsHeader, table, tenantId } from '../testing/reports'

describe('a Microsoft 365 usage report', () => {
  it('is read under its real header', () => {
    const { dataset, seats: rows, account } = read(table(seatsHeader, [seats], '\r\n'))
    expect(dataset).toBe('m365-usage')
    expect(rows).toEqual([
      {
        line: 2,
        month: '2023-11',
        tenant: tenantId,
        customer: 'Aldercross',
        workload: 'Intune',
        paid: 100,
        active: 40,
        association: 'CPOR',
        location: '4711',
        duplicate: 0,
      },
    ])
    expect(account.months).toEqual([2023 * 12 + 10])
  })

  it('is read by the older names of its columns', () => {
    const text = [
      'MonthKey;Workload;Paid Seats;MAU;Partner Attach Type;Customer_Tenant_Id;IsDuplicateRowForPGA',
      `202311;Exchange;1.250;1.300;PAL;${tenantId};1`,
    ].join('\n')
    expect(read(text).seats).toMatchObject([
      { month: '2023-11', workload: 'Exchange', paid: 1250, active: 1300, duplicate: 1 },
    ])
  })

  it('takes more active users than paid seats, which real downloads have', () => {
    const row = { ...seats, MonthlyActiveUsers: '250' }
    expect(read(table(seatsHeader, [row])).seats).toMatchObject([{ paid: 100, active: 250 }])
  })

  it.each([
    ['Date', '2023-13', 'month-invalid'],
    ['Date', '', 'value-missing'],
    ['CustomerTenantId', 'abc', 'tenant-id-invalid'],
    ['WorkloadName', '', 'value-missing'],
    ['PaidAvailableUnits', '12x', 'number-invalid'],
    ['PaidAvailableUnits', '', 'value-missing'],
    ['PaidAvailableUnits', '2.5', 'number-invalid'],
    ['MonthlyActiveUsers', '-1', 'number-invalid'],
    ['MonthlyActiveUsers', '', 'value-missing'],
    ['MonthlyActiveUsers', '1000000001', 'number-out-of-range'],
  ])('refuses a row whose %s is "%s" as %s', (column, value, code) => {
    const { rejected, seats: rows } = read(
      table(seatsHeader, [seats, { ...seats, [column]: value }]),
    )
    expect(rows).toHaveLength(1)
    expect(rejected.map(({ errors }) => errors)).toEqual([
      [expect.objectContaining({ row: 3, column, value, code })],
    ])
  })

  it('refuses a flag that is neither yes nor no', () => {
    const header = `${seatsHeader},IsDuplicateRowForPGA`
    const { rejected } = read(table(header, [{ ...seats, IsDuplicateRowForPGA: '2' }]))
    expect(rejected[0]?.errors).toMatchObject([
      { row: 2, column: 'IsDuplicateRowForPGA', value: '2', code: 'flag-invalid' },
    ])
  })

  it('hands over many rows in batches without losing one', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => ({
      ...seats,
      PaidAvailableUnits: String(row),
    }))
    const { seats: read5000, batches } = read(table(seatsHeader, rows))
    expect(batches).toEqual([4096, 904])
    expect(read5000.map(({ paid }) => paid)).toEqual(rows.map((_, row) => row))
  })
})
