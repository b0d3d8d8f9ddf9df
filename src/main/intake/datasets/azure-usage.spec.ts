import { describe, expect, it } from 'vitest'
import { read } from '../testing/reading'
import {
  azureHeader,
  azureTable,
  shortAzure,
  shortAzureHeader,
  table,
  tenantId,
} from '../testing/reports'

const full = {
  ...shortAzure,
  MPNID: '4711',
  PGAMpnID: '9999',
  IsACRDuplicateAtPGALevel: 'True',
  AssociationType: 'CPOR',
  ACR_USD: '-0.000001',
}

describe('an Azure usage report', () => {
  it('is read under its real header', () => {
    const { dataset, header, azure, account } = read(table(azureHeader, [full], '\r\n'))
    expect(dataset).toBe('azure-usage')
    expect(header).toEqual(azureHeader.split(','))
    expect(azure).toEqual([
      {
        line: 2,
        month: '2023-11',
        tenant: tenantId,
        customer: 'Aldercross',
        service: 'Sentinel',
        offer: null,
        association: 'PAL',
        location: '4711',
        duplicate: 1,
        microUsd: -1,
      },
    ])
    expect(account).toMatchObject({
      dataset: 'azure-usage',
      rowsRead: 1,
      rowsAccepted: 1,
      notes: [],
    })
  })

  it('reads AssociationType only where there is no PartnerAttributionType', () => {
    const empty = { ...full, PartnerAttributionType: '' }
    expect(read(table(azureHeader, [empty])).azure[0]?.association).toBeNull()
    const header = azureHeader.replace('PartnerAttributionType,', '')
    expect(read(table(header, [full])).azure[0]?.association).toBe('CPOR')
  })

  it('is read with any subset of its columns in any order, by aliases', () => {
    const text = [
      'Offer Name,TOTAL_ACR,associationtype,Service,customer tenant id,MONTH,Partner ID',
      `Pay as you go,5,PAL,Sentinel,{${tenantId.toUpperCase()}},Nov 2023,12`,
    ].join('\n')
    expect(read(text).azure).toMatchObject([
      { tenant: tenantId, customer: null, offer: 'Pay as you go', location: '12', duplicate: 0 },
    ])
  })

  it('tells each wrong cell by its own code, with row, column and value', () => {
    const wrong = {
      Month: '2023-13',
      CustomerTenantId: 'abc',
      ServiceLevel2: ' ',
      ACR_USD: '12x',
    }
    const { rejected, azure, account } = read(azureTable({}, wrong))
    expect(azure.map(({ line }) => line)).toEqual([2])
    expect(rejected.flatMap(({ errors }) => errors)).toMatchObject([
      { row: 3, column: 'Month', value: '2023-13', code: 'month-invalid' },
      { row: 3, column: 'CustomerTenantId', value: 'abc', code: 'tenant-id-invalid' },
      { row: 3, column: 'ServiceLevel2', value: '', code: 'value-missing' },
      { row: 3, column: 'ACR_USD', value: '12x', code: 'number-invalid' },
    ])
    expect(rejected[0]).toMatchObject({
      line: 3,
      cells: ['2023-13', 'abc', 'Aldercross', ' ', '12x', 'PAL'],
    })
    expect(account).toMatchObject({ rowsRead: 2, rowsAccepted: 1, rowsRejected: 1 })
  })

  it.each([
    ['Month', '', 'value-missing'],
    ['Month', '31.02.2023', 'month-invalid'],
    ['CustomerTenantId', '', 'value-missing'],
    ['CustomerTenantId', `{${tenantId}`, 'tenant-id-invalid'],
    ['ACR_USD', '', 'value-missing'],
    ['ACR_USD', '1000000001', 'number-out-of-range'],
    ['ACR_USD', '1.2.3', 'number-invalid'],
    ['IsACRDuplicateAtPGALevel', 'maybe', 'flag-invalid'],
    ['ServiceLevel2', '', 'value-missing'],
  ])('refuses a row whose %s is "%s" as %s', (column, value, code) => {
    const { rejected, azure } = read(table(azureHeader, [full, { ...full, [column]: value }]))
    expect(azure).toHaveLength(1)
    expect(rejected.map(({ errors }) => errors)).toEqual([
      [expect.objectContaining({ row: 3, column, value, code })],
    ])
  })

  it('says in which way its amounts should be written', () => {
    const text = [
      shortAzureHeader.replaceAll(',', ';'),
      azureRow('1,5'),
      azureRow('2.5'),
      azureRow('3,5'),
    ].join('\n')
    const { rejected } = read(text)
    expect(rejected[0]?.errors[0]).toMatchObject({ row: 3, code: 'number-invalid', value: '2.5' })
    expect(rejected[0]?.errors[0]?.message).toContain('decimal comma')
  })

  function azureRow(acr: string): string {
    return ['2023-11', tenantId, 'Aldercross', 'Sentinel', acr, 'PAL'].join(';')
  }

  it('keeps nothing of a row that it refuses', () => {
    const other = '11111111-1111-1111-1111-111111111111'
    const { azure } = read(
      azureTable({ CustomerTenantId: other, CustomerName: 'Nobody', ServiceLevel2: '' }, {}),
    )
    expect(azure).toMatchObject([{ tenant: tenantId, customer: 'Aldercross' }])
  })

  it('notes what was rounded and what is not in dollars, once with its count', () => {
    const { account, azure } = read(
      azureTable({ ACR_USD: '0.0000019' }, { ACR_USD: '€5' }, { ACR_USD: '€6' }, { ACR_USD: '$7' }),
    )
    expect(account.notes.map(({ code, count }) => [code, count])).toEqual([
      ['amount-rounded', 1],
      ['currency-not-dollar', 2],
    ])
    expect(azure.map(({ microUsd }) => microUsd)).toEqual([2, 5e6, 6e6, 7e6])
  })

  it('hands over many rows in batches without losing one', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => ({ ACR_USD: String(row) }))
    const { azure, batches } = read(azureTable(...rows))
    expect(batches).toEqual([4096, 4096, 1808])
    expect(azure.map(({ microUsd }) => microUsd)).toEqual(rows.map((_, row) => row * 1e6))
    expect(azure.at(-1)?.line).toBe(10_001)
  })
})
