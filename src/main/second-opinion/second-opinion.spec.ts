import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMonth, parseDay, usageMonthOf } from '../../shared/calendar'
import { editionById } from '../rules/registry'
import { prepare, scoreOf } from '../scoring/engine'
import { facts, type FactsBuilder } from '../scoring/testing/facts-builder'
import { anyPartnerAround, type PartnerRows } from './partner-rows'
import { DENOMINATOR, secondOpinion } from './sql-score'

/** 500 random partners per edition, on days around its ends, scored by the engine and by plain SQL over the same rows. */

/** Chosen once, so that a failure comes again. */
const SEED = 70

/** The rows as the engine takes them; what was not imported is not there at all. */
function builderOf(rows: PartnerRows, month: number): FactsBuilder {
  const builder = facts()
  if (rows.hasAzure) {
    for (let back = 0; back < 24; back += 1) builder.importedAzure(formatMonth(month - back))
    builder.azure(
      ...rows.azure.map(({ cents, month: at, ...row }) => ({
        ...row,
        month: formatMonth(at),
        usd: cents / 100,
      })),
    )
  }
  if (rows.hasSeats) {
    builder.importedSeats(formatMonth(month), formatMonth(month - 12))
    builder.seats(...rows.seats.map((row) => ({ ...row, month: formatMonth(row.month) })))
  }
  if (rows.hasPeople) {
    builder.importedCertifications()
    builder.certification(
      ...rows.people.map(({ code, type, ...row }) => ({ ...row, title: code, trainingType: type })),
    )
  }
  return builder
}

/** Half-up to six decimals, from the exact fraction. */
function sixDecimals(numerator: bigint | null): number | null {
  if (numerator === null) return null
  const millionths = (numerator * 2_000_000n + DENOMINATOR) / (2n * DENOMINATOR)
  return Number(millionths) / 1_000_000
}

const cases = [
  ['security-2023-06', '2023-11-30', 250],
  ['security-2023-06', '2023-09-14', 250],
  ['security-2023-12', '2023-12-01', 170],
  ['security-2023-12', '2024-06-30', 170],
  ['security-2023-12', '2024-07-01', 170],
] as const

describe('the engine and plain SQL', () => {
  it.each(cases)('agree under %s on %s for %i partners', (edition, date, partners) => {
    const asOf = parseDay(date) ?? Number.NaN
    const month = usageMonthOf(asOf)
    const from2023December = edition === 'security-2023-12'
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(anyPartnerAround(date, month), (rows) => {
        const built = builderOf(rows, month).build()
        const score = scoreOf(prepare(built, editionById(edition)), { asOf })
        const opinion = secondOpinion(rows, { date, month, from2023December })
        expect(score.metrics.map(({ points }) => points)).toEqual(opinion.metrics.map(sixDecimals))
        expect(score.total).toBe(sixDecimals(opinion.total))
        expect(score.attained).toBe(opinion.attained)
        seen.add(score.attained)
      }),
      { numRuns: partners, seed: SEED },
    )
    // Agreement on nothing but failures would prove little.
    expect([...seen].toSorted()).toEqual([false, true])
  })
})
