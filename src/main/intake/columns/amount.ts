import type { DecimalMark } from '../../../shared/imports'
import { isTypedNumber, type TableRecord } from '../csv/record'
import type { Decode } from '../source/decode'

const MICRO = 1_000_000
const MICRO_DIGITS = 6
/** 1e9 USD a row (FILES.md); a double holds its micro-dollars exactly. */
const MAX_AMOUNT = 1e9
/** Digits before the point that a sum of them cannot overflow. */
const SAFE_DIGITS = 12

const COMMA = 0x2c
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const powersOfTen = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1]

/** What {@link AmountReader.read} returns for a text that is no number, or one out of range. */
export const NOT_A_NUMBER = NaN
export const OUT_OF_RANGE = Infinity

/**
 * Reads amounts of one column, whose decimal separator is known, into integer millionths without ever
 * going through a binary fraction. Rounds half away from zero (SCORING.md: money is integer
 * micro-dollars). Understands 1234.5, grouping by the other separator, blanks or apostrophes,
 * (1.5) and 1.5- for negatives, currency signs and codes, and exponents.
 */
export class AmountReader {
  /** Whether the amount read last had digits beyond the sixth decimal that were not zero. */
  rounded = false
  /** Whether it carried a currency sign or code other than the dollar's. */
  foreignCurrency = false

  constructor(
    readonly separator: DecimalMark,
    private readonly decode: Decode,
  ) {}

  /** The amount in millionths; NaN for what is no number, Infinity for one beyond ±1e9. */
  read(record: TableRecord, cell: number): number {
    const { bytes } = record
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    this.rounded = false
    this.foreignCurrency = false
    const separator = isTypedNumber(record, cell) ? '.' : this.separator
    let at = start
    const negative = bytes[at] === MINUS
    if (negative) at++
    let whole = 0
    const firstDigit = at
    let digit: number
    while (at < end && (digit = (bytes[at] as number) - ZERO) >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      at++
    }
    const digits = at - firstDigit
    if (digits === 0 || digits > SAFE_DIGITS) return this.readText(bytes, start, end, separator)
    let micro = whole * MICRO
    if (at < end) {
      if (bytes[at] !== (separator === '.' ? POINT : COMMA) || at + 1 === end) {
        return this.readText(bytes, start, end, separator)
      }
      const fraction = this.readFraction(bytes, at + 1, end)
      if (fraction < 0) return this.readText(bytes, start, end, separator)
      micro += fraction
    }
    return inRange(negative && micro !== 0 ? -micro : micro)
  }

  /** Millionths of the digits behind the separator, or -1 when there is more than digits. */
  private readFraction(bytes: Buffer, start: number, end: number): number {
    const sixth = Math.min(end, start + MICRO_DIGITS)
    let fraction = 0
    let at = start
    for (; at < sixth; at++) {
      const digit = (bytes[at] as number) - ZERO
      if (digit < 0 || digit > 9) return -1
      fraction = fraction * 10 + digit
    }
    fraction *= powersOfTen[at - start] as number
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - ZERO
      if (digit < 0 || digit > 9) return -1
      if (digit > 0) this.rounded = true
      if (at === sixth && digit >= 5) fraction++
    }
    return fraction
  }

  /** The rare spellings, by way of their text. */
  private readText(bytes: Buffer, start: number, end: number, separator: DecimalMark): number {
    this.rounded = false
    if (end - start > LONGEST_AMOUNT) return NOT_A_NUMBER
    const dressed = dress.exec(this.decode(bytes, start, end).trim())?.groups
    if (!dressed) return NOT_A_NUMBER
    const { open, close, sign1, sign2, sign3, sign4, currency1, currency2, body = '' } = dressed
    const signs = [open, sign1, sign2, sign3, sign4].filter((sign) => sign !== undefined)
    const currencies = [currency1, currency2].filter((mark) => mark !== undefined)
    const balanced = (open === undefined) === (close === undefined)
    const number = numbers[separator].exec(body)
    if (!number || !balanced || signs.length > 1 || currencies.length > 1) return NOT_A_NUMBER
    const [, whole = '', , fraction, bareFraction, exponent] = number
    const decimals = fraction ?? bareFraction ?? ''
    const micro = this.toMicro(whole.replace(/\D/g, ''), decimals, Number(exponent ?? 0))
    this.foreignCurrency = currencies.some((mark) => !dollars.includes(mark))
    const negative = signs.some((sign) => sign !== '+')
    return inRange(negative && micro !== 0 ? -micro : micro)
  }

  private toMicro(whole: string, fraction: string, exponent: number): number {
    const digits = (whole + fraction).replace(/^0+/, '')
    if (digits === '') return 0
    const cut = fraction.length - exponent - MICRO_DIGITS
    if (cut <= 0) {
      const length = digits.length - cut
      return length > MAX_MICRO_DIGITS ? OUT_OF_RANGE : Number(digits + '0'.repeat(-cut))
    }
    const kept = digits.slice(0, -cut)
    const lost = digits.slice(-cut).padStart(cut, '0')
    if (kept.length > MAX_MICRO_DIGITS) return OUT_OF_RANGE
    this.rounded = /[1-9]/.test(lost)
    return Number(kept) + (lost >= '5' ? 1 : 0)
  }
}

/** Longer texts are no amounts, and are not worth a search through patterns. */
const LONGEST_AMOUNT = 80
/** Digits of 1e9 in millionths. */
const MAX_MICRO_DIGITS = 16

function inRange(micro: number): number {
  return Math.abs(micro) <= MAX_AMOUNT * MICRO ? micro : OUT_OF_RANGE
}

const CURRENCY =
  'US\\$|[$€£¥]|USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|MXN|ZAR|SGD'
const dollars = ['$', 'US$', 'USD']

/** What may stand around a number: brackets, a sign, a currency, in the orders that are in use. */
const dress = new RegExp(
  String.raw`^(?<open>\()?\s*(?<sign1>[-−+])?\s*(?<currency1>${CURRENCY})?\s*(?<sign2>[-−+])?\s*` +
    String.raw`(?<body>[\d.,](?:.*\d)?)` +
    String.raw`\s*(?<sign3>[-−+])?\s*(?<currency2>${CURRENCY})?\s*(?<sign4>[-−+])?\s*(?<close>\))?$`,
)

/** Groups: whole part, its grouping mark, fraction, fraction without a whole part, exponent. */
function numberPattern(separator: string, grouping: string): RegExp {
  const marks = String.raw`[${grouping} \u00a0\u2009\u202f'’]`
  const whole = String.raw`([1-9]\d{0,2}(${marks})\d{3}(?:\2\d{3})*|\d+)`
  const fraction = String.raw`${separator}(\d+)`
  return new RegExp(`^(?:${whole}(?:${fraction})?|${fraction})(?:[eE]([+-]?\\d{1,3}))?$`)
}

const numbers: Readonly<Record<DecimalMark, RegExp>> = {
  '.': numberPattern('\\.', ','),
  ',': numberPattern(',', '.'),
}
