import { describe, expect, it } from 'vitest'
import { encode, faultOf, fileOf } from '../testing/files'
import { detectTextForm } from './encoding'
import { withFile } from './open-file'

function formOf(
  content: string | Uint8Array,
  bufferBytes = 64,
  between: () => void = () => undefined,
) {
  return withFile(fileOf(content), (file) => detectTextForm(file, bufferBytes, between))
}

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', 'utf-8', 0],
    ['utf-8-bom', 'utf-8', 3],
    ['utf-16le', 'utf-16le', 2],
    ['utf-16be', 'utf-16be', 2],
    ['windows-1252', 'windows-1252', 0],
  ] as const)('is told for %s', (written, encoding, markBytes) => {
    expect(formOf(encode('Größe,Café\n', written))).toEqual({ encoding, markBytes })
  })

  it('is UTF-8 for plain ASCII', () => {
    expect(formOf('Month,ACR\n')).toEqual({ encoding: 'utf-8', markBytes: 0 })
  })

  it('is decided by a single byte in the last row', () => {
    const rows = 'Month,ACR\n'.repeat(1000)
    expect(formOf(Buffer.from(`${rows}Caf\xe9`, 'latin1')).encoding).toBe('windows-1252')
    expect(formOf(Buffer.from(`${rows}Café`, 'utf8')).encoding).toBe('utf-8')
  })

  it('is UTF-8 wherever the pieces cut its characters', () => {
    for (let shift = 0; shift < 20; shift++) {
      const text = 'x'.repeat(shift) + 'é€😀'.repeat(20)
      expect(formOf(text, 16).encoding, `shifted by ${shift}`).toBe('utf-8')
    }
  })

  it('is Windows-1252 when the last character of UTF-8 is cut off', () => {
    const bytes = Buffer.from('Month €', 'utf8')
    expect(formOf(bytes.subarray(0, -1)).encoding).toBe('windows-1252')
  })

  it.each([
    ['a workbook', 'PK\x03\x04rest', 'file-is-workbook'],
    ['an empty archive', 'PK\x05\x06', 'file-is-workbook'],
    ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'file-is-workbook'],
    ['a PDF', '%PDF-1.7', 'file-not-text'],
    ['a PNG', '\x89PNG\r\n', 'file-not-text'],
    ['a JPEG', '\xff\xd8\xff\xe0', 'file-not-text'],
    ['a GIF', 'GIF89a', 'file-not-text'],
    ['a gzip archive', '\x1f\x8b\x08', 'file-not-text'],
    ['a database', 'SQLite format 3\0', 'file-not-text'],
  ])('is not looked for in %s', (_, start, code) => {
    const path = fileOf(Buffer.from(start, 'latin1'))
    const fault = faultOf(() => withFile(path, (file) => detectTextForm(file, 64, () => undefined)))
    expect(fault).toMatchObject({ code, details: { file: path } })
  })

  it('lets the check be stopped between pieces', () => {
    let asked = 0
    const stop = () => {
      if (++asked === 3) throw new RangeError('stop')
    }
    expect(() => formOf('x'.repeat(1000), 100, stop)).toThrow('stop')
  })
})
