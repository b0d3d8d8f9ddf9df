import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metricIds, type Readings, type Score } from '../../shared/score'
import { editionById } from '../rules/registry'
import { metricDetailOf, prepare, scoreOf } from './engine'
import { otherReadings } from './readings'
import { Rational } from './rational'
import { day } from './testing/facts-builder'
import {
  anyOrder,
  anyPartner,
  anyReadings,
  azureRow,
  builderOf,
  INELIGIBLE_AZURE,
  INELIGIBLE_SEATS,
  renamed,
  seatRow,
  type Partner,
} from './testing/partners'
import { scoreFactsExactly } from './testing/score-facts'

const edition = editionById('security-2023-12')
const asOf = day('2023-12-15')

function scored(partner: Partner, readings: Partial<Readings> = {}): Score {
  return scoreOf(prepare(builderOf(partner).build(), edition), { asOf, readings })
}

function pointsOf(score: Score, id: string): number {
  return score.metrics.find((metric) => metric.id === id)?.points ?? 0
}

/** What a score says beyond its warnings. */
function result(score: Score): Omit<Score, 'warnings'> {
  return { ...score, warnings: undefined } as Omit<Score, 'warnings'>
}

const holds = <Values extends [unknown, ...unknown[]]>(
  ...property: Parameters<typeof fc.property<Values>>
) => {
  fc.assert(fc.property<Values>(...property), { numRuns: 80 })
}

describe('for any partner', () => {
  it('the total stays between 0 and 100, and each metric between 0 and its maximum', () => {
    holds(anyPartner, anyReadings, (partner, readings) => {
      const score = scored(partner, readings)
      expect(score.total).toBeGreaterThanOrEqual(0)
      expect(score.total).toBeLessThanOrEqual(100)
      for (const { points, max } of score.metrics) {
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(max)
      }
    })
  })

  it('the total is exactly the sum of the metrics, and attainment both conditions together', () => {
    holds(anyPartner, anyReadings, (partner, readings) => {
      const { score } = scoreFactsExactly(builderOf(partner), { readings })
      const sum = score.metrics.reduce(
        (total, { points }) => total.plus(points ?? Rational.zero),
        Rational.zero,
      )
      expect(score.total?.compare(sum)).toBe(0)
      expect(score.thresholdMet).toBe(sum.isAtLeast(Rational.of(70)))
      expect(score.attained).toBe(
        score.thresholdMet && score.metrics.every(({ minimumMet }) => minimumMet),
      )
    })
  })

  it('the alternatives are exactly the single readings that change total or attainment', () => {
    holds(anyPartner, anyReadings, (partner, readings) => {
      const exact = (each: Readings) => scoreFactsExactly(builderOf(partner), { readings: each })
      const { score, alternatives } = exact(readings)
      const deciding = otherReadings(readings).filter((other) => {
        const { total, attained } = exact(other.readings).score
        return attained !== score.attained || total?.compare(score.total ?? Rational.zero) !== 0
      })
      expect(alternatives.map(({ reading }) => reading)).toEqual(
        deciding.map(({ reading }) => reading),
      )
    })
  })

  it('readings that are stricter never give more', () => {
    holds(anyPartner, anyReadings, (partner, readings) => {
      const totalWith = (change: Partial<Readings>) =>
        scored(partner, { ...readings, ...change }).total ?? 0
      expect(totalWith({ streamFloor: 'sum' })).toBeLessThanOrEqual(
        totalWith({ streamFloor: 'each' }),
      )
      const each = { streamFloor: 'each' } as const
      expect(totalWith({ ...each, growthSteps: 'whole' })).toBeLessThanOrEqual(
        totalWith({ ...each, growthSteps: 'proportional' }),
      )
      if (scored(partner, { ...readings, metricMinimum: 'one' }).attained)
        expect(scored(partner, { ...readings, metricMinimum: 'positive' }).attained).toBe(true)
    })
  })
})

describe('the order of the rows', () => {
  it('does not matter to score, warnings or detail', () => {
    holds(anyPartner, anyOrder, (partner, order) => {
      const [one, other] = [partner, order(partner)].map((each) =>
        prepare(builderOf(each).build(), edition),
      )
      if (!one || !other) throw new RangeError('Two partners were prepared.')
      expect(scoreOf(other, { asOf })).toEqual(scoreOf(one, { asOf }))
      for (const metricId of metricIds) {
        const options = { asOf, metricId }
        expect(metricDetailOf(other, options)).toEqual(metricDetailOf(one, options))
      }
    })
  })
})

