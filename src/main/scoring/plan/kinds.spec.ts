import { describe, expect, it } from 'vitest'
import { planSettingsSchema, type PlanSettings, type PlanStep } from '../../../shared/plan'
import { parseEdition, type Edition } from '../../rules/edition-schema'
import security from '../../rules/editions/security-2023-12.json'
import infrastructure from '../../rules/testing/infrastructure-azure.json'
import { exactScoreOf, prepare } from '../engine'
import { day, facts, type FactsBuilder } from '../testing/facts-builder'
import { skilled } from '../testing/score-facts'
import { planOf } from './plan'
import { cheapestPlan } from './tracks'

/** Plans under the kinds of metric that no edition of the product has; see docs/editions.md. */
const TODAY = day('2023-12-15')

/** The fixture with each metric counted in one way, so that all of them can be planned. */
function planned(): Edition {
  const text = JSON.stringify(infrastructure).replaceAll(',"bestOf":["pal","pal-csp"]', '')
  return parseEdition(JSON.parse(text))
}

function machines(builder: FactsBuilder, tenant: string, usd: number, before = 0): FactsBuilder {
  const service = 'Virtual Machines'
  return builder.azure(
    { tenant, service, month: '2023-11', usd },
    { tenant, service, month: '2022-11', usd: before },
  )
}

/** USD 60,000 a year ago, 66,000 now: growth of 10 % and nothing else. */
const partner = () =>
  machines(facts().fullHistory().importedCertifications(), 'old', 66_000, 60_000)

function plan(edition: Edition, builder: FactsBuilder, settings: Partial<PlanSettings> = {}) {
  const built = builder.build()
  return planOf({
    prepared: prepare(built, edition),
    anyAssociation: () => prepare(built, edition, 'any'),
    days: { today: TODAY, goal: TODAY },
    settings: planSettingsSchema.parse(settings),
  })
}

/** Carries a way out on the rows. */
function carriedOut(builder: FactsBuilder, steps: readonly PlanStep[]): FactsBuilder {
  steps.forEach(({ lever, count, certification }, step) => {
    for (let n = 0; n < count; n++) {
      const name = `${String(step)}.${String(n)}`
      if (lever === 'azure-customer') machines(builder, name, 1000)
      else if (lever === 'azure-deployment') machines(builder, name, 10_000)
      else if (lever === 'azure-growth') machines(builder, name, 600)
      else builder.person(name, certification?.ids[0] ?? lever)
    }
  })
  return builder
}

describe('a plan under other kinds of metric', () => {
  it('keeps its promise about distinct counts, growth in percent, pools and maxima of steps', () => {
    const edition = planned()
    for (const limit of [{}, { 'azure-growth': 3 }, { 'azure-deployment': 0 }]) {
      const made = plan(edition, partner(), { limit })
      const [way] = made.ways
      const built = carriedOut(partner(), way?.steps ?? []).build()
      const { score } = exactScoreOf(prepare(built, edition), { asOf: TODAY })
      expect(made).toMatchObject({ attained: false, proven: true, notPlanned: [] })
      expect(score.total?.rounded(6)).toBe(way?.total)
      expect(score.attained).toBe(true)
    }
  })

  it('says how many dollars a step of growth in percent takes', () => {
    const growth = plan(planned(), partner()).levers.find(({ id }) => id === 'azure-growth')
    // One percent of USD 60,000.
    expect(growth).toMatchObject({ unit: { amount: 600, of: 'usd' }, defaultLimit: 20 })
  })

  it('offers no growth where a year ago was below the baseline', () => {
    const small = machines(facts().fullHistory(), 'old', 49_000, 48_000)
    const growth = plan(planned(), small).levers.find(({ id }) => id === 'azure-growth')
    expect(growth?.defaultLimit).toBe(0)
  })

  it.each(['each', 'sum'] as const)(
    'takes no more of a stream than its own maximum, under the stream floor %s',
    (streamFloor) => {
      const edition = parseEdition({
        ...security,
        id: 'security-own-maxima',
        metrics: security.metrics.map((metric) => {
          if (metric.id !== 'deployments') return metric
          const { azure, m365 } = metric.streams ?? {}
          return { ...metric, streams: { azure: { ...azure, max: 13 }, m365: { ...m365, max: 7 } } }
        }),
        readings: { ...security.readings, streamFloor },
      })
      const builder = () => skilled(facts().fullHistory(), 5).azureYears('lost', 0, 12_000)
      const made = plan(edition, builder(), { limit: { 'azure-growth': 0, 'm365-growth': 0 } })
      const carried = builder()
      for (const [step, { lever, count }] of (made.ways[0]?.steps ?? []).entries()) {
        for (let n = 0; n < count; n++) {
          const name = `${String(step)}.${String(n)}`
          if (lever === 'azure-customer') carried.azureYears(name, 100)
          else if (lever === 'azure-deployment') carried.azureYears(name, 12_000)
          else if (lever === 'm365-customer') carried.seatYears(name, [25, 0])
          else if (lever === 'm365-deployment') carried.seatYears(name, [25, 4])
          else carried.person(name, 'SC-100')
        }
      }
      const { score } = exactScoreOf(prepare(carried.build(), edition), { asOf: TODAY })
      expect(made.proven).toBe(true)
      expect(score.total?.rounded(6)).toBe(made.ways[0]?.total)
      expect(score.attained).toBe(true)
    },
  )

  it('counts what takes the best of several associations as it is, and names it', () => {
    const made = plan(parseEdition(infrastructure), partner())
    expect(made.notPlanned).toEqual(['net-customer-adds', 'usage-growth'])
    // 10 of growth as it is, 12 − 2 of deployments, 40 of certifications.
    expect(made).toMatchObject({ ways: [], reachable: 60, proven: true })
    expect(plan(parseEdition(infrastructure), facts()).notPlanned).toEqual(made.notPlanned)
    const rich = partner()
    for (const name of ['one', 'two', 'three']) machines(rich, name, 1500)
    const reached = plan(parseEdition(infrastructure), rich)
    expect(reached.ways[0]?.total).toBeGreaterThanOrEqual(70)
    expect(reached.ways[0]?.steps.map(({ lever }) => lever)).not.toContain('azure-customer')
  })

  it('carries every association on to a later day', () => {
    const edition = parseEdition(infrastructure)
    const prepared = prepare(partner().build(), edition)
    const made = cheapestPlan({
      tracks: [prepared],
      anyAssociation: () => [prepare(partner().build(), edition, 'any')],
      days: { today: TODAY, goal: day('2024-01-15') },
      settings: planSettingsSchema.parse({}),
    })
    expect(made).toMatchObject({
      by: '2024-01-15',
      notPlanned: ['net-customer-adds', 'usage-growth'],
    })
  })
})
