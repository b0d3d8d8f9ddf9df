import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionById } from '../../rules/registry'
import { facts } from '../testing/facts-builder'
import { scoreFactsExactly } from '../testing/score-facts'
import type { Lever } from './levers'
import { piecesOf } from './pieces'
import { problemOf } from './problem'
import { situationOf } from './situation'
import { usageChoices, type UsageChoice } from './usage-choices'

/** A list of customers of which each brings so much growth. */
function listOf(amounts: readonly number[]): UsageChoice {
  const { score } = scoreFactsExactly(facts())
  const lever: Lever = {
    id: 'near-azure-customer',
    available: amounts.length,
    effectOf: (n) => ({ streams: [[4, amounts[n] ?? 0]], steps: [] }),
    candidates: [],
    known: 0,
    certification: null,
  }
  const situation = situationOf(editionById('security-2023-12'), score)
  const [choice] = usageChoices(problemOf(situation, [lever], { effort: {}, limit: {} }))
  if (!choice) throw new RangeError('The list moves nothing.')
  return choice
}

describe('the pieces of a list', () => {
  it('are one where later customers bring more: no part of them brings more than their share', () => {
    expect(piecesOf(listOf([1, 2, 6]), 0, 3)).toEqual([{ count: 3, each: [3] }])
    expect(piecesOf(listOf([1, 2, 6]), 1, 2)).toEqual([{ count: 1, each: [2] }])
  })

  it('are as good as their first one where later customers bring less', () => {
    expect(piecesOf(listOf([9, 5, 3, 1]), 0, 4)).toEqual([
      { count: 1, each: [9] },
      { count: 2, each: [5] },
      { count: 1, each: [1] },
    ])
  })

  it('never give less than any number of them does, and ever less for one more', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.nat(11), (each, from) => {
        const low = Math.min(from, each.length - 1)
        const given = piecesOf(listOf(each), low, each.length).flatMap(({ count, each: [slope] }) =>
          Array.from({ length: count }, () => slope ?? 0),
        )
        expect(given).toHaveLength(each.length - low)
        expect(given).toEqual(given.toSorted((a, b) => b - a))
        const sum = (list: readonly number[]) => list.reduce((all, next) => all + next, 0)
        given.forEach((_, n) => {
          const real = sum(each.slice(low, low + n + 1))
          expect(sum(given.slice(0, n + 1))).toBeGreaterThanOrEqual(real - 1e-9)
        })
      }),
      { numRuns: 100 },
    )
  })
})
