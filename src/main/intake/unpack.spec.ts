import { appendFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createIntake } from './intake'
import { faultLater, faultOf, fileOf } from './testing/files'
import { rowsOf, workbookOf } from './testing/ooxml'
import { collect, readUnpacked } from './testing/reading'
import {
  azureTable,
  seats,
  seatsHeader,
  shortAzureHeader,
  table,
  tenantId,
} from './testing/reports'
import { zipOf } from './testing/zip'
import { sheetsOf } from './unpack'

const usage = azureTable({}, { ACR_USD: '7' })
const book = workbookOf({
  sheets: ['One', 'Two'].map((name) => ({
    name,
    rows: rowsOf([
      shortAzureHeader.split(','),
      ['2023-11', tenantId, 'Aldercross', 'Sentinel', 1, 'PAL'],
    ]),
  })),
})
const zip = (...entries: readonly (readonly [string, string | Uint8Array])[]) =>
  zipOf(entries.map(([name, content]) => ({ name, content })))
const codeOf = async (content: Uint8Array, sheet?: string) =>
  (await faultLater(() => readUnpacked(content, sheet === undefined ? {} : { sheet }))).code

describe('an archive of tables', () => {
  it('is read when it holds one, whatever else lies around', async () => {
    const archive = zip(
      ['report/usage.csv', usage],
      ['__MACOSX/report/._usage.csv', 'x'],
      ['report/.DS_Store', 'x'],
      ['read me.txt', 'x'],
    )
    const { account, azure } = await readUnpacked(archive)
    expect(account.sheet).toBe('report/usage.csv')
    expect(azure.map(({ line, microUsd }) => [line, microUsd])).toEqual([
      [2, 120_500_000],
      [3, 7_000_000],
    ])
  })

  it('is asked which table when it holds several, and answered by name', async () => {
    const archive = zip(['a/usage.csv', usage], ['seats.tsv', table(seatsHeader, [seats])])
    const fault = await faultLater(() => readUnpacked(archive))
    expect(fault).toMatchObject({
      code: 'archive-ambiguous',
      details: { tables: ['a/usage.csv', 'seats.tsv'] },
    })
    expect((await readUnpacked(archive, { sheet: 'usage.csv' })).account.dataset).toBe(
      'azure-usage',
    )
    expect((await readUnpacked(archive, { sheet: 'seats.tsv' })).account.dataset).toBe('m365-usage')
    expect(await codeOf(archive, 'other.csv')).toBe('sheet-not-found')
    expect(await sheetsOf(fileOf(archive))).toMatchObject([
      { name: 'a/usage.csv' },
      { name: 'seats.tsv' },
    ])
  })

  it('may hold a workbook, whose sheet stands alone or behind its name', async () => {
    expect(await codeOf(zip(['book.xlsx', book]))).toBe('sheet-ambiguous')
    expect((await readUnpacked(zip(['book.xlsx', book]), { sheet: 'Two' })).account.sheet).toBe(
      'Two',
    )
    const both = zip(['book.xlsx', book], ['usage.csv', usage])
    expect((await readUnpacked(both, { sheet: 'book.xlsx/One' })).account.sheet).toBe('One')
  })

  it('is told by content, so names do not matter', async () => {
    expect((await readUnpacked(zip(['usage', usage]), {}, 'usage.csv')).azure).toHaveLength(2)
    expect(
      (
        await readUnpacked(
          zip([
            'usage.csv',
            workbookOf({
              sheets: [
                {
                  name: 'A',
                  rows: rowsOf([
                    shortAzureHeader.split(','),
                    ['2023-11', tenantId, 'B', 'C', 1, 'PAL'],
                  ]),
                },
              ],
            }),
          ]),
        )
      ).azure,
    ).toHaveLength(1)
  })

  it('is refused when it holds no table, or only another archive', async () => {
    expect(await codeOf(zip(['a.pdf', 'x'], ['b.png', 'x']))).toBe('archive-without-table')
    expect(await codeOf(zip())).toBe('archive-without-table')
    const inner = zip(['usage.csv', usage])
    expect(await codeOf(zip(['inner.zip', inner]))).toBe('archive-nested')
    expect(await codeOf(zip(['usage.csv', inner]))).toBe('archive-nested')
  })

  it('is refused when its table is too large to be held', async () => {
    const claimed = { bytes: 101 * 1024 ** 2 }
    expect(await codeOf(zipOf([{ name: 'a.csv', content: usage, claimed }]))).toBe(
      'archive-table-too-large',
    )
  })

  it('has the faults of its table', async () => {
    expect(await codeOf(zip(['usage.csv', `${usage}2023-11,"x\n`]))).toBe('quote-unbalanced')
    expect(await codeOf(zip(['usage.csv', '']))).toBe('file-empty')
  })
})

