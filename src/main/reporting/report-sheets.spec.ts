import { expect, it } from 'vitest'
import { unzipped } from './testing/unzipped'
import { reportCsv } from './report-csv'
import { reportHtml } from './report-html'
import { reportSheets } from './report-sheets'
import { reportWorkbook } from './report-workbook'
import { reportModel } from './testing/report-model'

const hostile = '=cmd|/c calc'
const model = reportModel({
  client: hostile,
  files: [
    {
      ...{ id: 1, name: '@usage.csv', sha256: 'a'.repeat(64), dataset: 'azure-usage' },
      ...{ importedAt: '2023-12-02T08:00:00.000Z', rowsRead: 12, rowsAccepted: 11 },
      ...{ rowsRejected: 1, months: ['2023-10', '2023-11'] },
    },
  ],
  annex: {
    columns: [{ metric: 'deployments', stream: 'azure', unit: 'usd' }],
    customers: [
      {
        ...{ tenantId: 't-1', name: '+1 Ltd' },
        cells: [
          {
            current: 12_000.5,
            previous: 0,
            countsNow: true,
            countedBefore: false,
            points: 3.333333,
          },
        ],
      },
      { tenantId: 't-2', name: null, cells: [null] },
    ],
    customersTotal: 2,
  },
})
const sheet = (name: string) => reportSheets(model).find((each) => each.name === name)

it('has a sheet for each section that has something to tell', () => {
  expect(reportSheets(model).map(({ name }) => name)).toEqual([
    ...['Summary', 'Customers', 'Files', 'Readings'],
  ])
  for (const { columns, rows } of reportSheets(model))
    for (const row of rows) expect(row).toHaveLength(columns.length)
})

it('keeps numbers as numbers, days as days, and "no data" apart from 0 and from nothing', () => {
  expect(sheet('Customers')?.rows).toEqual([
    ['t-1', "'+1 Ltd", 0, 12_000.5, 'yes', 3.333333],
    ['t-2', null, null, null, null, null],
  ])
  const summary = new Map(sheet('Summary')?.rows.map(([item, value]) => [item, value]))
  expect(summary.get('Total')).toBe('No data')
  expect(summary.get('Score date')).toEqual({ date: '2023-12-14' })
})

it('lets nobody’s text run as a formula', () => {
  expect(sheet('Summary')?.rows[0]).toEqual(['Client', `'${hostile}`])
  expect(sheet('Files')?.rows[0]?.[0]).toBe("'@usage.csv")
})

it('is a CSV with its sections one after the other, for Excel in UTF-8', () => {
  const csv = reportCsv(model)
  expect(csv.startsWith('\ufeffSection,Item,Value\r\nSummary,Client,')).toBe(true)
  expect(csv).toContain('\r\n\r\nSection,Tenant id,Customer,')
  expect(csv).toContain("Customers,t-1,'+1 Ltd,0,12000.5,yes,3.333333\r\n")
})

it('is a workbook of typed cells under frozen heads, without a formula, equal for equal data', async () => {
  const bytes = await reportWorkbook(model)
  const files = await unzipped(bytes)
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  expect(sheets).toHaveLength(4)
  for (const [, xml] of sheets) {
    expect(xml).toMatch(/<pane [^>]*state="frozen"/)
    expect(xml).not.toMatch(/<f[ >]/)
  }
  const customers = sheets.map(([, xml]) => xml).find((xml) => xml.includes('12000.5'))
  expect(customers).toMatch(/<c [^>]*t="n"[^>]*><v>12000.5<|<c (?![^>]*t="s")[^>]*><v>12000.5</)
  expect(Buffer.from(await reportWorkbook(model)).equals(bytes)).toBe(true)
})

it('is an HTML file that loads and runs nothing', () => {
  const parts = { title: 'A & <B>', language: 'en', css: 'p::after{content:"</style>"}', body: '' }
  const html = reportHtml(parts)
  expect(html).toContain('<title>A &amp; &lt;B&gt;</title>')
  expect(html).toContain("default-src 'none'")
  expect(html.match(/<\/style>/g)).toHaveLength(1)
})
