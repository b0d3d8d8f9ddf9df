import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMonth } from '../../shared/calendar'
import { acrBetween, type AcrMatrix } from './acr-matrix'
import { MonthRows } from './month-rows'
import { atPercent, setYear } from './usage-overrides'
import { scaledSeats, scaledYears } from './whole-usage'

const amount = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.maxSafeInteger().map((each) => Math.trunc(each / 12)),
)

const floored = (dividend: bigint, divisor: bigint) => {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

describe('amounts of any size', () => {
  it('are taken at a percentage without losing a micro-dollar', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1_000 }), (whole, percent) => {
        const exact = floored(BigInt(whole) * BigInt(percent), 100n)
        expect(BigInt(atPercent(whole, percent))).toBe(exact)
      }),
    )
  })

  it('are spread over a year in equal parts, of which all first months are the exact share', () => {
    const anchor = parseMonth('2023-11') ?? NaN
    const first = anchor - 11
    const months = Array.from({ length: 12 }, (_each, index) => first + index)
    fc.assert(
      fc.property(amount, (year) => {
        const sums = new Float64Array(13)
        const matrix: AcrMatrix = { tenants: 1, months: new MonthRows(months), sums }
        setYear(matrix, 0, anchor, year)
        for (const [index, month] of months.entries()) {
          const exact = floored(BigInt(year) * BigInt(index + 1), 12n)
          expect(BigInt(acrBetween(matrix, first, month)[0] ?? NaN)).toBe(exact)
        }
      }),
    )
  })
})

it('two compared years at a percentage leave out what lies before them', () => {
  const anchor = parseMonth('2023-11') ?? NaN
  const months = new MonthRows([anchor - 25, anchor - 24, anchor - 23, anchor - 11, anchor])
  const matrix = { tenants: 1, months, sums: Float64Array.of(0, 1, 3, 7, 15, 31) }
  const scaled = scaledYears(matrix, anchor, 50)
  expect([...acrBetween(scaled, anchor - 23, anchor - 12)]).toEqual([4])
  expect([...acrBetween(scaled, anchor - 11, anchor)]).toEqual([12])
})

it('seats of a month that the data do not have are not scaled', () => {
  const months = new MonthRows([11, 12])
  const seats = { tenants: 1, workloads: 1, months, paid: Uint32Array.of(10, 20) }
  const matrix = { ...seats, active: Uint32Array.of(1, 2) }
  expect(scaledSeats(matrix, 10, 50)).toEqual(matrix)
  expect([...scaledSeats(matrix, 12, 50).paid]).toEqual([10, 10])
})
