import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, parseFrom, PiecewiseSource } from '../testing/records'

/** Characters that mean something to a parser, and some of every width. */
const character = fc.constantFrom(
  'a',
  '7',
  ' ',
  ',',
  ';',
  '\t',
  '"',
  '\n',
  '\r',
  '\r\n',
  'é',
  '€',
  '😀',
)
const cell = fc.string({ unit: character, maxLength: 12 })

const tables = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 12,
  }),
)

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoted: fc.boolean(),
  lastLineEnds: fc.boolean(),
})

function write(
  table: readonly (readonly string[])[],
  dialect: { delimiter: string; lineEnd: string; quoted: boolean; lastLineEnds: boolean },
): string {
  return stringify(
    table.map((row) => [...row]),
    {
      delimiter: dialect.delimiter,
      record_delimiter: dialect.lineEnd,
      quoted: dialect.quoted,
      // A line of one empty or blank cell would be a blank line without its quotes.
      quoted_match: /^\s*$|[\r\n]/,
      quoted_empty: true,
      eof: dialect.lastLineEnds,
    },
  )
}

describe('any table, written in any dialect', () => {
  it('is read back with the same cells', () => {
    fc.assert(
      fc.property(tables, dialects, (table, dialect) => {
        const { delimiter } = dialect
        expect(parse(write(table, dialect), { delimiter }).rows).toEqual(table)
      }),
    )
  })

  it('is read back the same in any pieces and with a buffer of any size', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
    const buffers = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(tables, dialects, sizes, buffers, (table, dialect, pieces, bufferBytes) => {
        const { delimiter } = dialect
        const text = write(table, dialect)
        const source = new PiecewiseSource(Buffer.from(text, 'utf8'), pieces)
        expect(parseFrom(source, { delimiter, bufferBytes })).toEqual(parse(text, { delimiter }))
      }),
    )
  })
})

describe('any text at all', () => {
  it('gives the same records or the same fault in any pieces', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '\0'),
      maxLength: 40,
    })
    const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(texts, sizes, (text, pieces) => {
        const bytes = Buffer.from(text, 'utf8')
        const whole = outcome(() => parse(text))
        const split = outcome(() =>
          parseFrom(new PiecewiseSource(bytes, pieces), { bufferBytes: 1 }),
        )
        expect(split).toEqual(whole)
      }),
      { numRuns: 1000 },
    )
  })

  function outcome(work: () => unknown): unknown {
    try {
      return work()
    } catch (error) {
      return String(error)
    }
  }
})
