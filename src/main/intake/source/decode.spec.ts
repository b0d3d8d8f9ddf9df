import { describe, expect, it } from 'vitest'
import { decoderFor } from './decode'

describe('the text of a cell', () => {
  it('is UTF-8 in every encoding but Windows-1252', () => {
    const bytes = Buffer.from('xGrößex')
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      expect(decoderFor(encoding)(bytes, 1, bytes.length - 1)).toBe('Größe')
    }
  })

  it('has the characters of Windows-1252 where Latin-1 has control characters', () => {
    const bytes = Buffer.from([0x80, 0x8a, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0x9f])
    expect(decoderFor('windows-1252')(bytes, 0, bytes.length)).toBe('€Š‘’“”–—™Ÿ')
  })

  it('gives every byte of Windows-1252 a character of its own', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    const text = decoderFor('windows-1252')(bytes, 0, 256)
    expect(text.slice(0, 0x80)).toBe(bytes.toString('latin1', 0, 0x80))
    expect(text.slice(0xa0)).toBe(bytes.toString('latin1', 0xa0))
    expect(new Set(text).size).toBe(256)
  })
})
