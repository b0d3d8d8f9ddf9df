import { describe, expect, it } from 'vitest'
import { withFile } from '../source/open-file'
import { encode, faultOf, fileOf, type Encoding } from '../testing/files'
import { cellText } from './record'
import { CsvTable } from './csv-table'

function withTable<T>(
  content: string | Uint8Array,
  work: (table: CsvTable) => T,
  bufferBytes = 64,
) {
  return withFile(fileOf(content), (file) => work(new CsvTable(file, bufferBytes, () => undefined)))
}

function rowsOf(table: CsvTable): string[][] {
  const rows: string[][] = []
  const records = table.records(() => undefined)
  while (records.next()) {
    rows.push(
      Array.from({ length: records.count }, (_, cell) => cellText(records, cell, table.decode)),
    )
  }
  return rows
}

const encodings: Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252']

describe('a table', () => {
  it.each(encodings)('has the same header and rows in %s', (encoding) => {
    const text = 'Größe;Name\n1;Café “€”\n2;x\n'.replaceAll(/[“”]/g, '’')
    withTable(encode(text, encoding), (table) => {
      expect(table.header).toEqual(['Größe', 'Name'])
      expect(rowsOf(table)).toEqual([
        ['1', 'Café ’€’'],
        ['2', 'x'],
      ])
      expect(table.encoding).toBe(encoding.replace('-bom', ''))
    })
  })

  it('can be read again from its first row', () => {
    withTable('a,b\n1,2\n', (table) => {
      expect(rowsOf(table)).toEqual(rowsOf(table))
      expect(rowsOf(table)).toEqual([['1', '2']])
    })
  })

  it('knows whether commas separate its cells', () => {
    expect(withTable('a,b\n', (table) => table.commaDelimited)).toBe(true)
    expect(withTable('a;b\n', (table) => table.commaDelimited)).toBe(false)
  })

  it('has its header in the first line that is not blank', () => {
    for (const blank of ['', '\r\n \r\n', ',\r\n', ' , \r\n,\r\n']) {
      withTable(`${blank}a,b\r\n,\r\n1,2`, (table) => {
        expect(table.header).toEqual(['a', 'b'])
        expect(rowsOf(table)).toEqual([
          ['', ''],
          ['1', '2'],
        ])
      })
    }
  })

  it.each([
    ['blank lines', '\n \r\n\t'],
    ['delimiters', ';;;\n;;;\n'],
    ['a byte order mark', encode('', 'utf-8-bom')],
    ['a byte order mark of UTF-16', encode('', 'utf-16le')],
  ])('is empty when the file holds nothing but %s', (_, content) => {
    expect(faultOf(() => withTable(content, () => undefined)).code).toBe('file-empty')
  })

  it('names columns in the faults of its rows, but not before it has a header', () => {
    const place = (content: string) => faultOf(() => withTable(content, rowsOf)).details
    expect(place('a, Name \n1,"x\n')).toMatchObject({ row: 2, column: 'Name' })
    expect(place('a,"Name\n')).toMatchObject({ row: 1, column: '2' })
  })

  it('tells the share of the file that was read before each read', () => {
    const path = fileOf('a,b\n'.repeat(100))
    const positions = withFile(path, (file) => {
      const table = new CsvTable(file, 100, () => undefined)
      const seen: number[] = []
      const records = table.records((bytesRead) => seen.push(bytesRead))
      while (records.next());
      return seen
    })
    expect(positions.at(0)).toBe(0)
    expect(positions.at(-1)).toBe(400)
    expect(positions).toEqual(positions.toSorted((one, other) => one - other))
  })
})
