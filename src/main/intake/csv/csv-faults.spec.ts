import { describe, expect, it } from 'vitest'
import { cellTooLong, quoteNeverClosed, textAfterQuote, tooManyColumns } from './csv-faults'

const place = { file: '/in/usage.csv', row: 7, column: 'Month' }

describe('a fault of the parser', () => {
  it.each([
    [quoteNeverClosed(place), 'quote-unbalanced'],
    [textAfterQuote(place), 'quote-unbalanced'],
    [cellTooLong(place, false), 'cell-too-long'],
    [cellTooLong(place, true), 'cell-too-long'],
  ])('says in words and in details where it is', (fault, code) => {
    expect(fault.code).toBe(code)
    expect(fault.details).toMatchObject(place)
    expect(fault.message).toMatch(/^usage\.csv\b.* row 7, column Month\b.*\.$/)
  })

  it('names the limit that was passed', () => {
    expect(cellTooLong(place, false).message).toContain('32,767')
    expect(cellTooLong(place, false).message).not.toContain('quote')
    expect(tooManyColumns('/in/usage.csv', 1)).toMatchObject({
      code: 'columns-too-many',
      details: { file: '/in/usage.csv', row: 1, limit: 400 },
      message: expect.stringContaining('400 columns in row 1'),
    })
  })
})
