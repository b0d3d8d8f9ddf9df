import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMonth, parseDay, usageMonthOf, type Month } from '../../shared/calendar'
import type { Score } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { editionById, editionsFor } from '../rules/registry'
import { prepare, scoreOf, type PreparedFacts } from '../scoring/engine'
import type { Facts } from '../scoring/facts'
import { facts } from '../scoring/testing/facts-builder'
import { BOUNDARIES_2023, BOUNDARIES_2026, type Boundaries } from './boundaries'
import { INGREDIENTS_2023, INGREDIENTS_2026 } from './ingredients'
import {
  betterOf,
  DEFAULTS,
  DENOMINATOR,
  opinionOf,
  OTHER_ANSWERS,
  type Opinion,
  type Rules,
} from './opinion'
import { anyPartnerAround, type PartnerRows } from './partner-rows'
import { RawRows, type Answers } from './raw-rows'
import { FROM_2023_12, UNTIL_2023_11, VIEWS_2023 } from './rules-2023'
import { ENTERPRISE_2026, SMB_2026, VIEWS_2026 } from './rules-2026'

/**
 * 500 random partners per edition, on days around its ends, scored by the engine and by plain SQL over
 * the same rows, under the default readings and under each other one.
 */

/** The partners of a date: others than of any other date, and always the same. */
const seedOf = (asOf: number) => 70 + asOf

/** The rows as the engine takes them; what was not imported is not there at all. */
function factsOf({ azureUntil, seatsUntil, hasPeople, azure, seats, people }: PartnerRows): Facts {
  const builder = facts()
  if (azureUntil !== null) {
    for (let back = 0; back < 24; back += 1) builder.importedAzure(formatMonth(azureUntil - back))
  }
  if (seatsUntil !== null) {
    builder.importedSeats(formatMonth(seatsUntil), formatMonth(seatsUntil - 12))
  }
  if (hasPeople) builder.importedCertifications()
  for (const { cents, month, ...row } of azure) {
    builder.azure({ ...row, month: formatMonth(month), usd: cents / 100 })
  }
  builder.seats(...seats.map((row) => ({ ...row, month: formatMonth(row.month) })))
  for (const { code, type, ...row } of people) {
    builder.certification({ ...row, title: code, trainingType: type })
  }
  return builder.build()
}

/** Half-up to six decimals, from the exact fraction. */
function sixDecimals(numerator: bigint | null): number | null {
  if (numerator === null) return null
  const millionths = (numerator * 2_000_000n + DENOMINATOR) / (2n * DENOMINATOR)
  return Number(millionths) / 1_000_000
}

const numbersOf = ({ metrics, total, attained }: Score) => ({
  metrics: metrics.map(({ points }) => points),
  total,
  attained,
})

const numbersOfOpinion = ({ metrics, total, attained }: Opinion) => ({
  metrics: metrics.map(sixDecimals),
  total: sixDecimals(total),
  attained,
})

/** The other readings that change the total or the attainment, as a score lists them. */
function alternativesTo(usual: Opinion, opinionUnder: (answers: Answers) => Opinion) {
  return OTHER_ANSWERS.map(([reading, value, answers]) => {
    return { reading, value, other: opinionUnder(answers) }
  })
    .filter(({ other }) => other.total !== usual.total || other.attained !== usual.attained)
    .map(({ reading, value, other: { total, attained } }) => {
      return { reading, value, total: sixDecimals(total), attained }
    })
}

const alternativesOf = ({ alternatives }: Score) =>
  alternatives.map(({ reading, value, total, attained }) => ({ reading, value, total, attained }))

const READINGS = OTHER_ANSWERS.map(([reading]) => reading)

/** Which readings decided something for a partner of an edition. */
class Deciding {
  private readonly seen = new Map<string, Set<string>>()

  look({ edition, alternatives }: Score): void {
    const seen = this.seen.get(edition) ?? new Set()
    for (const { reading } of alternatives) seen.add(reading)
    this.seen.set(edition, seen)
  }

  expectEveryReading(...ids: readonly string[]): void {
    for (const id of ids)
      expect([...(this.seen.get(id) ?? [])]).toEqual(expect.arrayContaining(READINGS))
  }
}

/** Boundaries that no partner of a run has had yet. */
class Unseen {
  private readonly left: Map<string, string>

  constructor(boundaries: Boundaries) {
    this.left = new Map(Object.entries(boundaries))
  }

  look(raw: RawRows): void {
    for (const [name, sql] of this.left) if (raw.finds(sql)) this.left.delete(name)
  }

  get names(): string[] {
    return [...this.left.keys()]
  }
}

interface Asked {
  readonly date: string
  readonly asOf: number
  readonly month: Month
}

function asked(date: string): Asked {
  const asOf = parseDay(date) ?? Number.NaN
  return { date, asOf, month: usageMonthOf(asOf) }
}

