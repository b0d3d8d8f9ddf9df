import { cellMarks } from '../csv/record'
import type { CellStore } from './cell-store'
import { dateOfSerial } from './serial-date'
import type { XmlText } from './xml-text'

/** Digits that a spreadsheet shows of a number; those behind them are noise of binary fractions. */
const DIGITS = 15
const LONGEST_NUMBER = 40
/** Distinct dates remembered at a time; a column of days has some thousands. */
const REMEMBERED_DATES = 1 << 16

const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39

/** Turns the stored values of cells into contents as texts that columns can read in one way only. */
export class CellValues {
  private readonly dates = new Map<number, number>()

  constructor(
    private readonly store: CellStore,
    private readonly date1904: boolean,
  ) {}

  text(value: XmlText): number {
    value.unescape()
    return this.store.add(value.bytes, value.from, value.to, cellMarks.text)
  }

  error(value: XmlText): number {
    return this.store.add(value.bytes, value.from, value.to, cellMarks.error)
  }

  /** A formula that was never calculated stands for itself, so that people can see which it is. */
  formula(formula: XmlText): number {
    return this.store.addText(`=${formula.toString()}`, cellMarks.formula)
  }

  /** TRUE or FALSE, as a spreadsheet shows them. */
  boolean(value: XmlText): number {
    return this.store.addText(value.toString().trim() === '0' ? 'FALSE' : 'TRUE', cellMarks.text)
  }

  /** A number under a date format as an ISO date; as a number where it is outside of the calendar. */
  date(value: XmlText): number {
    const serial = Number(value.toString())
    const known = this.dates.get(serial)
    if (known !== undefined) return known
    const date = dateOfSerial(serial, this.date1904)
    const content = date === undefined ? this.number(value) : this.dateText(date)
    if (this.dates.size === REMEMBERED_DATES) this.dates.clear()
    this.dates.set(serial, content)
    return content
  }

  /** A number in plain digits with a decimal point. What is no number is kept as the text it is. */
  number(value: XmlText): number {
    const { store } = this
    const { bytes, from, to } = value
    if (isPlain(bytes, from, to)) return store.add(bytes, from, to, cellMarks.number)
    const text = value.toString().trim()
    const number = text.length > LONGEST_NUMBER || text === '' ? NaN : Number(text)
    if (!Number.isFinite(number)) return this.text(value)
    const rounded = Number.isInteger(number) ? number : Number(number.toPrecision(DIGITS))
    return store.addText(String(rounded), cellMarks.number)
  }

  private dateText(date: string): number {
    return this.store.addText(date, cellMarks.text)
  }
}

/** Whether a number is written as {@link CellValues.number} writes it. */
function isPlain(bytes: Buffer, from: number, to: number): boolean {
  let at = bytes[from] === MINUS ? from + 1 : from
  if (
    to === at ||
    to - at > DIGITS ||
    (bytes[at] === ZERO && to - at > 1 && bytes[at + 1] !== POINT)
  ) {
    return false
  }
  let points = 0
  for (; at < to; at++) {
    const byte = bytes[at] as number
    if (byte === POINT) points++
    else if (byte < ZERO || byte > NINE) return false
  }
  const last = bytes[to - 1]
  return points === 0 || (points === 1 && last !== ZERO && last !== POINT && bytes[from] !== POINT)
}
