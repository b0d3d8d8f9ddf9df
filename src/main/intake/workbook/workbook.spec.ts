import { describe, expect, it } from 'vitest'
import { faultLater, fileOf } from '../testing/files'
import { rowsOf, sheetXml, workbookOf, type WorkbookMade } from '../testing/ooxml'
import { readUnpacked } from '../testing/reading'
import { seatsHeader, shortAzureHeader, tenantId } from '../testing/reports'
import { sheetsOf } from '../unpack'

const header = shortAzureHeader.split(',')
const line = ['2023-11', tenantId, 'Aldercross', 'Sentinel', 120.5, 'PAL'] as const
const report = rowsOf([header, line])

/** A workbook whose second row is the given cells of XML. */
function row(cells: string, made: Partial<WorkbookMade> = {}): Buffer {
  const rows = `${rowsOf([header])}<row r="2">${cells}</row>`
  return workbookOf({ sheets: [{ name: 'Usage', rows }], ...made })
}

const text = (place: string, value: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const tenant = text('B2', tenantId)
const service = text('D2', 'Sentinel')
const month = text('A2', '2023-11')
const right = `${month}${tenant}${service}<c r="E2"><v>1</v></c>`

describe('the cells of a workbook', () => {
  it('are texts of the cell itself, shared texts and rich texts without their phonetics', async () => {
    const strings = [
      '<si><t>unused</t></si>',
      '<si><r><t>Alder</t></r><r><rPr><b/></rPr><t xml:space="preserve">cross </t></r><r><t>&amp; Co</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>',
    ]
    const cells = `${month}${tenant}<c r="C2" t="s"><v>1</v></c>${service}<c r="E2"><v>1</v></c>`
    const { azure } = await readUnpacked(row(cells, { strings }))
    expect(azure).toMatchObject([{ line: 2, customer: 'Aldercross & Co', service: 'Sentinel' }])
  })

  it('have entities, CDATA and what Excel escapes written out', async () => {
    const name = text('C2', 'A&#66;&lt;<![CDATA[&amp;]]>_x0041__x005F__x0001_')
    const { azure } = await readUnpacked(
      row(`${month}${tenant}${name}${service}<c r="E2"><v>1</v></c>`),
    )
    expect(azure[0]?.customer).toBe('AB<&amp;A__x0001_')
  })

  it.each([
    ['120.5', 120_500_000],
    ['120.09999999999999', 120_100_000],
    ['1.205E2', 120_500_000],
    ['-0.0000005', -1],
    ['1e-7', 0],
    ['999999999.999999', 999_999_999_999_999],
  ])('that hold the number %s give %d millionths', async (stored, microUsd) => {
    const cells = `${month}${tenant}${service}<c r="E2"><v>${stored}</v></c>`
    const { azure } = await readUnpacked(row(cells))
    expect(azure[0]?.microUsd).toBe(microUsd)
  })

  it('that are numbers keep their point beside texts with a decimal comma', async () => {
    const rows = rowsOf([
      header,
      [...line.slice(0, 4), 1.234, 'PAL'],
      [...line.slice(0, 4), '1.234,50', 'PAL'],
    ])
    const { azure } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(azure.map(({ microUsd }) => microUsd)).toEqual([1_234_000, 1_234_500_000])
  })

  it.each([
    ['a built-in date format', 14, '45231', false, '2023-11'],
    ['a format of its own', 'mmm\\ yyyy', '45231.75', false, '2023-11'],
    ['a built-in date format of 1904', 17, '43769', true, '2023-11'],
    ['no date format, as a serial date', 0, '45231', false, '2023-11'],
    ['no date format, as a serial date of 1904', 0, '43769', true, '2023-11'],
    ['no date format, as a month key', 0, '202311', true, '2023-11'],
  ] as const)('that are months under %s', async (_, format, stored, date1904, expected) => {
    const cells = `<c r="A2" s="1"><v>${stored}</v></c>${tenant}${service}<c r="E2"><v>1</v></c>`
    const { azure } = await readUnpacked(row(cells, { formats: [0, format], date1904 }))
    expect(azure[0]?.month).toBe(expected)
  })

  it('of the type date are read as well, and what is true or false', async () => {
    const rows = `${rowsOf([[...header, 'IsDuplicateRowForPGA']])}<row r="2"><c r="A2" t="d"><v>2023-11-01T00:00:00.000</v></c>${tenant}${service}<c r="E2"><v>1</v></c><c r="G2" t="b"><v>1</v></c></row>`
    const { azure } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(azure).toMatchObject([{ month: '2023-11', duplicate: 1 }])
  })

  it('of a formula have the value that was saved with it', async () => {
    const cells = `${month}${tenant}<c r="D2" t="str"><f>"Sen"&amp;"tinel"</f><v>Sentinel</v></c><c r="E2"><f>100+20.5</f><v>120.5</v></c><c r="F2" t="str"><f>""</f><v></v></c>`
    const { azure } = await readUnpacked(row(cells))
    expect(azure).toMatchObject([{ service: 'Sentinel', microUsd: 120_500_000, association: null }])
  })

  it('of a formula without a value, and errors, reject their row', async () => {
    const cells = `${month}${tenant}<c r="D2" t="e"><v>#N/A</v></c><c r="E2"><f>SUM(E3:E9)</f></c>`
    const { azure, rejected, account } = await readUnpacked(row(cells))
    expect(azure).toEqual([])
    expect(account).toMatchObject({ sheet: 'Usage', rowsRejected: 1 })
    expect(rejected[0]).toMatchObject({
      line: 2,
      cells: ['2023-11', tenantId, '', '#N/A', '=SUM(E3:E9)', ''],
      errors: [
        { row: 2, column: 'ServiceLevel2', value: '#N/A', code: 'cell-error' },
        { row: 2, column: 'ACR_USD', value: '=SUM(E3:E9)', code: 'formula-without-value' },
      ],
    })
  })

  it('that have no value do no harm in columns that are not read', async () => {
    const rows = `${rowsOf([[...header, 'Note']])}<row r="2">${right}<c r="G2" t="e"><v>#REF!</v></c></row>`
    const { azure } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(azure).toHaveLength(1)
  })

  it('may leave out where they stand, and rows and cells may be missing between them', async () => {
    const made = line.map((cell) =>
      typeof cell === 'number'
        ? `<c><v>${cell}</v></c>`
        : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    const rows = `${rowsOf([header])}<row>${made.join('')}</row><row r="7"/><row r="9">${right.replaceAll('2"', '9"')}</row>`
    const { azure } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(azure.map(({ line: at, customer }) => [at, customer])).toEqual([
      [2, 'Aldercross'],
      [9, 'Aldercross'],
    ])
  })

  it('to the right of the last named column reject their row', async () => {
    const rows = rowsOf([header, [...line, null, 'total']])
    const { rejected } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(rejected[0]?.errors).toMatchObject([{ row: 2, code: 'fields-surplus' }])
    expect(rejected[0]?.errors[0]?.message).toContain('to the right of the last column')
  })

  it('are the same with prefixed names, in UTF-16, and behind a byte order mark', async () => {
    const xml = sheetXml(report)
    const prefixed = xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
    const utf16 = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    for (const made of [prefixed, utf16, Buffer.from(utf16).swap16(), `\ufeff${xml}`]) {
      const book = workbookOf({ sheets: [{ name: 'Usage', rows: '', xml: made }] })
      expect((await readUnpacked(book)).azure).toMatchObject([{ microUsd: 120_500_000 }])
    }
  })
})

describe('the sheet that is read', () => {
  const other = rowsOf([seatsHeader.split(','), [tenantId, 'Aldercross', 'Intune', 1, 2]])
  const notes = rowsOf([['Read me'], ['Numbers of November']])

  it('is the only one with a report, wherever it stands', async () => {
    const sheets = [
      { name: 'Notes', rows: notes },
      { name: 'Usage', rows: report },
      { name: 'Empty', rows: '' },
    ]
    const { account } = await readUnpacked(workbookOf({ sheets }))
    expect(account).toMatchObject({ sheet: 'Usage', rowsAccepted: 1, notes: [] })
  })

  it('may be hidden, which is said', async () => {
    const sheets = [{ name: 'Usage', rows: report, state: 'veryHidden' as const }]
    const { account } = await readUnpacked(workbookOf({ sheets }))
    expect(account.notes).toMatchObject([{ code: 'sheet-hidden', count: 1 }])
  })

  it('is asked for when several hold a report, and answered by its name in any case', async () => {
    const book = workbookOf({
      sheets: [
        { name: 'Notes', rows: notes },
        { name: 'Azure & more', rows: report, xml: sheetXml(report, '<dimension ref="A1:F2"/>') },
        { name: 'Seats', rows: other, state: 'hidden' },
      ],
    })
    const fault = await faultLater(() => readUnpacked(book))
    const sheets = [
      { name: 'Notes', hidden: false, recognised: null },
      { name: 'Azure & more', hidden: false, rows: 2, recognised: 'azure-usage' },
      { name: 'Seats', hidden: true, recognised: 'm365-usage' },
    ]
    expect(fault).toMatchObject({ code: 'sheet-ambiguous', details: { sheets } })
    expect(fault.message).toContain('Azure & more, Seats')
    expect(await sheetsOf(fileOf(book, 'usage.xlsx'))).toEqual(sheets)
    const { account } = await readUnpacked(book, { sheet: 'azure & MORE' })
    expect(account.sheet).toBe('Azure & more')
  })

  it('is not found under another name', async () => {
    const book = workbookOf({ sheets: [{ name: 'Usage', rows: report }] })
    expect(await faultLater(() => readUnpacked(book, { sheet: 'Seats' }))).toMatchObject({
      code: 'sheet-not-found',
      details: { value: 'Seats', sheets: ['Usage'] },
    })
  })

  it('is the one that looks most like a report when none is complete, so that the fault is told', async () => {
    const sheets = [
      { name: 'Notes', rows: notes },
      { name: 'Usage', rows: rowsOf([header.slice(1), line.slice(1)]) },
    ]
    expect(await faultLater(() => readUnpacked(workbookOf({ sheets })))).toMatchObject({
      code: 'columns-missing',
      details: { columns: ['Month'] },
    })
    const foreign = workbookOf({ sheets: [{ name: 'Notes', rows: notes }] })
    expect((await faultLater(() => readUnpacked(foreign))).code).toBe('file-unrecognised')
  })

  it('has to have a row', async () => {
    const blank = workbookOf({ sheets: [{ name: 'Usage', rows: rowsOf([[''], [null, ' ']]) }] })
    expect((await faultLater(() => readUnpacked(blank))).code).toBe('file-empty')
    const titles = workbookOf({ sheets: [{ name: 'Usage', rows: rowsOf([header]) }] })
    expect((await faultLater(() => readUnpacked(titles))).code).toBe('file-header-only')
  })

  it('is not mistaken for another because a sheet beside it is damaged', async () => {
    const sheets = [
      { name: 'Broken', rows: '<row r="2"/><row r="1"/>' },
      { name: 'Usage', rows: report },
    ]
    expect((await readUnpacked(workbookOf({ sheets }))).account.sheet).toBe('Usage')
    const alone = workbookOf({ sheets: sheets.slice(0, 1) })
    expect((await faultLater(() => readUnpacked(alone))).code).toBe('workbook-damaged')
  })
})

describe('the header of a sheet', () => {
  it('is the first row that is recognised, below titles and notes', async () => {
    const rows = rowsOf([['Usage of Quillrye'], [null], ['Month', 'of November'], header, line])
    const { azure, header: read } = await readUnpacked(
      workbookOf({ sheets: [{ name: 'Usage', rows }] }),
    )
    expect(read).toEqual(header)
    expect(azure[0]?.line).toBe(5)
  })

  it('is looked for in the first fifty rows', async () => {
    const titles = (count: number) => Array.from({ length: count }, () => ['Usage of Quillrye'])
    const below = (count: number) =>
      readUnpacked(
        workbookOf({ sheets: [{ name: 'Usage', rows: rowsOf([...titles(count), header, line]) }] }),
      )
    expect((await below(49)).azure).toHaveLength(1)
    expect((await faultLater(() => below(50))).code).toBe('file-unrecognised')
  })
})
