import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { XmlAttributes } from './xml-attributes'
import { XmlScanner } from './xml-scanner'

/** The tokens of a document that arrives in pieces of these sizes, over and over. */
function tokens(xml: string | Buffer, sizes: readonly number[] = [1 << 20]): string[] {
  const seen: string[] = []
  const attributes = new XmlAttributes()
  const scanner = new XmlScanner({
    open(bytes, name, nameEnd, tagEnd) {
      const listed: string[] = []
      attributes.begin(bytes, nameEnd, tagEnd)
      while (attributes.next()) {
        listed.push(
          `${bytes.toString('utf8', attributes.name, attributes.nameEnd)}=${attributes.text()}`,
        )
      }
      seen.push(`<${[bytes.toString('utf8', name, nameEnd), ...listed].join(' ')}>`)
    },
    close: (bytes, name, nameEnd) => seen.push(`</${bytes.toString('utf8', name, nameEnd)}>`),
    text: (bytes, from, to, literal) =>
      seen.push(`${literal ? 'literal ' : ''}${bytes.toString('utf8', from, to)}`),
    settle: () => undefined,
  })
  const bytes = Buffer.from(xml as string)
  let at = 0
  for (let piece = 0; at < bytes.length; piece++) {
    const size = sizes[piece % sizes.length] ?? 1
    scanner.write(bytes.subarray(at, at + size))
    at += size
  }
  scanner.end()
  return seen
}

const document = `<?xml version="1.0"?>
<!-- a <b> --><x:a r = "1" q:s='>"' ><b/>t&amp;t<![CDATA[<]>]]><c z="é"></c ><!----></x:a>
`

describe('a scanner of XML', () => {
  it('hands tags over without prefix, and texts as they stand', () => {
    expect(tokens(document)).toEqual([
      '<a r=1 q:s=>">',
      '<b>',
      '</b>',
      't&amp;t',
      'literal <]>',
      '<c z=Ã©>',
      '</c>',
      '</a>',
    ])
  })

  it('sees the same whatever pieces a document arrives in', () => {
    const whole = tokens(document)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        expect(tokens(document, sizes)).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['tags that do not match', '<a><b></a></b>'],
    ['a tag that nobody opened', '<a></a></a>'],
    ['a tag that is not closed', '<a><b</a>'],
    ['a tag without a name', '<a>< b/></a>'],
    ['two roots', '<a/><a/>'],
    ['text around the root', '<a/>b'],
    ['text before the root', 'b<a/>'],
    ['CDATA outside of the root', '<![CDATA[a]]><a/>'],
    ['nothing', ' '],
    ['an end in the middle', '<a>'],
    ['an end within a tag', '<a></a'],
    ['a declaration', '<!ATTLIST a><a/>'],
    ['too many levels', '<a>'.repeat(65)],
  ])('refuses %s', (_, xml) => {
    expect(() => tokens(xml)).toThrow(expect.objectContaining({ kind: 'malformed' }) as Error)
    expect(() => tokens(xml, [1])).toThrow(expect.objectContaining({ kind: 'malformed' }) as Error)
  })

  it('refuses a document type in any case of cutting', () => {
    for (const size of [1, 3, 100]) {
      expect(() => tokens('<!DOCTYPE a><a/>', [size])).toThrow(
        expect.objectContaining({ kind: 'doctype' }) as Error,
      )
    }
  })

  it('keeps no more than a token, and cuts a text that is too long for any cell', () => {
    const long = 'x'.repeat(600_000)
    const texts = tokens(`<a>${long}</a>`, [100_000]).slice(1, -1)
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.join('')).toBe(long)
    expect(() => tokens(`<a ${long}/>`, [100_000])).toThrow('a tag never ends')
  })
})
