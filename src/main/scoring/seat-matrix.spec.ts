import { describe, expect, it } from 'vitest'
import type { EntryTest } from './eligibility'
import { seatMatrix, type SeatMatrix } from './seat-matrix'
import { facts, type SeatRow } from './testing/facts-builder'

/** Two workloads, of which the edition lists the first spelling last. */
const columns = { workloadOf: Int32Array.of(1, 0), workloads: 2 }
const cell = { tenant: 'a', month: '2023-11' }

function matrixOf(rows: readonly SeatRow[], counts: EntryTest = () => true): SeatMatrix {
  const { tenants, m365 } = facts()
    .seats(...rows)
    .build()
  return seatMatrix(m365, tenants.length, columns, counts)
}

describe('seats of a tenant, workload and month', () => {
  it('stand at the row of the month, the tenant and the workload of the edition', () => {
    const matrix = matrixOf([
      { tenant: 'a', month: '2023-10', paid: 1, active: 9 },
      { tenant: 'b', month: '2023-11', paid: 2, active: 8 },
      { tenant: 'a', month: '2023-11', paid: 3, active: 7, workload: 'Renamed' },
    ])
    expect([...matrix.paid]).toEqual([0, 1, 0, 0, 3, 0, 0, 2])
    expect([...matrix.active]).toEqual([0, 9, 0, 0, 7, 0, 0, 8])
    expect(matrix).toMatchObject({ tenants: 2, workloads: 2 })
  })

  it.each([
    [
      'the most paid seats, whatever is active',
      [
        [80, 70],
        [90, 10],
        [85, 60],
      ],
      [90, 10],
    ],
    [
      'the most active seats on a tie',
      [
        [90, 10],
        [90, 40],
        [90, 20],
      ],
      [90, 40],
    ],
    [
      'active seats although none are paid',
      [
        [0, 0],
        [0, 5],
      ],
      [0, 5],
    ],
    [
      'the same seats however often they are listed',
      [
        [90, 40],
        [90, 40],
      ],
      [90, 40],
    ],
  ])('are those of the row with %s', (_, rows, [paid, active]) => {
    for (const order of [rows, rows.toReversed()]) {
      const matrix = matrixOf(order.map(([paid = 0, active = 0]) => ({ ...cell, paid, active })))
      expect([matrix.paid[1], matrix.active[1]]).toEqual([paid, active])
    }
  })

  it('never come from a row that does not count', () => {
    const rows = [
      { ...cell, paid: 500, active: 500 },
      { ...cell, paid: 90, active: 10 },
    ]
    const matrix = matrixOf(rows, (entry) => entry === 1)
    expect([matrix.paid[1], matrix.active[1]]).toEqual([90, 10])
  })

  it('may be as many as the files can hold', () => {
    const matrix = matrixOf([{ ...cell, paid: 2 ** 32 - 1, active: 2 ** 32 - 1 }])
    expect([matrix.paid[1], matrix.active[1]]).toEqual([2 ** 32 - 1, 2 ** 32 - 1])
  })
})

describe('what cannot be a number of seats', () => {
  it.each([-1, 2.5, 2 ** 32, Infinity, NaN])('is refused: %d', (seats) => {
    const refusal = expect.objectContaining({
      code: 'number-out-of-range',
      message: `${String(seats)} is not a number of seats. Check the seat columns of the imported Microsoft 365 usage.`,
      details: { value: seats },
    }) as Error
    expect(() => matrixOf([{ ...cell, paid: seats, active: 0 }])).toThrow(refusal)
    expect(() => matrixOf([{ ...cell, paid: 1, active: seats }])).toThrow(refusal)
  })

  it('does no harm in a row that does not count', () => {
    expect([...matrixOf([{ ...cell, paid: -1, active: 0 }], () => false).paid]).toEqual([0, 0])
  })

  it('is found in an entry of a month that is not listed', () => {
    const { m365 } = facts()
      .seats({ ...cell, paid: 1 })
      .build()
    expect(() => seatMatrix({ ...m365, months: [1] }, 1, columns, () => true)).toThrow(
      expect.objectContaining({ code: 'internal' }),
    )
  })
})
