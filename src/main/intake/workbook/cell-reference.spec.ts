import { describe, expect, it } from 'vitest'
import { columnLetters, columnOf } from './cell-reference'

const column = (reference: string, row: number) =>
  columnOf(Buffer.from(reference), 0, reference.length, row)

describe('a reference of a cell', () => {
  it.each([
    ['A1', 1, 0],
    ['Z10', 10, 25],
    ['AA10', 10, 26],
    ['XFD1048576', 1_048_576, 16_383],
  ])('%s stands in row %d, column %d', (reference, row, at) => {
    expect(column(reference, row)).toBe(at)
    expect(columnLetters(at)).toBe(reference.replace(/\d+/, ''))
  })

  it.each(['A2', 'XFE1', '1', 'A', 'a1', 'A1B', '$A$1', 'A01x', 'A-1', '', 'AAAAAAAAAAAA1'])(
    '%s is none in row 1',
    (reference) => {
      expect(column(reference, 1)).toBe(-1)
    },
  )
})
