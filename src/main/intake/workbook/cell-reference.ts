import { wholeNumber } from './xml-attributes'

/** Limits of the format: XFD1048576 is its last cell. */
export const MAX_ROW = 1_048_576
const MAX_COLUMN = 16_384

const LETTERS = 26
const BEFORE_A = 0x40

/** The column (from 0) of a reference such as AB12, whose row has to be `row`; -1 when it is none. */
export function columnOf(bytes: Buffer, from: number, to: number, row: number): number {
  let at = from
  let column = 0
  let letter: number
  while (at < to && (letter = (bytes[at] as number) - BEFORE_A) >= 1 && letter <= LETTERS) {
    column = column * LETTERS + letter
    at++
  }
  if (column === 0 || column > MAX_COLUMN) return -1
  return wholeNumber(bytes, at, to) === row ? column - 1 : -1
}

/** The letters of a column (from 0), as a spreadsheet shows them. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(BEFORE_A + 1 + ((rest - 1) % LETTERS)) + letters
  }
  return letters
}
