import { describe, expect, it } from 'vitest'
import { faultOf } from '../testing/files'
import { azureHeader, seatsHeader, shortAzureHeader, trainingsHeader } from '../testing/reports'
import { Layout, normaliseName, recognise } from './recognise'

function kindOf(header: string): string {
  return recognise(header.split(','), '/in/report.csv').dataset.id
}

function faultFor(header: string) {
  return faultOf(() => recognise(header.split(','), '/in/report.csv'))
}

describe('recognition', () => {
  it.each([
    ['azure-usage', azureHeader],
    ['m365-usage', seatsHeader],
    ['certifications', trainingsHeader],
  ])('knows the real header of %s', (dataset, header) => {
    expect(kindOf(header)).toBe(dataset)
  })

  it('does not depend on the order of the columns', () => {
    expect(kindOf(azureHeader.split(',').toReversed().join(','))).toBe('azure-usage')
  })

  it('is blind to case, spaces and underscores of names', () => {
    const header =
      ' month ,CUSTOMER_TENANT_ID,Service Level 2,acr usd,\ufeffpartner_attribution type'
    const { layout } = recognise(header.split(','), 'a.csv')
    expect(
      ['month', 'tenantId', 'service', 'acr', 'association'].map((f) => layout.cellOf(f)),
    ).toEqual([0, 1, 2, 3, 4])
    expect(layout.columnName('month')).toBe('month')
  })

  it('takes the first of the names that mean the same', () => {
    const { layout } = recognise(`ACR,ServiceName,${shortAzureHeader}`.split(','), 'a.csv')
    expect(layout.columnName('acr')).toBe('ACR_USD')
    expect(layout.columnName('service')).toBe('ServiceLevel2')
  })

  it('goes by the kind of which the file has more columns when two would fit', () => {
    expect(kindOf(`${seatsHeader},ACR,Service`)).toBe('m365-usage')
    expect(kindOf(`${azureHeader},Workload,PaidSeats`)).toBe('azure-usage')
  })

  it('says of an unknown file what it holds and what would be known', () => {
    const fault = faultFor('Dear colleague, please find the numbers below.')
    expect(fault.code).toBe('file-unrecognised')
    expect(fault.details).toMatchObject({
      file: '/in/report.csv',
      columns: ['Dear colleague', 'please find the numbers below.'],
    })
    expect(fault.details['datasets']).toMatchObject([
      { dataset: 'azure-usage', recognisedBy: ['ACR_USD', 'ServiceLevel2'] },
      { dataset: 'm365-usage', recognisedBy: ['WorkloadName', 'PaidAvailableUnits'] },
      {
        dataset: 'certifications',
        needs: ['TrainingTitle', 'TrainingCompletionDate', 'CorpEmail or Email or MCPID'],
      },
    ])
  })

  it('shortens what it repeats of an unknown file', () => {
    const fault = faultFor(Array.from({ length: 20 }, () => 'x'.repeat(100)).join(','))
    expect(fault.message.length).toBeLessThan(1500)
    expect(fault.message).toContain('and 8 more')
  })

  it.each([
    ['ACR_USD,Month,CustomerTenantId,PartnerAttributionType'],
    ['WorkloadName,MonthlyActiveUsers,Date'],
    ['TrainingTitle,Email'],
    [''],
  ])('needs all of the columns that tell a kind: %s', (header) => {
    expect(faultFor(header).code).toBe('file-unrecognised')
  })

  it.each([
    [
      'ACR_USD,ServiceLevel2',
      'azure-usage',
      ['Month', 'CustomerTenantId', 'PartnerAttributionType'],
    ],
    [seatsHeader.replace('Date,', '').replace(/,Date$/, ''), 'm365-usage', ['Date']],
    ['TrainingTitle,TrainingCompletionDate', 'certifications', ['CorpEmail or Email or MCPID']],
  ])('names the columns that are missing: %s', (header, dataset, columns) => {
    expect(faultFor(header)).toMatchObject({
      code: 'columns-missing',
      details: { file: '/in/report.csv', dataset, columns },
    })
  })

  it('refuses a column that is there twice, with both places', () => {
    expect(faultFor(`${shortAzureHeader},acr usd`)).toMatchObject({
      code: 'column-duplicate',
      details: { file: '/in/report.csv', row: 1, column: 'acr usd', positions: [5, 7] },
    })
  })

  it('does not mind columns that are there twice and are not read', () => {
    expect(kindOf(`Note,Note,,,${shortAzureHeader}`)).toBe('azure-usage')
  })

  it('is not misled by names that every object has', () => {
    const names = '__proto__,constructor,toString,__proto__,hasOwnProperty'
    const { layout } = recognise(`${names},${shortAzureHeader}`.split(','), 'a.csv')
    expect(layout.cellOf('month')).toBe(5)
    expect(layout.cellOf('__proto__')).toBe(-1)
    expect(faultFor(names).code).toBe('file-unrecognised')
  })
})

describe('a layout', () => {
  const layout = new Layout<'month' | 'acr'>([' Month '], new Map([['month', 0]]))

  it('says where a field stands and how the file calls it', () => {
    expect([layout.has('month'), layout.cellOf('month'), layout.columnName('month')]).toEqual([
      true,
      0,
      'Month',
    ])
  })

  it('has its own name for a field that is not in the file', () => {
    expect([layout.has('acr'), layout.cellOf('acr'), layout.columnName('acr')]).toEqual([
      false,
      -1,
      'acr',
    ])
    expect(layout.cellsOf({ month: 1, acr: 1 })).toEqual({ month: 0, acr: -1 })
  })
})

describe('a name of a column', () => {
  it('is the same in every spelling', () => {
    const names = ['MPN ID', 'mpn_id', ' MPNID\t', '\ufeffMpnId', 'mpn\u00a0id']
    expect(new Set(names.map(normaliseName))).toEqual(new Set(['mpnid']))
  })
})
