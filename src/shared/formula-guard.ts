/** Signs and digits alone are data: -12.5 must not turn into text. */
const plainNumber = /^[-+]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:e[-+]?\d+)?$/i

/**
 * Keeps a spreadsheet from running a cell as a formula by an apostrophe before what would start one
 * (= + - @, tab, carriage return, NUL), unless the cell is a plain number.
 */
export function guardFormula(cell: string): string {
  const first = cell.charAt(0)
  const starts = first !== '' && '=+-@\t\r\0'.includes(first)
  return starts && !plainNumber.test(cell) ? `'${cell}` : cell
}
