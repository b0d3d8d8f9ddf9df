import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinearProgram, solve } from './linear'

const anyColumn = fc.record({ cost: fc.nat(9), upper: fc.integer({ min: 1, max: 4 }) })
const anyRow = fc.record({
  most: fc.integer({ min: -8, max: 8 }),
  coefficients: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 5 }),
})
type Row = typeof anyRow extends fc.Arbitrary<infer T> ? T : never

function programOf(columns: readonly { cost: number; upper: number }[], rows: readonly Row[]) {
  const program = new LinearProgram()
  for (const { cost, upper } of columns) program.column(cost, upper)
  for (const { most, coefficients } of rows)
    program.row(
      most,
      columns.map((_, column) => [column, coefficients[column] ?? 0]),
    )
  return program
}

const sumOf = (values: readonly number[], factors: readonly number[]) =>
  values.reduce((sum, value, index) => sum + value * (factors[index] ?? 0), 0)

/** All values in whole numbers that the uppers allow. */
function wholeValues(uppers: readonly number[]): number[][] {
  return uppers.reduce<number[][]>(
    (known, upper) =>
      known.flatMap((values) => Array.from({ length: upper + 1 }, (_, each) => [...values, each])),
    [[]],
  )
}

describe('a linear program', () => {
  it('has values that fit every row, cost what it says, and no whole values that cost less', () => {
    let impossible = 0
    fc.assert(
      fc.property(
        fc.array(anyColumn, { minLength: 1, maxLength: 4 }),
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        (columns, rows) => {
          const costs = columns.map(({ cost }) => cost)
          const uppers = columns.map(({ upper }) => upper)
          const fitting = wholeValues(uppers).filter((values) =>
            rows.every(({ most, coefficients }) => sumOf(values, coefficients) <= most),
          )
          const solved = solve(programOf(columns, rows), Infinity)
          if (solved === null) {
            impossible++
            expect(fitting).toEqual([])
            return
          }
          const { values, least } = solved
          expect(sumOf(values, costs)).toBeCloseTo(least, 6)
          for (const { most, coefficients } of rows)
            expect(sumOf(values, coefficients)).toBeLessThanOrEqual(most + 1e-6)
          for (const each of fitting)
            expect(sumOf(each, costs)).toBeGreaterThanOrEqual(least - 1e-6)
        },
      ),
      { numRuns: 500, endOnFailure: true },
    )
    expect(impossible).toBeGreaterThan(5)
  })

  it('adds up what a row says twice of a column', () => {
    const program = new LinearProgram()
    const column = program.column(3, 10)
    program.row(-8, [
      [column, -1],
      [column, -1],
    ])
    expect(solve(program, Infinity)).toMatchObject({ least: 12, values: [4] })
  })

  it('never says too much, whatever prices it is asked with', () => {
    fc.assert(
      fc.property(
        fc.array(anyColumn, { minLength: 1, maxLength: 4 }),
        fc.array(anyRow, { minLength: 2, maxLength: 2 }),
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 2, maxLength: 2 }),
        (columns, rows, prices) => {
          const solved = solve(programOf(columns, rows), Infinity)
          const least = programOf(columns, rows).costAtLeast(prices)
          if (solved) expect(least).toBeLessThanOrEqual(solved.least + 1e-6)
        },
      ),
      { numRuns: 300 },
    )
  })
})