describe('spreadsheets that are not read', () => {
  const compound = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from(`${stream}\0`, 'utf16le'),
    ])
  const relation = (target: string) =>
    `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`

  it.each([
    ['xls', compound('Workbook')],
    ['xls', compound('Book')],
    ['xlsb', zip(['_rels/.rels', relation('xl/workbook.bin')])],
    ['ods', zip(['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'])],
    ['numbers', zip(['Index/Document.iwa', 'x'])],
  ])('are recognised as %s and say how to save them', async (format, content) => {
    const fault = await faultLater(() => readUnpacked(content))
    expect(fault).toMatchObject({ code: 'file-is-workbook', details: { format } })
    expect(fault.message).toContain('save it as "Excel Workbook (.xlsx)"')
  })

  it.each([
    ['a workbook behind a password', compound('EncryptedPackage'), 'workbook-encrypted'],
    ['another old document', compound('WordDocument'), 'file-not-text'],
    ['a Word document', zip(['_rels/.rels', relation('word/document.xml')]), 'file-not-text'],
    ['a presentation', zip(['_rels/.rels', relation('ppt/a.xml')]), 'file-not-text'],
  ])('include %s', async (_, content, code) => {
    expect(await codeOf(content)).toBe(code)
  })

  it('are refused beyond 50 MB', async () => {
    const large = Buffer.alloc(50 * 1024 ** 2 + 1)
    large.write('PK\x03\x04', 'latin1')
    expect(await codeOf(large)).toBe('archive-too-large')
  })
})

describe('files between unpacking and reading', () => {
  const idle = { progress: () => undefined, cancelled: () => false }

  it('must not change', async () => {
    const path = fileOf(zip(['usage.csv', usage]), 'usage.zip')
    const intake = await createIntake().prepare([{ path, options: {} }], idle)
    appendFileSync(path, 'x')
    const { sink } = collect()
    expect(faultOf(() => intake.read(path, {}, sink, idle)).code).toBe('file-changed')
  })

  it('are read as text unless they were unpacked', () => {
    const path = fileOf(zip(['usage.csv', usage]), 'usage.zip')
    const { sink } = collect()
    const fault = faultOf(() => createIntake().read(path, {}, sink, idle))
    expect(fault.code).toBe('file-is-workbook')
  })

  it('stay what they are when they are text', async () => {
    const path = fileOf(usage, 'usage.xlsx')
    const { reading, sink } = collect()
    const files = [
      { path, options: {} },
      { path: `${path}.missing`, options: {} },
    ]
    const intake = await createIntake().prepare(files, idle)
    intake.read(path, {}, sink, idle)
    expect(reading.azure).toHaveLength(2)
    expect(await sheetsOf(path)).toEqual([])
    expect(faultOf(() => intake.read(`${path}.missing`, {}, sink, idle)).code).toBe(
      'file-unreadable',
    )
  })

  it('can be cancelled while they are unpacked', async () => {
    const path = fileOf(book, 'usage.xlsx')
    const stopped = { ...idle, cancelled: () => true }
    const fault = await faultLater(() => createIntake().prepare([{ path, options: {} }], stopped))
    expect(fault.code).toBe('cancelled')
  })

  it('report progress within their size', async () => {
    const path = fileOf(zip(['usage.csv', usage]), 'usage.zip')
    const seen: number[] = []
    const control = { ...idle, progress: (done: number, total: number) => seen.push(done / total) }
    const intake = await createIntake({ bufferBytes: 64 }).prepare([{ path, options: {} }], control)
    intake.read(path, {}, collect().sink, control)
    expect(seen.length).toBeGreaterThan(5)
    expect(Math.max(...seen)).toBe(1)
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
  })
})
