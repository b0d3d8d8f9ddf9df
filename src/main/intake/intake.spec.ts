import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WorkControl } from '../services/intake-ports'
import { createIntake } from './intake'
import { encode, faultOf, fileOf, temporaryFolder, type Encoding } from './testing/files'
import { collect, read } from './testing/reading'
import {
  azureTable,
  shortAzure,
  shortAzureHeader,
  table,
  training,
  trainingsHeader,
} from './testing/reports'

const idle: WorkControl = { progress: () => undefined, cancelled: () => false }
const good = azureTable({})

function readFile(path: string, control = idle, bufferBytes?: number) {
  const { reading, sink } = collect()
  const account = createIntake({ bufferBytes }).read(path, {}, sink, control)
  return { ...reading, account }
}

describe('a file that is unusable as a whole', () => {
  it.each([
    ['without a byte', '', 'file-empty', {}],
    ['with blank lines only', '\r\n \r\n', 'file-empty', {}],
    ['with a header only', `${shortAzureHeader}\r\n`, 'file-header-only', {}],
    ['with a header only, its line not ended', shortAzureHeader, 'file-header-only', {}],
    ['that is a letter', 'Dear colleague,\nplease see below.\n', 'file-unrecognised', {}],
    ['that is an Excel workbook', 'PK\x03\x04\x14\0\x06\0', 'file-is-workbook', {}],
    ['of binary data', '\x01,\x02\0\x03', 'file-not-text', { row: 1, column: '2' }],
    [
      'with a NUL byte in a row',
      good.replace('Aldercross', 'Alder\0cross'),
      'file-not-text',
      { row: 2, column: 'CustomerName' },
    ],
    [
      'with a quote that is never closed',
      `${good}2023-11,"x\n`,
      'quote-unbalanced',
      { row: 3, column: 'CustomerTenantId' },
    ],
    [
      'with a cell that is too long',
      azureTable({}, { CustomerName: 'x'.repeat(32_768) }),
      'cell-too-long',
      { row: 3, column: 'CustomerName', limit: 32_767 },
    ],
    [
      'with too many columns',
      `${shortAzureHeader}${',x'.repeat(395)}\n`,
      'columns-too-many',
      { row: 1, limit: 400 },
    ],
    [
      'without a column that is needed',
      table(shortAzureHeader.replace('Month,', ''), [shortAzure]),
      'columns-missing',
      { dataset: 'azure-usage', columns: ['Month'] },
    ],
    [
      'with a column twice',
      table(`${shortAzureHeader},Month`, [shortAzure]),
      'column-duplicate',
      { row: 1, column: 'Month', positions: [1, 7] },
    ],
    [
      'whose months can be read both ways',
      azureTable({ Month: '2023-01' }, { Month: '3/4/2023' }),
      'date-order-ambiguous',
      { row: 3, column: 'Month', value: '3/4/2023' },
    ],
    [
      'whose amounts can be read both ways',
      azureTable({ ACR_USD: '5' }, { ACR_USD: '"1,234"' }),
      'decimal-separator-ambiguous',
      { row: 3, column: 'ACR_USD', value: '1,234' },
    ],
  ])('is refused %s, before a row is handed over', (_, content, code, place) => {
    const path = fileOf(Buffer.from(content, 'latin1'))
    const { reading, sink } = collect()
    const fault = faultOf(() => createIntake().read(path, {}, sink, idle))
    expect(fault.code).toBe(code)
    expect(fault.details).toMatchObject({ file: path, ...place })
    expect(reading).toMatchObject({ dataset: undefined, azure: [], rejected: [] })
  })

  it.each([
    ['a path that leads nowhere', () => join(temporaryFolder(), 'nowhere.csv')],
    ['a folder', () => temporaryFolder()],
  ])('is refused for %s, by the fingerprint already', (_, make) => {
    const path = make()
    for (const work of [() => createIntake().fingerprint(path), () => readFile(path)]) {
      expect(faultOf(work)).toMatchObject({ code: 'file-unreadable', details: { file: path } })
    }
  })
})

describe('a row that does not fit its header', () => {
  it.each([
    ['fields-missing', '2023-11,x', '2 cells where the header has 6'],
    ['fields-missing', '2023-11', '1 cell where the header has 6'],
    ['fields-surplus', `${good.split('\n')[1] ?? ''},`, '7 cells where the header has 6'],
  ])('is refused as %s, and nothing else is said of it', (code, line, words) => {
    const { rejected, azure, account } = read(`${good}${line}\n${good.split('\n')[1] ?? ''}\n`)
    expect(azure.map((row) => row.line)).toEqual([2, 4])
    expect(rejected.map(({ errors }) => errors)).toEqual([
      [{ row: 3, column: null, value: null, code, message: expect.stringContaining(words) }],
    ])
    expect(rejected[0]?.cells).toEqual(line.split(','))
    expect(account.rowsRead).toBe(3)
  })

  it('has no say in how the columns are written', () => {
    const { azure } = read(`${azureTable({ Month: '3/1/2023' }, { Month: '4/1/2023' })}30/4/2023\n`)
    expect(azure.map(({ month }) => month)).toEqual(['2023-03', '2023-04'])
  })
})

