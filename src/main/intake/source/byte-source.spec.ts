import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, faultOf, fileOf } from '../testing/files'
import { MemorySource, sourceOf, type ByteSource } from './byte-source'
import type { TextForm } from './encoding'
import { withFile } from './open-file'

function drain(source: ByteSource, length: number): string {
  const pieces: Buffer[] = []
  const target = Buffer.alloc(length + 4)
  for (;;) {
    const read = source.read(target, 2, length)
    if (read === 0) return Buffer.concat(pieces).toString('utf8')
    pieces.push(Buffer.from(target.subarray(2, 2 + read)))
  }
}

function textOf(content: Uint8Array, form: TextForm, bufferBytes: number, length: number): string {
  return withFile(fileOf(content), (file) => drain(sourceOf(file, form, bufferBytes), length))
}

describe('the bytes of a file', () => {
  it('begin behind the byte order mark', () => {
    expect(textOf(encode('Größe', 'utf-8-bom'), { encoding: 'utf-8', markBytes: 3 }, 8, 2)).toBe(
      'Größe',
    )
  })

  it('are UTF-8 for a file in UTF-16, whatever the sizes of buffer and piece', () => {
    const units = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\n'), minLength: 1 })
    const sizes = fc.integer({ min: 1, max: 9 })
    const encodings = fc.constantFrom('utf-16le' as const, 'utf-16be' as const)
    fc.assert(
      fc.property(units, encodings, sizes, sizes, (text, encoding, bufferBytes, length) => {
        const form = { encoding, markBytes: 2 }
        expect(textOf(encode(text, encoding), form, bufferBytes, length)).toBe(text)
      }),
    )
  })

  it.each([
    ['half a character', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62])],
    ['half a surrogate pair at the end', Buffer.from([0xff, 0xfe, 0x3d, 0xd8])],
    ['half a surrogate pair', Buffer.from([0xff, 0xfe, 0x3d, 0xd8, 0x61, 0x00])],
  ])('are refused when UTF-16 holds %s', (_, content) => {
    const form = { encoding: 'utf-16le', markBytes: 2 } as const
    expect(faultOf(() => textOf(content, form, 64, 64)).code).toBe('file-not-text')
  })

  it('are counted as they stand in the file', () => {
    const content = encode('€€', 'utf-16le')
    const position = withFile(fileOf(content), (file) => {
      const source = sourceOf(file, { encoding: 'utf-16le', markBytes: 2 }, 2)
      source.read(Buffer.alloc(8), 0, 8)
      return source.position
    })
    expect(position).toBe(4)
  })
})

describe('a text in memory', () => {
  it('is delivered from its first byte to its last', () => {
    expect(drain(new MemorySource(Buffer.from('Größe')), 2)).toBe('Größe')
    expect(drain(new MemorySource(Buffer.alloc(0)), 2)).toBe('')
  })
})
