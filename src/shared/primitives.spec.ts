import { describe, expect, it } from 'vitest'
import { fileToken, isoDate, isoMonth, profileId, sha256 } from './primitives'

describe('values that cross every border', () => {
  it.each([
    ['a date', isoDate, '2024-02-29', ['2023-02-29', '2023-2-1', '15.12.2023', '', 20_231_215]],
    ['a month', isoMonth, '2023-12', ['2023-13', '2023-1', '2023-12-01', '', 202_312]],
    ['a profile id', profileId, 1, [0, -1, 1.5, NaN, 2 ** 53, '1', null]],
    ['a file token', fileToken, '0f8fad5b-d9cb-469f-a165-70867728950e', ['/a.csv', '', 7]],
    ['a hash', sha256, 'a'.repeat(64), ['A'.repeat(64), 'a'.repeat(63), 'g'.repeat(64)]],
  ])('%s is taken only as it is written here', (_, schema, good, bad) => {
    expect(schema.parse(good)).toBe(good)
    for (const value of bad) expect(schema.safeParse(value).success).toBe(false)
  })

  it('say how a date and a month are written', () => {
    expect(isoDate.safeParse('soon').error?.issues[0]?.message).toBe(
      'Expected a date of the calendar as YYYY-MM-DD.',
    )
    expect(isoMonth.safeParse('soon').error?.issues[0]?.message).toBe(
      'Expected a month of the calendar as YYYY-MM.',
    )
  })
})
