import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialect, meant, usageRow, writeCsv } from './testing/any-csv'
import { read } from './testing/reading'

/** Any usage table in any dialect of FILES.md, written by another program, is read back as it was. */

describe('any Azure usage, written in any dialect', () => {
  it('is read back with the same values', () => {
    fc.assert(
      fc.property(
        fc.array(usageRow, { minLength: 1, maxLength: 8 }),
        dialect,
        fc.integer({ min: 1, max: 300 }),
        (rows, style, bufferBytes) => {
          const { azure, rejected } = read(writeCsv(rows, style), { bufferBytes })
          expect(rejected).toEqual([])
          expect(azure).toMatchObject(meant(rows))
        },
      ),
      { numRuns: 50 },
    )
  })
})