describe('the engine and plain SQL under the rules of 2023', () => {
  const raw = new RawRows(VIEWS_2023)
  const unseen = new Unseen(BOUNDARIES_2023)
  const deciding = new Deciding()

  it.each([
    ['security-2023-06', '2023-11-30', 250, UNTIL_2023_11],
    ['security-2023-06', '2023-09-14', 250, UNTIL_2023_11],
    ['security-2023-12', '2023-12-01', 170, FROM_2023_12],
    ['security-2023-12', '2024-06-30', 170, FROM_2023_12],
    ['security-2023-12', '2024-07-01', 170, FROM_2023_12],
  ])('agree under %s on %s for %i partners', (id, date, partners, rules) => {
    const { asOf, month } = asked(date)
    const [edition] = editionsFor(asOf)
    expect(edition.id).toBe(id)
    const attainments = new Set<boolean>()
    const property = fc.property(anyPartnerAround(date, month, INGREDIENTS_2023), (rows) => {
      raw.hold(rows)
      const opinionUnder = (answers: Answers) =>
        opinionOf(raw, rows, rules, { date, month, answers })
      const opinion = opinionUnder(DEFAULTS)
      unseen.look(raw)
      const score = scoreOf(prepare(factsOf(rows), edition), { asOf })
      expect(numbersOf(score)).toEqual(numbersOfOpinion(opinion))
      expect(alternativesOf(score)).toEqual(alternativesTo(opinion, opinionUnder))
      deciding.look(score)
      attainments.add(score.attained)
    })
    fc.assert(property, { numRuns: partners, seed: seedOf(asOf) })
    // Agreement on nothing but failures would prove little.
    expect([...attainments].toSorted()).toEqual([false, true])
  })

  it('met every boundary of these rules, and every reading that decides', () => {
    expect(unseen.names).toEqual([])
    deciding.expectEveryReading('security-2023-06', 'security-2023-12')
    raw.close()
  })
})

/** What there is of each track of a day, in the order in which a tie is decided. */
type Both<T> = readonly [enterprise: T, smb: T]

describe('the engine and plain SQL under both tracks of 2026', () => {
  const raw = new RawRows(VIEWS_2026)
  const unseen = new Unseen(BOUNDARIES_2026)
  const deciding = new Deciding()
  const editions: Both<Edition> = [
    editionById('security-2026-enterprise'),
    editionById('security-2026-smb'),
  ]

  /** Compares both tracks and the one that is used, and returns the latter's score. */
  function expectAgreement(rows: PartnerRows, { date, asOf, month }: Asked): Score {
    raw.hold(rows)
    const bothUnder = (answers: Answers): Both<Opinion> => {
      const of = (rules: Rules) => opinionOf(raw, rows, rules, { date, month, answers })
      return [of(ENTERPRISE_2026), of(SMB_2026)]
    }
    const others = new Map(OTHER_ANSWERS.map(([, , answers]) => [answers, bothUnder(answers)]))
    const opinions = bothUnder(DEFAULTS)
    unseen.look(raw)
    const built = factsOf(rows)
    const all: Both<PreparedFacts> = [prepare(built, editions[0]), prepare(built, editions[1])]
    const expectScore = (
      named: PreparedFacts | null,
      opinionOf: (both: Both<Opinion>) => Opinion,
    ): Score => {
      const score = scoreOf({ all, named }, { asOf })
      const opinion = opinionOf(opinions)
      expect(numbersOf(score)).toEqual(numbersOfOpinion(opinion))
      const under = (answers: Answers) => opinionOf(others.get(answers) ?? opinions)
      expect(alternativesOf(score)).toEqual(alternativesTo(opinion, under))
      deciding.look(score)
      return score
    }
    expectScore(all[0], ([enterprise]) => enterprise)
    expectScore(all[1], ([, smb]) => smb)
    const score = expectScore(null, (both) => both[betterOf(both)])
    expect(score.edition).toBe(editions[betterOf(opinions)].id)
    return score
  }

  it.each([
    // An edition scores the days before its first one when it is named: SC-400 retired on these.
    ['2025-05-31', 84],
    ['2025-06-01', 84],
    ['2026-07-01', 84],
    ['2026-08-31', 84],
    ['2026-09-01', 84],
    ['2027-03-15', 84],
  ])('agree on %s for %i partners', (date, partners) => {
    const day = asked(date)
    const seen = new Set<string>()
    const property = fc.property(anyPartnerAround(date, day.month, INGREDIENTS_2026), (rows) => {
      const { track, attained } = expectAgreement(rows, day)
      seen.add(`${String(track)} ${attained ? 'attained' : 'not attained'}`)
    })
    fc.assert(property, { numRuns: partners, seed: seedOf(day.asOf) })
    const each = (track: string) => [`${track} attained`, `${track} not attained`]
    expect([...seen].toSorted()).toEqual([...each('enterprise'), ...each('smb')])
  })

  it('met every boundary of these rules, and every reading that decides', () => {
    expect(unseen.names).toEqual([])
    deciding.expectEveryReading(...editions.map(({ id }) => id))
    raw.close()
  })

  it('are the tracks of 2026-07-01 and later', () => {
    for (const date of ['2026-07-01', '2027-03-15']) {
      expect(editionsFor(asked(date).asOf)).toEqual(editions)
    }
  })
})