describe('a file that is split in two', () => {
  it('changes nothing, wherever it is cut and whichever part comes first', () => {
    holds(anyPartner, fc.nat(), fc.nat(), (partner, azureCut, seatCut) => {
      const turned = <T>(rows: readonly T[], cut: number) => {
        const at = rows.length === 0 ? 0 : cut % rows.length
        return [...rows.slice(at), ...rows.slice(0, at)]
      }
      const parts = {
        ...partner,
        azure: turned(partner.azure, azureCut),
        seats: turned(partner.seats, seatCut),
      }
      expect(scored(parts)).toEqual(scored(partner))
    })
  })

  it('changes nothing where the cut falls between two parts of one amount', () => {
    holds(anyPartner, fc.integer({ min: -500_000, max: 500_000 }), (partner, cents) => {
      const azure = partner.azure.flatMap((row) => [
        { ...row, usd: (Math.round(row.usd * 100) - cents) / 100 },
        { ...row, usd: cents / 100 },
      ])
      expect(scored({ ...partner, azure })).toEqual(scored(partner))
    })
  })
})

describe('a repeated row', () => {
  it('of Microsoft 365 changes nothing, nor does one with fewer seats', () => {
    holds(anyPartner, fc.nat({ max: 30 }), (partner, fewer) => {
      const repeated = partner.seats.flatMap((row) => [
        row,
        { ...row, paid: Math.max(0, row.paid - fewer), active: Math.min(row.active ?? 0, 1) },
        row,
      ])
      expect(scored({ ...partner, seats: repeated })).toEqual(scored(partner))
    })
  })

  it('of a certification changes nothing', () => {
    holds(anyPartner, (partner) => {
      const people = [...partner.people, ...partner.people.toReversed()]
      expect(scored({ ...partner, people })).toEqual(scored(partner))
    })
  })
})

describe('a new customer', () => {
  it('never lowers the points of net customer adds', () => {
    const usage = fc.record({
      azure: fc.option(fc.integer({ min: 100, max: 90_000 }), { nil: undefined }),
      seats: fc.option(fc.integer({ min: 25, max: 900 }), { nil: undefined }),
    })
    holds(anyPartner, anyReadings, fc.array(usage, { maxLength: 12 }), (partner, readings, won) => {
      const fresh = won.map((each, index) => ({ ...each, tenant: `won-${String(index)}` }))
      const grown = {
        ...partner,
        azure: [
          ...partner.azure,
          ...fresh.flatMap(({ tenant, azure }) =>
            azure === undefined ? [] : { tenant, month: '2023-11', usd: azure },
          ),
        ],
        seats: [
          ...partner.seats,
          ...fresh.flatMap(({ tenant, seats }) =>
            seats === undefined ? [] : { tenant, month: '2023-11', paid: seats, active: 0 },
          ),
        ],
      }
      expect(pointsOf(scored(grown, readings), 'net-customer-adds')).toBeGreaterThanOrEqual(
        pointsOf(scored(partner, readings), 'net-customer-adds'),
      )
    })
  })
})

describe('another certification', () => {
  it('never lowers the points of certifications', () => {
    const held = fc.record({
      person: fc.constantFrom('p1', 'p2', 'p9'),
      title: fc.constantFrom('AZ-500', 'SC-200', 'MS-500', 'SC-100', 'SC-300', 'SC-400', 'AZ-900'),
    })
    holds(anyPartner, held, (partner, more) => {
      const grown = { ...partner, people: [...partner.people, more] }
      expect(pointsOf(scored(grown), 'intermediate-certifications')).toBeGreaterThanOrEqual(
        pointsOf(scored(partner), 'intermediate-certifications'),
      )
    })
  })
})

describe('the names of tenants', () => {
  it('decide nothing', () => {
    holds(anyPartner, (partner) => {
      expect(scored(renamed(partner))).toEqual(scored(partner))
    })
  })
})

describe('a row that does not count', () => {
  it('changes nothing but what is said about rows that were left out', () => {
    const azure = fc.record({ row: azureRow, flaw: fc.constantFrom(...INELIGIBLE_AZURE) })
    const seats = fc.record({ row: seatRow, flaw: fc.constantFrom(...INELIGIBLE_SEATS) })
    holds(anyPartner, fc.array(azure), fc.array(seats), (partner, moreAzure, moreSeats) => {
      const grown = {
        ...partner,
        azure: [...partner.azure, ...moreAzure.map(({ row, flaw }) => ({ ...row, ...flaw }))],
        seats: [...partner.seats, ...moreSeats.map(({ row, flaw }) => ({ ...row, ...flaw }))],
      }
      expect(result(scored(grown))).toEqual(result(scored(partner)))
    })
  })
})

describe('an Azure row and its credit', () => {
  it('cancel each other out', () => {
    holds(anyPartner, azureRow, (partner, row) => {
      const azure = [...partner.azure, row, { ...row, usd: -row.usd }]
      expect(result(scored({ ...partner, azure }))).toEqual(result(scored(partner)))
    })
  })
})
