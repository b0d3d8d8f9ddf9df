import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { RollupEntries } from './rollup-entries'

const pair = fc.tuple(
  fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  fc.integer({ min: 1, max: 2 ** 22 - 1 }),
)

function drained(entries: RollupEntries): number[][] {
  const rows: number[][] = []
  entries.drain((...row) => rows.push(row))
  return rows
}

describe('rollup entries', () => {
  it('add up like a map does and come out by tenant, then kind', () => {
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(39), fc.integer()), { maxLength: 400 }),
        (pairs, rows) => {
          const entries = new RollupEntries()
          const expected = new Map<string, number[]>()
          for (const [choice, amount] of rows) {
            const [tenant, kind] = pairs[choice % pairs.length] ?? [1, 1]
            entries.add(tenant, kind, amount, 1)
            const [, , sum = 0, count = 0] = expected.get(`${tenant} ${kind}`) ?? []
            expected.set(`${tenant} ${kind}`, [tenant, kind, sum + amount, count + 1])
          }
          const sorted = [...expected.values()].sort(
            (a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0),
          )
          expect(entries.size).toBe(sorted.length)
          expect(drained(entries)).toEqual(sorted)
        },
      ),
    )
  })

  it('keep the larger first number, on a tie the larger second', () => {
    const entries = new RollupEntries()
    for (const [first, second] of [
      [30, 9],
      [30, 11],
      [29, 29],
      [30, 10],
    ]) {
      entries.keepMost(1, 1, first ?? 0, second ?? 0)
    }
    expect(drained(entries)).toEqual([[1, 1, 30, 11]])
  })

  it('hold many pairs at once and start again when they were handed out', () => {
    const entries = new RollupEntries()
    for (let tenant = 1; tenant <= 2_000; tenant++) {
      for (let kind = 1; kind <= 5; kind++) entries.add(tenant, kind, tenant * kind, 1)
    }
    expect(entries.size).toBe(10_000)
    expect(drained(entries)).toHaveLength(10_000)
    expect(entries.size).toBe(0)
    expect(drained(entries)).toEqual([])
  })

  it('refuse ids that would be mistaken for others', () => {
    expect(() => new RollupEntries().add(1, 2 ** 22, 1, 1)).toThrow('can number')
    expect(() => new RollupEntries().add(2 ** 31, 1, 1, 1)).toThrow('can number')
  })
})
