import { describe, expect, it } from 'vitest'
import { faultOf } from '../testing/files'
import { read } from '../testing/reading'
import { emsHeader, subscription, table, tenantId } from '../testing/reports'

const entra = 'Azure Active Directory Premium'
const identity = 'Microsoft Defender for Identity'

function workloadsOf(...rows: readonly Readonly<Record<string, string>>[]) {
  return read(table(emsHeader, rows)).seats.map(
    ({ line, workload, paid, active }) => [line, workload, paid, active] as const,
  )
}

describe('an Enterprise Mobility usage report', () => {
  it('is read under its real header, one row a workload', () => {
    const { dataset, seats, account } = read(table(emsHeader, [subscription], '\r\n'))
    const common = {
      ...{ line: 2, month: '2023-11', tenant: tenantId, customer: 'Aldercross' },
      ...{ association: 'CPOR', location: '4711', duplicate: 0 },
    }
    expect(dataset).toBe('ems-usage')
    expect(seats).toEqual([
      { ...common, workload: entra, paid: 100, active: 60 },
      { ...common, workload: 'Intune', paid: 50, active: 20 },
    ])
    expect(account).toMatchObject({ rowsRead: 1, rowsAccepted: 1, months: [2023 * 12 + 10] })
  })

  it('adds the subscriptions of a tenant up, at the line of the first', () => {
    expect(
      workloadsOf(
        subscription,
        { ...subscription, AADPPaidAvailableUnits: '7', AADPMonthlyActiveUsers: '5' },
        { AADPPaidAvailableUnits: '1' },
      ),
    ).toEqual([
      [2, entra, 107, 65],
      [2, 'Intune', 100, 40],
    ])
  })

  it.each([
    ['Month', '2023-10-01'],
    ['CustomerTenantId', tenantId.replace('0b', 'ff')],
    ['MPNId', '4712'],
    ['PartnerAttributionType', 'CSP'],
  ])('adds up nothing that differs in %s', (column, value) => {
    const rows = workloadsOf(subscription, { ...subscription, [column]: value })
    expect(rows).toHaveLength(4)
    expect(rows.map(([line]) => line)).toEqual([2, 2, 3, 3])
  })

  it('says nothing of a workload without paid and active seats, and keeps a reported zero', () => {
    const row = { ...subscription, IntunePaidAvailableUnits: '', IntuneMonthlyActiveUsers: ' ' }
    expect(
      workloadsOf({ ...row, AzipPaidAvailableUnits: '0', AzipMonthlyActiveUsers: '0' }),
    ).toEqual([
      [2, entra, 100, 60],
      [2, 'Microsoft Information Protection', 0, 0],
    ])
  })

  it('keeps the active users of Defender for Identity with no paid seats, and says so', () => {
    const rows = [
      { ...subscription, AATPActiveUsage: '30' },
      { ...subscription, AATPActiveUsage: '12' },
      { ...subscription, AATPActiveUsage: '0' },
    ]
    expect(workloadsOf(...rows).filter(([, workload]) => workload === identity)).toEqual([
      [2, identity, 0, 42],
    ])
    expect(read(table(emsHeader, rows)).account.notes).toMatchObject([
      { code: 'identity-paid-unknown', count: 2 },
    ])
  })

  it.each([
    ['Month', '2023-13', 'month-invalid'],
    ['CustomerTenantId', 'abc', 'tenant-id-invalid'],
    ['AADPPaidAvailableUnits', '12x', 'number-invalid'],
    ['AADPPaidAvailableUnits', '', 'value-missing'],
    ['IntuneMonthlyActiveUsers', '', 'value-missing'],
    ['IntuneMonthlyActiveUsers', '-1', 'number-invalid'],
    ['AATPActiveUsage', '2.5', 'number-invalid'],
    ['IntunePaidAvailableUnits', '1000000001', 'number-out-of-range'],
  ])('refuses a row whose %s is "%s" as %s', (column, value, code) => {
    const { rejected, account } = read(
      table(emsHeader, [subscription, { ...subscription, [column]: value }]),
    )
    expect(account).toMatchObject({ rowsRead: 2, rowsAccepted: 1 })
    expect(rejected.map(({ errors }) => errors)).toEqual([
      [expect.objectContaining({ row: 3, column, value, code })],
    ])
  })

  it('refuses a flag that is neither yes nor no', () => {
    const header = `${emsHeader},IsDuplicateRowForPGA`
    const { rejected } = read(table(header, [{ ...subscription, IsDuplicateRowForPGA: '2' }]))
    expect(rejected[0]?.errors).toMatchObject([
      { row: 2, column: 'IsDuplicateRowForPGA', code: 'flag-invalid' },
    ])
  })

  it('needs the active users of every workload whose paid seats it has', () => {
    const header = emsHeader.replace('AADPMonthlyActiveUsers,', '')
    expect(faultOf(() => read(table(header, [subscription])))).toMatchObject({
      code: 'columns-missing',
      details: { dataset: 'ems-usage', columns: ['AADPMonthlyActiveUsers'] },
    })
  })

  it('hands many sums over in batches without losing one', () => {
    const rows = Array.from({ length: 2500 }, (_, row) => ({
      ...subscription,
      CustomerTenantId: tenantId.slice(0, -4) + String(row).padStart(4, '0'),
    }))
    const { batches, seats } = read(table(emsHeader, rows))
    expect(batches).toEqual([4096, 904])
    expect(new Set(seats.map(({ tenant }) => tenant)).size).toBe(2500)
  })
})
