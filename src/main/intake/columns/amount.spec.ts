import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordOf, utf8 } from '../testing/records'
import type { DecimalMark } from '../../../shared/imports'
import { AmountReader, NOT_A_NUMBER, OUT_OF_RANGE } from './amount'

function amount(text: string, separator: DecimalMark = '.'): number {
  return new AmountReader(separator, utf8).read(recordOf([text]), 0)
}

describe('an amount in a column with decimal points', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['12', 12_000_000],
    ['1234.5', 1_234_500_000],
    ['.5', 500_000],
    ['0.000001', 1],
    ['-0.000001', -1],
    ['1,234.50', 1_234_500_000],
    ['1,234,567.89', 1_234_567_890_000],
    ['1 234.50', 1_234_500_000],
    ['1\u00a0234.50', 1_234_500_000],
    ['1\u202f234', 1_234_000_000],
    ["1'234.50", 1_234_500_000],
    ['1’234.50', 1_234_500_000],
    ['  12.5\t', 12_500_000],
    ['+12.5', 12_500_000],
    ['00012.5', 12_500_000],
    ['0000000000000012.5', 12_500_000],
    ['1.5E3', 1_500_000_000],
    ['1.5e-3', 1_500],
    ['2E+9', OUT_OF_RANGE],
  ])('is read from "%s" as %d micro-dollars', (text, micro) => {
    expect(amount(text)).toBe(micro)
  })

  it.each([
    ['-1234.5'],
    ['−1,234.50'],
    ['1,234.50-'],
    ['(1,234.50)'],
    ['( 1234.5 )'],
    ['($1,234.50)'],
    ['-$1,234.50'],
    ['$-1,234.50'],
    ['($ 1234.5)'],
    ['-US$1234.50'],
    ['-1,234.50 USD'],
    ['USD -1234.50'],
  ])('is negative when written as "%s"', (text) => {
    expect(amount(text)).toBe(-1_234_500_000)
  })

  it.each([
    [''],
    ['   '],
    ['-'],
    ['.'],
    ['$'],
    ['12x'],
    ['x12'],
    ['12.'],
    ['1.2.3'],
    ['1,23'],
    ['12,34.5'],
    ['1,234,56'],
    ['0,500.00'],
    ['1,234 567.00'],
    ['1.234,50'],
    ['--5'],
    ['-(5)'],
    ['(5'],
    ['5)'],
    ['$5$'],
    ['1e'],
    ['0x10'],
    ['Infinity'],
    ['NaN'],
    ['1 2'],
    [`1${'0'.repeat(100)}`],
  ])('is no number when written as "%s"', (text) => {
    expect(amount(text)).toBe(NOT_A_NUMBER)
  })

  it('reaches to a billion on either side and not a millionth further', () => {
    expect(amount('1000000000')).toBe(1e15)
    expect(amount('(1,000,000,000.00)')).toBe(-1e15)
    expect(amount('1000000000.000001')).toBe(OUT_OF_RANGE)
    expect(amount('-1000000001')).toBe(OUT_OF_RANGE)
    expect(amount('99999999999999999999')).toBe(OUT_OF_RANGE)
    expect(amount('1e999')).toBe(OUT_OF_RANGE)
  })

  it('is rounded half away from zero at the sixth decimal, and says so', () => {
    const reader = new AmountReader('.', utf8)
    const rounded = (text: string) => [reader.read(recordOf([text]), 0), reader.rounded]
    expect(rounded('0.0000005')).toEqual([1, true])
    expect(rounded('-0.0000005')).toEqual([-1, true])
    expect(rounded('0.0000004999')).toEqual([0, true])
    expect(rounded('0.9999999')).toEqual([1_000_000, true])
    expect(rounded('$0.0000005')).toEqual([1, true])
    expect(rounded('4.9e-7')).toEqual([0, true])
    expect(rounded('0.1000000000')).toEqual([100_000, false])
    expect(rounded('7')).toEqual([7_000_000, false])
  })

  it('tells the sign of another currency from the dollar, for the amount read last only', () => {
    const reader = new AmountReader('.', utf8)
    const foreign = (text: string) => {
      reader.read(recordOf([text]), 0)
      return reader.foreignCurrency
    }
    expect(['€5', '5 EUR', '£5', 'CHF 5'].map(foreign)).toEqual([true, true, true, true])
    expect(['$5', 'US$5', '5 USD', '5'].map(foreign)).toEqual([false, false, false, false])
  })
})

describe('an amount in a column with decimal commas', () => {
  it.each([
    ['1234,5', 1_234_500_000],
    ['1.234,50', 1_234_500_000],
    ['1.234.567,89', 1_234_567_890_000],
    ['1 234,50 €', 1_234_500_000],
    ['(1.234,50)', -1_234_500_000],
    ['1.234', 1_234_000_000],
    [',5', 500_000],
  ])('is read from "%s" as %d micro-dollars', (text, micro) => {
    expect(amount(text, ',')).toBe(micro)
  })

  it.each([['1,234.50'], ['12.5'], ['1.23']])('is no number when written as "%s"', (text) => {
    expect(amount(text, ',')).toBe(NOT_A_NUMBER)
  })
})

describe('every amount up to a billion', () => {
  const micros = fc.integer({ min: -1e15, max: 1e15 })
  const styles = fc.record({
    separator: fc.constantFrom<DecimalMark>('.', ','),
    grouped: fc.boolean(),
    brackets: fc.boolean(),
    currency: fc.constantFrom('', '$', 'US$', '€'),
    zeros: fc.integer({ min: 0, max: 6 }),
  })

  it('comes back exactly from any of its spellings', () => {
    fc.assert(
      fc.property(micros, styles, (micro, style) => {
        expect(amount(spell(micro, style), style.separator)).toBe(micro === 0 ? 0 : micro)
      }),
    )
  })

  function spell(
    micro: number,
    style: {
      separator: DecimalMark
      grouped: boolean
      brackets: boolean
      currency: string
      zeros: number
    },
  ): string {
    const digits = String(Math.abs(micro)).padStart(7, '0')
    const whole = digits.slice(0, -6)
    const group = style.separator === '.' ? ',' : '.'
    const shown = style.grouped ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, group) : whole
    const fraction = digits.slice(-6) + '0'.repeat(style.zeros)
    const number = `${style.currency}${shown}${style.separator}${fraction}`
    if (micro >= 0) return number
    return style.brackets ? `(${number})` : `-${number}`
  }
})
