import { describe, expect, it } from 'vitest'
import { dateOfSerial } from './serial-date'

describe('the number of a day', () => {
  it.each([
    [45_231, false, '2023-11-01'],
    [43_769, true, '2023-11-01'],
    [45_231.5, false, '2023-11-01T12:00:00'],
    [45_230.999_999_99, false, '2023-11-01'],
    [45_231 + 1 / 3, false, '2023-11-01T08:00:00'],
    [61, false, '1900-03-01'],
    [2_958_465.9, false, '9999-12-31T21:36:00'],
  ])('%d (1904: %s) is %s', (serial, date1904, date) => {
    expect(dateOfSerial(serial, date1904)).toBe(date)
  })

  it.each([60, 0, -1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (serial) => {
    expect(dateOfSerial(serial, false)).toBeUndefined()
  })
})