describe('columns that the file decides as a whole', () => {
  it('are read as the last row says', () => {
    const { azure } = read(azureTable({ Month: '3/4/2023' }, { Month: '13/4/2023' }))
    expect(azure.map(({ month }) => month)).toEqual(['2023-04', '2023-04'])
  })

  it('are read as the user says where they do not say it themselves', () => {
    const text = azureTable({ Month: '3/4/2023' })
    expect(read(text, { dateOrder: 'dmy' }).azure[0]?.month).toBe('2023-04')
    expect(read(text, { dateOrder: 'mdy' }).azure[0]?.month).toBe('2023-03')
  })

  it('may have amounts with decimal commas between semicolons', () => {
    const text = [
      shortAzureHeader.replaceAll(',', ';'),
      ...['1.234', '1.234,56', '(0,5)'].map((acr) =>
        Object.values({ ...shortAzure, ACR_USD: acr }).join(';'),
      ),
    ].join('\r\n')
    expect(read(text).azure.map(({ microUsd }) => microUsd)).toEqual([
      1_234_000_000, 1_234_560_000, -500_000,
    ])
  })
})

describe('a file in another encoding', () => {
  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'gives the same rows in %s',
    (encoding) => {
      const text = azureTable({ CustomerName: 'Bücher’s €uro' }, { Month: '2023-13' })
      const { azure, rejected, account } = read(encode(text, encoding))
      expect(azure.map(({ customer }) => customer)).toEqual(['Bücher’s €uro'])
      expect(rejected[0]?.errors).toMatchObject([{ row: 3, column: 'Month', value: '2023-13' }])
      expect(account.notes.map(({ code }) => code)).toEqual(
        encoding === 'windows-1252' ? ['read-as-windows-1252'] : [],
      )
    },
  )
})

describe('reading', () => {
  const rows = Array.from({ length: 200 }, (_, row) => ({ ACR_USD: `${row}.5` }))

  it('gives the same with a buffer of any size', () => {
    const whole = read(azureTable(...rows))
    for (const bufferBytes of [1, 2, 3, 17, 64, 1000]) {
      expect(read(azureTable(...rows), { bufferBytes })).toEqual(whole)
    }
  })

  it('reports progress that never goes back and ends with the whole file', () => {
    const path = fileOf(azureTable(...rows))
    const { length } = readFileSync(path)
    const seen: [number, number][] = []
    readFile(path, { ...idle, progress: (done, total) => seen.push([done, total]) }, 512)
    const done = seen.map(([each]) => each)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
    expect(new Set(done).size).toBeGreaterThan(10)
    expect(seen.at(-1)).toEqual([length, length])
    expect(new Set(seen.map(([, total]) => total))).toEqual(new Set([length]))
  })

  it.each([1, 5, 40, 70])('stops at the %dth time it asks when it is cancelled', (times) => {
    const path = fileOf(azureTable(...rows))
    let asked = 0
    const control = { ...idle, cancelled: () => ++asked >= times }
    expect(faultOf(() => readFile(path, control, 512)).code).toBe('cancelled')
    expect(asked).toBe(times)
  })

  it('hands over all cells of a certification whose line breaks stand in quotes', () => {
    const title = '"Azure ""Security""\r\nEngineer, Associate"'
    const text = table(trainingsHeader, [{ ...training, TrainingTitle: title }, training])
    expect(read(text).certifications.map((row) => [row.line, row.title])).toEqual([
      [2, 'Azure "Security"\r\nEngineer, Associate'],
      [4, training.TrainingTitle],
    ])
  })
})

describe('a file that changes', () => {
  it('is hashed by its bytes', () => {
    const path = fileOf(good)
    expect(createIntake().fingerprint(path)).toEqual({
      sha256: createHash('sha256').update(good).digest('hex'),
      bytes: Buffer.byteLength(good),
    })
  })

  it('is refused when somebody writes to it while it is read', () => {
    const path = fileOf(good)
    let written = false
    const cancelled = () => {
      if (!written) appendFileSync(path, 'x')
      written = true
      return false
    }
    expect(faultOf(() => readFile(path, { ...idle, cancelled }))).toMatchObject({
      code: 'file-changed',
      details: { file: path },
    })
  })

  it('is refused when it is no longer what its hash was taken of', () => {
    const path = fileOf(good)
    const intake = createIntake()
    intake.fingerprint(path)
    writeFileSync(path, good.replace('120.50', '120.60'))
    utimesSync(path, 1, 1)
    const { reading, sink } = collect()
    expect(faultOf(() => intake.read(path, {}, sink, idle)).code).toBe('file-changed')
    expect(reading.azure).toEqual([])
    intake.fingerprint(path)
    expect(intake.read(path, {}, sink, idle).rowsAccepted).toBe(1)
  })
})
