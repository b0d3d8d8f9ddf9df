import { describe, expect, it } from 'vitest'
import { countedColumn, summedColumn, summedWhere } from './tenant-column'

describe('a column that counts tenants', () => {
  it('marks those that pass, and its total is their number', () => {
    const amount = Float64Array.of(40, 10, 30)
    const active = Float64Array.of(4, 1, 3)
    const column = countedColumn(amount, active, (tenant) => (amount[tenant] ?? 0) >= 30)
    expect(column).toEqual({ amount, active, counts: Uint8Array.of(1, 0, 1), total: 2 })
  })

  it('is empty without tenants', () => {
    const none = new Float64Array(0)
    expect(countedColumn(none, null, () => true)).toEqual({
      amount: none,
      active: null,
      counts: new Uint8Array(0),
      total: 0,
    })
  })
})

describe('a column that sums', () => {
  it('adds every amount with its sign, and counts each tenant that has one', () => {
    const amount = Float64Array.of(250, 0, -100)
    expect(summedColumn(amount)).toEqual({
      amount,
      active: null,
      counts: Uint8Array.of(1, 0, 1),
      total: 150,
    })
  })

  it('adds the tenants that pass, and shows of the others nothing', () => {
    const column = summedWhere(Float64Array.of(250, 40, -100), (tenant) => tenant !== 0)
    expect(column).toEqual({
      amount: Float64Array.of(0, 40, -100),
      active: null,
      counts: Uint8Array.of(0, 1, 1),
      total: -60,
    })
  })
})
