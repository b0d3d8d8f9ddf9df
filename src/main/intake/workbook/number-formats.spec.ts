import { describe, expect, it } from 'vitest'
import { isDateFormat } from './number-formats'

describe('a number format', () => {
  it.each([14, 15, 16, 17, 22, 27, 36, 50, 58, 71, 81])('built in as %d shows dates', (id) => {
    expect(isDateFormat(id, undefined)).toBe(true)
  })

  it.each([0, 1, 2, 4, 9, 10, 11, 13, 18, 21, 23, 37, 44, 45, 46, 47, 48, 49, 59, 100, 163])(
    'built in as %d shows numbers or times of day',
    (id) => {
      expect(isDateFormat(id, undefined)).toBe(false)
    },
  )

  it.each([
    'yyyy-mm-dd',
    'DD.MM.YYYY',
    'mmm',
    'mmm\\ yy',
    '[$-409]d\\-mmm\\-yy;@',
    '[Red]m/d/yy h:mm',
    '"on "d',
    'dddd',
    'yyyy"年"m"月"',
    'h:mm AM/PM d',
  ])('%s shows dates', (code) => {
    expect(isDateFormat(164, code)).toBe(true)
  })

  it.each([
    'General',
    '0.00',
    '#,##0.00 "USD"',
    '[$USD-409] #,##0',
    '0.00E+00',
    'h:mm',
    'h:mm AM/PM',
    'mm:ss',
    '[h]:mm:ss',
    '"day" 0',
    '\\d0',
    '0_d',
    '0*y',
    '[Red]0;[Yellow]-0',
    '0;"d"yyyy',
    '@',
    '',
  ])('%s does not', (code) => {
    expect(isDateFormat(164, code)).toBe(false)
  })

  it('of its own can stand under the number of a built-in one', () => {
    expect(isDateFormat(14, '0.00')).toBe(false)
    expect(isDateFormat(2, 'yyyy')).toBe(true)
    expect(isDateFormat(164, undefined)).toBe(false)
  })
})
