import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { escapeXml, rowsOf, workbookOf } from './testing/ooxml'
import { readUnpacked } from './testing/reading'

/** Any usage table, written as a workbook by another program or by hand in exotic forms, is read back as it was. */

const character = fc.constantFrom(
  'a',
  'Z',
  '7',
  ' ',
  ',',
  '"',
  '\n',
  '<',
  '&',
  '_x0041_',
  'é',
  '€',
  '😀',
)
const name = fc
  .string({ unit: character, minLength: 1, maxLength: 12 })
  .map((text) => `n${text}`.trim())

const row = fc.record({
  tenant: fc.uuid(),
  customer: name,
  service: name,
  association: fc.constantFrom('PAL', 'CPOR', null),
  month: fc.integer({ min: 2000 * 12, max: 2099 * 12 + 11 }),
  microUsd: fc.integer({ min: -1e15, max: 1e15 }),
})
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never
const rows = fc.array(row, { minLength: 1, maxLength: 6 })

const header = ['Month', 'CustomerTenantId', 'customer name', 'Service', 'ACR', 'AssociationType']

const dateOf = ({ month }: Row) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 15))
const isoMonth = (each: Row) => dateOf(each).toISOString().slice(0, 7)
const serialOf = (each: Row, date1904: boolean) =>
  (dateOf(each).getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 - (date1904 ? 1462 : 0)

/** Every tenant has the name of its last row; an amount of nothing has no sign. */
function meant(table: readonly Row[]) {
  return table.map((each) => ({
    tenant: each.tenant,
    customer: table.findLast(({ tenant }) => tenant === each.tenant)?.customer,
    service: each.service,
    association: each.association,
    month: isoMonth(each),
    microUsd: each.microUsd === 0 ? 0 : each.microUsd,
  }))
}

/** As write-excel-file saves it, with names that it does not escape itself left as they are. */
function byProgram(table: readonly Row[]): Promise<Buffer> {
  const cells = table.map((each) => [
    { value: dateOf(each), type: Date, format: 'dd/mm/yyyy' },
    { value: each.tenant, type: String },
    { value: each.customer, type: String },
    { value: each.service, type: String },
    { value: each.microUsd / 1e6, type: Number },
    each.association === null ? null : { value: each.association, type: String },
  ])
  const titles = header.map((value) => ({ value, type: String }))
  return writeXlsxFile([titles, ...cells]).toBuffer()
}

interface Style {
  readonly shared: boolean
  readonly dates: 'serial' | 'text' | 'iso'
  readonly date1904: boolean
  readonly textAmounts: '.' | ',' | null
  readonly formulas: boolean
}
const style: fc.Arbitrary<Style> = fc.record({
  shared: fc.boolean(),
  dates: fc.constantFrom('serial', 'text', 'iso'),
  date1904: fc.boolean(),
  textAmounts: fc.constantFrom('.', ',', null),
  formulas: fc.boolean(),
})

/** Made by hand: any mix of shared texts, texts of the cell, calculated values, calendars. */
function byHand(table: readonly Row[], how: Style): Buffer {
  const strings: string[] = []
  const text = (value: string) => {
    const escaped = escapeXml(value.replaceAll('_x', '_x005F_x'))
    if (how.formulas) return `<c t="str"><f>A1&amp;""</f><v>${escaped}</v></c>`
    if (!how.shared) return `<c t="inlineStr"><is><r><t>${escaped}</t></r></is></c>`
    strings.push(`<si><t xml:space="preserve">${escaped}</t></si>`)
    return `<c t="s"><v>${strings.length - 1}</v></c>`
  }
  const month = (each: Row) => {
    if (how.dates === 'serial') return `<c s="1"><v>${serialOf(each, how.date1904)}</v></c>`
    return how.dates === 'iso' ? `<c t="d"><v>${isoMonth(each)}-15</v></c>` : text(isoMonth(each))
  }
  const amount = ({ microUsd }: Row, index: number) => {
    if (how.textAmounts === null || index % 2 === 1) return `<c><v>${microUsd / 1e6}</v></c>`
    const digits = String(Math.abs(microUsd)).padStart(7, '0')
    const sign = microUsd < 0 ? '-' : ''
    return text(`${sign}${digits.slice(0, -6)}${how.textAmounts}${digits.slice(-6)}`)
  }
  const lines = table.map((each, index) => {
    const cells = [month(each), text(each.tenant), text(each.customer), text(each.service)]
    const association = each.association === null ? '<c s="0"/>' : text(each.association)
    return `<row>${cells.join('')}${amount(each, index)}${association}</row>`
  })
  const sheets = [{ name: 'Usage', rows: rowsOf([header]) + lines.join('') }]
  return workbookOf({ sheets, strings, formats: [0, 'dd/mm/yyyy'], date1904: how.date1904 })
}

describe('any Azure usage as a workbook', () => {
  it('written by a program is read back with the same values', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const plain = table.map((each) => ({
          ...each,
          customer: each.customer.replaceAll('_x', '-x'),
          service: each.service.replaceAll('_x', '-x'),
        }))
        const { azure, rejected } = await readUnpacked(await byProgram(plain))
        expect(rejected).toEqual([])
        expect(azure).toMatchObject(meant(plain))
      }),
      { numRuns: 12 },
    )
  })

  it('made in any form is read back with the same values', async () => {
    await fc.assert(
      fc.asyncProperty(rows, style, async (table, how) => {
        const { azure, rejected } = await readUnpacked(byHand(table, how))
        expect(rejected).toEqual([])
        expect(azure).toMatchObject(meant(table))
      }),
      { numRuns: 25 },
    )
  })
})
