import { describe, expect, it } from 'vitest'
import { MemorySource } from '../source/byte-source'
import { decoderFor } from '../source/decode'
import { cellMarks, cellText, isTypedNumber, missingValue, wasQuoted } from './record'
import { RecordReader } from './record-reader'

function firstRecord(text: string): RecordReader {
  const source = new MemorySource(Buffer.from(text, 'latin1'))
  const reader = new RecordReader(source, { file: 'a.csv', delimiter: 0x2c, bufferBytes: 64 })
  reader.next()
  return reader
}

describe('a cell of a record', () => {
  it('knows whether it stood in quotes', () => {
    const record = firstRecord('"a",b,"","c""d",e"\n')
    expect([0, 1, 2, 3, 4].map((cell) => wasQuoted(record, cell))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ])
  })

  it('of a workbook says what it is by the byte before it, which no text file has there', () => {
    const { text, number, error, formula } = cellMarks
    const bytes = Buffer.of(text, 0x61, number, 0x31, error, 0x23, formula, 0x3d)
    const places = { starts: Int32Array.of(1, 3, 5, 7), ends: Int32Array.of(2, 4, 6, 8) }
    const record = { bytes, ...places, count: 4, line: 1 }
    const cells = [0, 1, 2, 3]
    expect(cells.map((cell) => isTypedNumber(record, cell))).toEqual([false, true, false, false])
    const missing = [undefined, undefined, 'error', 'formula']
    expect(cells.map((cell) => missingValue(record, cell))).toEqual(missing)
    expect(cells.some((cell) => wasQuoted(record, cell))).toBe(false)
    const csv = firstRecord('1,2\n')
    expect([0, 1].map((cell) => [isTypedNumber(csv, cell), missingValue(csv, cell)])).toEqual([
      [false, undefined],
      [false, undefined],
    ])
  })

  it('is text in the encoding of its file', () => {
    const record = firstRecord('\x80,"\xfcber ""\x93x\x94"""\n')
    const decode = decoderFor('windows-1252')
    expect([0, 1].map((cell) => cellText(record, cell, decode))).toEqual(['€', 'über "“x”"'])
  })
})
