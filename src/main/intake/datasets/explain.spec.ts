import { describe, expect, it } from 'vitest'
import { rejectionOf, type Field } from '../testing/rejection'
import {
  rejectAmount,
  rejectCount,
  rejectDate,
  rejectFlag,
  rejectMonth,
  rejectTenantId,
} from './explain'
import type { Rejection } from './row-context'

describe('what is said of a wrong cell', () => {
  it.each([
    ['month-invalid', 'write months like', (r: Rejection<Field>) => rejectMonth(r, 'acr')],
    ['date-invalid', 'write dates like', (r: Rejection<Field>) => rejectDate(r, 'acr')],
    ['tenant-id-invalid', 'has to be a GUID', (r: Rejection<Field>) => rejectTenantId(r, 'acr')],
    ['flag-invalid', 'write 1 or 0', (r: Rejection<Field>) => rejectFlag(r, 'acr')],
    ['number-invalid', 'decimal point', (r: Rejection<Field>) => rejectAmount(r, 'acr', NaN, '.')],
    ['number-invalid', 'decimal comma', (r: Rejection<Field>) => rejectAmount(r, 'acr', NaN, ',')],
    [
      'number-out-of-range',
      'one billion',
      (r: Rejection<Field>) => rejectAmount(r, 'acr', Infinity, '.'),
    ],
    ['number-invalid', 'a whole number', (r: Rejection<Field>) => rejectCount(r, 'acr', NaN)],
    [
      'number-out-of-range',
      'one billion',
      (r: Rejection<Field>) => rejectCount(r, 'acr', Infinity),
    ],
  ])('has the code %s and says %s', (code, words, reject) => {
    const { rejection, reading } = rejectionOf(['', 'wrong'])
    reject(rejection)
    rejection.send()
    expect(reading.rejected[0]?.errors).toMatchObject([
      { row: 9, column: 'ACR', value: 'wrong', code },
    ])
    expect(reading.rejected[0]?.errors[0]?.message).toContain(words)
    expect(reading.rejected[0]?.errors[0]?.message).toContain('"wrong"')
  })
})
