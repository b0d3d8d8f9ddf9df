import { describe, expect, it } from 'vitest'
import { faultOf } from '../testing/files'
import type { SavedLayout } from '../../../shared/layouts'
import {
  azureHeader,
  emsHeader,
  profileHeader,
  seatsHeader,
  shortAzureHeader,
  trainingsHeader,
} from '../testing/reports'
import { columnKeys, layoutFingerprint, normaliseName } from './header'
import { Layout, recognise } from './recognise'

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
    ['ems-usage', emsHeader],
    ['certifications', trainingsHeader],
    ['partner-profile', profileHeader],
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

  it('goes by the kind that has all its columns when the header tells of two', () => {
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
        dataset: 'ems-usage',
        recognisedBy: ['AADPPaidAvailableUnits or IntunePaidAvailableUnits'],
      },
      {
        dataset: 'certifications',
        needs: ['TrainingTitle', 'TrainingCompletionDate', 'CorpEmail or Email or MCPID'],
      },
      { dataset: 'partner-profile', recognisedBy: ['PGA_MPNID', 'PartnerName'] },
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

describe('a header that fits two kinds alike', () => {
  const both = `${shortAzureHeader},WorkloadName,PaidSeats,MAU`
  const recognised = (dataset: 'azure-usage' | 'm365-usage') =>
    recognise(both.split(','), 'a.csv', { mapping: { dataset, columns: {} } })

  it('is asked about, with what speaks for each', () => {
    expect(faultFor(both)).toMatchObject({
      code: 'file-ambiguous',
      details: {
        file: '/in/report.csv',
        alternatives: [
          { dataset: 'm365-usage', confidence: 1, missing: [] },
          { dataset: 'azure-usage', confidence: 1, missing: [] },
        ],
      },
    })
  })

  it('is what the answer says, with the columns of that kind', () => {
    expect(recognised('azure-usage').layout.columnsByName()).toMatchObject({ acr: 'ACR_USD' })
    expect(recognised('m365-usage')).toMatchObject({ by: 'choice', dataset: { id: 'm365-usage' } })
    expect(recognised('m365-usage').layout.columnsByName()).toMatchObject({ paid: 'PaidSeats' })
  })
})

describe('a mapping', () => {
  const header = ['Monat', 'Mandant', 'Dienst', 'Umsatz', 'Partner', 'Umsatz']
  const columns = { month: 0, tenantId: 1, service: 2, acr: 5, association: 4 }
  const read = (change: Readonly<Record<string, number>> = {}) =>
    recognise(header, '/in/a.csv', {
      mapping: { dataset: 'azure-usage', columns: { ...columns, ...change } },
    })

  it('tells which column is which where no name of the header does', () => {
    const { dataset, layout, by } = read()
    expect([dataset.id, by, layout.cellOf('acr'), layout.has('offer')]).toEqual([
      ...['azure-usage', 'choice', 5],
      false,
    ])
    expect(layout.columnName('acr')).toBe('Umsatz')
    expect(layout.columnsByName()['acr']).toBe('Umsatz [6]')
  })

  it('takes nothing from the names of the header that it does not list', () => {
    const { layout } = recognise([...header, 'OfferType'], 'a.csv', {
      mapping: { dataset: 'azure-usage', columns },
    })
    expect(layout.has('offer')).toBe(false)
  })

  it('needs the same fields as a header', () => {
    const { acr: _, ...others } = columns
    const mapping = { dataset: 'azure-usage' as const, columns: others }
    expect(faultOf(() => recognise(header, '/in/a.csv', { mapping }))).toMatchObject({
      code: 'columns-missing',
      details: { file: '/in/a.csv', dataset: 'azure-usage', columns: ['ACR_USD'] },
    })
  })

  it.each([
    [{ mood: 3 }, { field: 'mood' }],
    [{ constructor: 3 }, { field: 'constructor' }],
    [{ acr: 6 }, { field: 'acr', column: 7 }],
    [{ offer: 2 }, { field: 'offer', column: 'Dienst' }],
  ])('is refused when it does not fit the file: %j', (change, details) => {
    expect(faultOf(() => read(change))).toMatchObject({
      code: 'mapping-invalid',
      details: { file: '/in/a.csv', ...details },
    })
  })

  it('that was saved is used for the next file with its header, unless another is chosen', () => {
    const saved: SavedLayout = {
      ...{ fingerprint: layoutFingerprint(header), dataset: 'azure-usage', savedAt: '' },
      columns: { ...read().layout.columnsByName() },
      ...{ dateOrder: 'dmy', decimal: ',' },
    }
    const layoutOf = (fingerprint: string) =>
      fingerprint === saved.fingerprint ? saved : undefined
    const again = recognise([' monat', 'MANDANT', ...header.slice(2)], 'b.csv', { layoutOf })
    expect([again.by, again.saved, again.layout.cellOf('acr')]).toEqual(['layout', saved, 5])
    const mapping = { dataset: 'azure-usage' as const, columns: { ...columns, acr: 3 } }
    const other = recognise(header, 'b.csv', { mapping, layoutOf })
    expect([other.by, other.layout.cellOf('acr')]).toEqual(['choice', 3])
    expect(faultOf(() => recognise(header.slice(1), 'b.csv', { layoutOf })).code).toBe(
      'file-unrecognised',
    )
    const any = { layoutOf: () => saved }
    expect(faultOf(() => recognise(header.slice(1), 'b.csv', any))).toMatchObject({
      code: 'mapping-invalid',
      details: { field: 'month', column: 'Monat' },
    })
  })
})

describe('the keys of columns', () => {
  it('are the names, and tell columns apart that have the same or none', () => {
    expect(columnKeys(['\ufeffMonth ', 'ACR', '', 'a c_r', ' '])).toEqual([
      ...['Month', 'ACR [2]', '[3]', 'a c_r [4]', '[5]'],
    ])
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
