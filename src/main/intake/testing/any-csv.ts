import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { encode, type Encoding } from './files'

/** Any table of Azure usage as text, for properties. */

const character = fc.constantFrom('a', 'Z', '7', ' ', ',', ';', '\t', '"', '\n', '\r\n', 'é', '€')
/** What a name keeps: white space around it is not part of it. */
const name = fc
  .string({ unit: character, minLength: 1, maxLength: 12 })
  .map((text) => `n${text}`.trim())

export const usageRow = fc.record({
  tenant: fc.uuid(),
  customer: name,
  service: name,
  association: fc.constantFrom('PAL', 'CPOR', null),
  month: fc.integer({ min: 2000 * 12, max: 2099 * 12 + 11 }),
  microUsd: fc.integer({ min: -1e15, max: 1e15 }),
})

const months: Readonly<Record<string, (year: string, month: string) => string>> = {
  'ISO date': (year, month) => `${year}-${month}-01`,
  'ISO month': (year, month) => `${year}-${month}`,
  'day first': (year, month) => `15/${month}/${year}`,
  'month first': (year, month) => `${Number(month)}/15/${year}`,
  dots: (year, month) => `01.${month}.${year}`,
  'month key': (year, month) => `${year}${month}`,
}

/** Every way in which FILES.md lets a table be written as text. */
export const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoted: fc.boolean(),
  eof: fc.boolean(),
  month: fc.constantFrom(...Object.keys(months)),
  separator: fc.constantFrom('.', ','),
  braces: fc.boolean(),
  encoding: fc.constantFrom<Encoding>('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
})

export type UsageRow = typeof usageRow extends fc.Arbitrary<infer T> ? T : never
export type Dialect = typeof dialect extends fc.Arbitrary<infer T> ? T : never

/** YYYY-MM of a month counted from the year 0. */
export function isoMonth(month: number): string {
  return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
}

function amount(microUsd: number, separator: string): string {
  const digits = String(Math.abs(microUsd)).padStart(7, '0')
  return `${microUsd < 0 ? '-' : ''}${digits.slice(0, -6)}${separator}${digits.slice(-6)}`
}

/** A table as another program writes it. */
export function writeCsv(rows: readonly UsageRow[], { lineEnd, ...style }: Dialect): Buffer {
  const cells = rows.map((each) => {
    const [year = '', month = ''] = isoMonth(each.month).split('-')
    return {
      'Service Level 2': each.service,
      customer_name: each.customer,
      CUSTOMERTENANTID: style.braces ? `{${each.tenant.toUpperCase()}}` : each.tenant,
      ACR: amount(each.microUsd, style.separator),
      Month: months[style.month]?.(year, month),
      PartnerAttributionType: each.association ?? '',
    }
  })
  const text = stringify(cells, {
    header: true,
    delimiter: style.delimiter,
    record_delimiter: lineEnd,
    quote_record_delimiter: true,
    quoted_match: /[\r\n]/,
    quoted: style.quoted,
    eof: style.eof,
  })
  return encode(text, style.encoding)
}

/** What a table says: every tenant has the name of its last row; an amount of nothing has no sign. */
export function meant(rows: readonly UsageRow[]) {
  return rows.map((each) => ({
    tenant: each.tenant,
    customer: rows.findLast(({ tenant }) => tenant === each.tenant)?.customer,
    service: each.service,
    association: each.association,
    month: isoMonth(each.month),
    microUsd: each.microUsd === 0 ? 0 : each.microUsd,
  }))
}
