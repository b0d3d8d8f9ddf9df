import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeverId } from '../../../shared/plan'
import { editionById } from '../../rules/registry'
import { anyReadings } from '../testing/partners'
import { facts } from '../testing/facts-builder'
import { scoreFactsExactly, skilled } from '../testing/score-facts'
import { reachesMinimum } from '../score'
import { Rational } from '../rational'
import { usageLevers, type Lever } from './levers'
import { effortFor, pointsAfter, problemOf, type Counts, type Problem } from './problem'
import { cheapest } from './search'
import { situationOf, type Situation } from './situation'
import { sumOf } from './way'

/** Few levers, so that every combination can be tried; else anything, also what no edition has. */
const anyLever = fc.record({
  streams: fc.uniqueArray(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 })), {
    selector: ([stream]) => stream,
    maxLength: 3,
  }),
  steps: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  effort: fc.integer({ min: 0, max: 600 }),
  available: fc.integer({ min: 1, max: 3 }),
  /** Whether the second and third one give less or more than the first: a list of real customers. */
  growing: fc.constantFrom(-1, 0, 1),
})
const someDelta = fc.integer({ min: -3, max: 9 })
/** So far below zero that only much of several levers makes up for it. */
const lossOrNot = fc.oneof(someDelta, fc.integer({ min: -12, max: 0 }))
const sixOf = (each: typeof someDelta) => fc.tuple(each, each, each, each, each, each)
const anyInstance = fc.record({
  edition: fc.constantFrom(
    'security-2023-06',
    'security-2023-12',
    'security-2026-enterprise',
    'security-2026-smb',
  ),
  readings: anyReadings,
  deltas: sixOf(someDelta),
  people: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(5)),
  levers: fc.array(anyLever, { minLength: 3, maxLength: 7 }),
  limit: fc.integer({ min: 0, max: 6 }),
})
type Instance = typeof anyInstance extends fc.Arbitrary<infer T> ? T : never

const IDS: readonly LeverId[] = [
  'azure-customer',
  'm365-customer',
  'azure-deployment',
  'azure-growth',
  'association',
  'association',
  'step-certification',
]

/** Raw numbers that are worth about a quarter of a metric, so that few of them decide. */
function rawOf(situation: Situation, stream: number, amount: number): number {
  const { rule } = situation.streams[stream] as Situation['streams'][number]
  const size = rule.inSteps ? Math.round(rule.per * rule.rawPerUnit * 4.3) : 2
  return amount * size
}

function problemFrom({ edition, readings, deltas, people, levers, limit }: Instance): Problem {
  const { score } = scoreFactsExactly(facts(), { edition, readings })
  const empty = situationOf(editionById(edition), score)
  const effort: Partial<Record<LeverId, number>> = {}
  const made = levers.map((each, index): Lever => {
    const id = IDS[index] as LeverId
    effort[id] ??= each.effort / 100
    // Certifications move people only, everything else usage only.
    const steps = id === 'step-certification' ? each.steps : []
    const streams = id === 'step-certification' ? [] : each.streams
    return {
      id,
      available: each.available,
      effectOf: (n) => ({
        steps,
        streams: streams.map(([stream, amount]) => [
          stream,
          rawOf(empty, stream, Math.max(1, amount + each.growing * n)),
        ]),
      }),
      candidates: [],
      known: 0,
      certification: null,
    }
  })
  const problem = problemOf(empty, made, { effort, limit: { association: limit } })
  return {
    ...problem,
    start: { deltas: deltas.map((each, stream) => rawOf(empty, stream, each)), people },
  }
}

/** The least effort of all combinations there are; null when none attains. */
function byBruteForce(problem: Problem): number | null {
  const { situation, choices, limitOf } = problem
  let least: number | null = null
  const attains = (counts: Counts) => {
    const points = pointsAfter(problem, counts)
    return (
      sumOf(points).isAtLeast(Rational.of(situation.edition.threshold)) &&
      points.every((each) => reachesMinimum(each, situation.edition, situation.readings))
    )
  }
  const visit = (counts: readonly number[]): void => {
    const choice = choices[counts.length]
    if (choice === undefined) {
      const fixes = counts.filter((_, index) => choices[index]?.lever.id === 'association')
      if (fixes.reduce((sum, each) => sum + each, 0) > limitOf('association')) return
      const effort = effortFor(problem, counts)
      if ((least === null || effort < least) && attains(counts)) least = effort
      return
    }
    for (let count = 0; count <= choice.available; count++) visit([...counts, count])
  }
  visit([])
  return least
}

/** Compares the search with trying every combination, on so many instances. */
function expectCheapest(instances: fc.Arbitrary<Instance>, numRuns: number): void {
  let attainable = 0
  let impossible = 0
  fc.assert(
    fc.property(instances, (instance) => {
      const problem = problemFrom(instance)
      const found = cheapest(problem)
      const least = byBruteForce(problem)
      if (least === null) impossible++
      else attainable++
      expect(found.proven).toBe(true)
      expect(found.counts === null ? null : found.effort).toBe(least)
      if (found.counts) expect(effortFor(problem, found.counts)).toBe(least)
    }),
    { numRuns, endOnFailure: true },
  )
  // The instances are worth nothing when all of them end the same way.
  expect(Math.min(attainable, impossible)).toBeGreaterThan(5)
}

describe('the search for the cheapest way', () => {
  it('finds what trying every combination finds, whatever the standing, levers and readings', () => {
    expectCheapest(anyInstance, 150)
  })

  it('finds it far below zero as well', () => {
    const levers = fc.array(anyLever, { minLength: 4, maxLength: 6 })
    const deep = fc
      .tuple(anyInstance, sixOf(lossOrNot), levers)
      .map(([instance, deltas, own]) => ({ ...instance, deltas, levers: own }))
    expectCheapest(deep, 100)
  })

  it('says so when it was cut short', () => {
    const { score } = scoreFactsExactly(skilled(facts().fullHistory(), 6))
    const situation = situationOf(editionById('security-2023-12'), score)
    const problem = problemOf(situation, usageLevers(situation), { effort: {}, limit: {} })
    expect(cheapest(problem)).toMatchObject({ proven: true })
    expect(cheapest(problem, { nodes: 1 })).toMatchObject({ proven: false })
  })
})
