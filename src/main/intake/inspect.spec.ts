import { truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ReadOptions } from '../services/intake-ports'
import { createIntake } from './intake'
import { encode, faultOf, fileOf } from './testing/files'
import { azureTable, shortAzure, shortAzureHeader, table } from './testing/reports'

function inspected(content: string | Uint8Array, options: ReadOptions = {}) {
  return createIntake().inspect(fileOf(content), options)
}

const german = [
  'Monat;Mandant;Dienst;Umsatz;Partner;Notiz',
  '3/4/2023;x;Sentinel;1.234;PAL;',
  '5/6/2023;x;Sentinel;2.345;PAL;',
  '5/6/2023;y;Key Vault;7;PAL;',
].join('\n')
const mapping = {
  dataset: 'azure-usage',
  columns: { month: 0, tenantId: 1, service: 2, acr: 3, association: 4 },
} as const

describe('a look into a file', () => {
  it('tells what a known report is and which of its columns is which', () => {
    const seen = inspected(azureTable({}, { ACR_USD: '7' }))
    expect(seen).toMatchObject({ error: null, dataset: 'azure-usage', by: 'header', missing: [] })
    expect(seen.mapping).toEqual({
      ...{ month: 0, tenantId: 1, customer: 2, service: 3, acr: 4, association: 5 },
    })
    expect(seen.columns[4]).toEqual({ name: 'ACR_USD', samples: ['120.50', '7'] })
    expect([seen.rows, seen.whole]).toEqual([2, true])
    expect(seen.candidates[0]).toMatchObject({
      ...{ dataset: 'azure-usage', confidence: 1, told: true },
      fields: [
        { field: 'month', kind: 'month', needed: true, name: 'Month', column: 0 },
        ...Array.from({ length: 5 }, () => ({})),
        { field: 'offer', needed: false, column: null },
        ...[{}, {}],
      ],
    })
  })

  it('shows an unknown file with samples of every column and decides nothing', () => {
    const seen = inspected(german)
    expect(seen).toMatchObject({ error: null, dataset: null, by: null })
    expect(seen.columns.map(({ samples }) => samples)).toEqual([
      ...[
        ['3/4/2023', '5/6/2023'],
        ['x', 'y'],
        ['Sentinel', 'Key Vault'],
      ],
      ...[['1.234', '2.345', '7'], ['PAL'], []],
    ])
    expect(seen.candidates).toHaveLength(5)
  })

  it('has evidence about dates and decimals of the columns that are mapped', () => {
    const { dates, numbers, dataset, by } = inspected(german, { mapping })
    expect([dataset, by]).toEqual(['azure-usage', 'choice'])
    expect(dates).toMatchObject([
      { field: 'month', column: 'Monat', state: 'ambiguous', open: 3, examples: [{ row: 2 }, {}] },
    ])
    expect(numbers).toMatchObject([{ field: 'acr', column: 'Umsatz', state: 'ambiguous', open: 2 }])
  })

  it('says what a mapping still lacks', () => {
    const columns = { month: 0, acr: 3 }
    expect(inspected(german, { mapping: { ...mapping, columns } })).toMatchObject({
      ...{ dataset: null, by: null, mapping: columns },
      missing: ['CustomerTenantId', 'ServiceLevel2', 'PartnerAttributionType'],
    })
  })

  it('reads the beginning of a large file alone, in any encoding', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => ({
      ...shortAzure,
      CustomerName: `Ålder ${row} €`,
    }))
    const text = table(shortAzureHeader, rows)
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
      const readable = encoding === 'windows-1252' ? text.replaceAll('Å', 'Ö') : text
      const seen = inspected(encode(readable, encoding))
      expect([seen.dataset, seen.rows, seen.whole]).toEqual(['azure-usage', 500, false])
      expect(seen.columns[2]?.samples[0]).toMatch(/^[ÅÖ]lder 0 €$/)
    }
  })

  it('does not wait for the rest of a file of two gigabytes', () => {
    const path = fileOf(azureTable({}))
    truncateSync(path, 2 * 1024 ** 3)
    const begun = performance.now()
    expect(createIntake().inspect(path, {})).toMatchObject({ dataset: 'azure-usage' })
    expect(performance.now() - begun).toBeLessThan(500)
  })

  it('leaves a quote that is cut off or never closed to the check', () => {
    const seen = inspected(`${azureTable({})}"2023-11`)
    expect(seen).toMatchObject({ dataset: 'azure-usage', rows: 1, whole: false })
  })

  it('refuses what has no header to look at', () => {
    expect(faultOf(() => inspected(' \n')).code).toBe('file-empty')
  })
})
