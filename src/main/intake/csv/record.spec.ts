import { describe, expect, it } from 'vitest'
import { MemorySource } from '../source/byte-source'
import { decoderFor } from '../source/decode'
import { cellText, wasQuoted } from './record'
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

  it('is text in the encoding of its file', () => {
    const record = firstRecord('\x80,"\xfcber ""\x93x\x94"""\n')
    const decode = decoderFor('windows-1252')
    expect([0, 1].map((cell) => cellText(record, cell, decode))).toEqual(['€', 'über "“x”"'])
  })
})
