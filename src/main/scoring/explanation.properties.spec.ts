import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metricIds } from '../../shared/score'
import { explainAzureRows, explainCertifications, explainSeatRows } from './explained-rows'
import { explanationOf, metricNamed, sectionId, sectionsOf } from './explanation'
import { accountOf } from './left-out'
import { Rational } from './rational'
import { anyPartner, anyReadings } from './testing/partners'
import { azureRowsOf, scoreOfPartner, seatRowsOf, storedRows, told } from './testing/stored-rows'

const anyEdition = fc.constantFrom(
  ...['security-2023-06', 'security-2023-12'],
  ...['security-2026-enterprise', 'security-2026-smb'],
)
const LIMIT = 1_000

const holds = <Values extends [unknown, ...unknown[]]>(
  ...property: Parameters<typeof fc.property<Values>>
) => {
  fc.assert(fc.property<Values>(...property), { numRuns: 60 })
}

const sum = (parts: readonly (string | null)[]) =>
  parts.reduce((total, part) => total.plus(Rational.parse(part ?? '0')), Rational.zero)

describe('for any partner, edition and readings, an explanation', () => {
  it('adds up from sections to metrics to the total, exactly', () => {
    holds(anyPartner, anyReadings, anyEdition, (partner, readings, edition) => {
      const of = scoreOfPartner(partner, { readings, edition })
      const metrics = metricIds.map((id) => explanationOf(of, id, LIMIT))
      for (const { sections, pointsExact, max } of metrics) {
        const points = sum(sections.map((each) => each.pointsExact))
        const cut = points.clamp(Rational.zero, Rational.of(max))
        expect(pointsExact).toBe(cut.toFraction())
      }
      expect(of.score.total?.toFraction()).toBe(
        sum(metrics.map(({ pointsExact }) => pointsExact)).toFraction(),
      )
    })
  })

  it('lists exactly those whose number the section is, and who came and went', () => {
    holds(anyPartner, anyReadings, anyEdition, (partner, readings, edition) => {
      const of = scoreOfPartner(partner, { readings, edition })
      for (const id of metricIds) {
        for (const { lists, current, previous, unit } of explanationOf(of, id, LIMIT).sections) {
          const added = id === 'usage-growth'
          const total = (side: 'now' | 'before', { entries }: typeof lists.near) =>
            added ? entries.reduce((all, each) => all + each[side], 0) : entries.length
          expect(total('now', lists.countedNow)).toBeCloseTo(current ?? NaN, 6)
          expect(total('before', lists.yearAgo)).toBeCloseTo(previous ?? NaN, 6)
          expect(lists.countedNow.total - lists.gained.total).toBe(
            lists.yearAgo.total - lists.lost.total,
          )
          const growing = unit === 'usd' || unit === 'user'
          for (const each of lists.near.entries) {
            expect((each.gap ?? 0) + (each.gapActive ?? 0)).toBeGreaterThan(0)
            if (!(added && growing)) expect(each.countsNow).toBe(false)
          }
        }
      }
    })
  })

  it('counts every stored row once, and counted rows are the number of the section', () => {
    holds(anyPartner, anyReadings, anyEdition, (partner, readings, edition) => {
      const of = scoreOfPartner(partner, { readings, edition })
      const stored = storedRows(partner)
      for (const id of metricIds) {
        const explanation = explanationOf(of, id, LIMIT)
        sectionsOf(of, metricNamed(of, id)).forEach((section, index) => {
          const { rows, counted, causes } = accountOf(of, section, stored).totals()
          const all = { azure: partner.azure.length, m365: partner.seats.length }
          expect(rows).toBe(all[sectionId(section) as 'azure'] ?? partner.people.length)
          const parts = [...counted, ...causes]
          expect(parts.reduce((total, part) => total + part.rows, 0)).toBe(rows)
          const { current, previous, kind } = explanation.sections[index] ?? {}
          for (const [window, value] of [
            ['current', current],
            ['previous', previous],
          ] as const) {
            if (kind === 'step' && window === 'previous') continue
            const lot = counted.find((each) => each.window === window)
            const shown = id === 'usage-growth' ? lot?.amount : lot?.subjects
            expect(shown ?? 0).toBeCloseTo(value ?? NaN, 6)
          }
        })
      }
    })
  })

  it('says of each row what the account says of all', () => {
    holds(anyPartner, anyReadings, anyEdition, (partner, readings, edition) => {
      const of = scoreOfPartner(partner, { readings, edition })
      const stored = storedRows(partner)
      for (const id of metricIds) {
        for (const section of sectionsOf(of, metricNamed(of, id))) {
          const rows =
            section.kind === 'step'
              ? explainCertifications(of, section, stored.certifications)
              : of.prepared.tenants.flatMap(({ name }, tenant) => {
                  if (sectionId(section) === 'azure') {
                    return explainAzureRows(of, section, tenant, azureRowsOf(partner, name ?? ''))
                  }
                  const own = seatRowsOf(partner, name ?? '')
                  return explainSeatRows(of, section, tenant, { rows: own, compared: own })
                })
          const lots: Record<string, [number, number]> = {}
          for (const { cause, window, amount } of rows) {
            const key = `${cause ?? 'counts'}${window === 'current' ? '' : `/${window ?? 'outside'}`}`
            const lot = (lots[key] ??= [0, 0])
            lot[0] += 1
            lot[1] = Math.round((lot[1] + amount) * 1e6) / 1e6
          }
          expect(lots).toEqual(told(accountOf(of, section, stored)))
        }
      }
    })
  })
})
