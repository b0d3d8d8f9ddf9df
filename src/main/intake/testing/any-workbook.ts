import fc from 'fast-check'
import { isoMonth, type UsageRow } from './any-csv'
import { escapeXml, rowsOf, workbookOf } from './ooxml'

/** Any table of Azure usage as a workbook, for properties. */

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

export const workbookRow = fc.record({
  tenant: fc.uuid(),
  customer: name,
  service: name,
  association: fc.constantFrom('PAL', 'CPOR', null),
  month: fc.integer({ min: 2000 * 12, max: 2099 * 12 + 11 }),
  microUsd: fc.integer({ min: -1e15, max: 1e15 }),
})

export const header = [
  'Month',
  'CustomerTenantId',
  'customer name',
  'Service',
  'ACR',
  'AssociationType',
]

export const dateOf = ({ month }: UsageRow) =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, 15))
const serialOf = (each: UsageRow, date1904: boolean) =>
  (dateOf(each).getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 - (date1904 ? 1462 : 0)

/** How a workbook says the same thing. */
export interface Style {
  readonly shared: boolean
  readonly dates: 'serial' | 'text' | 'iso'
  readonly date1904: boolean
  readonly textAmounts: '.' | ',' | null
  readonly formulas: boolean
}
export const style: fc.Arbitrary<Style> = fc.record({
  shared: fc.boolean(),
  dates: fc.constantFrom('serial', 'text', 'iso'),
  date1904: fc.boolean(),
  textAmounts: fc.constantFrom('.', ',', null),
  formulas: fc.boolean(),
})

/** Made by hand: any mix of shared texts, texts of the cell, calculated values, calendars. */
export function workbookByHand(table: readonly UsageRow[], how: Style): Buffer {
  const strings: string[] = []
  const text = (value: string) => {
    const escaped = escapeXml(value.replaceAll('_x', '_x005F_x'))
    if (how.formulas) return `<c t="str"><f>A1&amp;""</f><v>${escaped}</v></c>`
    if (!how.shared) return `<c t="inlineStr"><is><r><t>${escaped}</t></r></is></c>`
    strings.push(`<si><t xml:space="preserve">${escaped}</t></si>`)
    return `<c t="s"><v>${strings.length - 1}</v></c>`
  }
  const month = (each: UsageRow) => {
    if (how.dates === 'serial') return `<c s="1"><v>${serialOf(each, how.date1904)}</v></c>`
    return how.dates === 'iso'
      ? `<c t="d"><v>${isoMonth(each.month)}-15</v></c>`
      : text(isoMonth(each.month))
  }
  const amount = ({ microUsd }: UsageRow, index: number) => {
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
