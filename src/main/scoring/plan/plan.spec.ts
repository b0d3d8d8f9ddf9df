import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSettingsSchema, type PlanSettings } from '../../../shared/plan'
import type { Readings } from '../../../shared/score'
import { editionById } from '../../rules/registry'
import { prepare } from '../engine'
import { day, facts, type FactsBuilder } from '../testing/facts-builder'
import { anyPartner, anyReadings, builderOf } from '../testing/partners'
import { scoreFacts, seventy, skilled } from '../testing/score-facts'
import { planOf } from './plan'

interface Options {
  readonly edition?: string
  readonly today?: string
  readonly goal?: string
  readonly readings?: Partial<Readings>
  readonly settings?: Partial<PlanSettings>
}

type TrackPlan = ReturnType<typeof planOf>

function plan(builder: FactsBuilder, options: Options = {}): TrackPlan {
  const { edition = 'security-2023-12', today = '2023-12-15', goal = today } = options
  const rules = editionById(edition)
  const built = builder.build()
  return planOf({
    prepared: prepare(built, rules),
    anyAssociation: () => prepare(built, rules, 'any'),
    days: { today: day(today), goal: day(goal) },
    readings: options.readings,
    settings: planSettingsSchema.parse(options.settings ?? {}),
  })
}

const lever = (made: TrackPlan, id: string) => {
  const found = made.levers.find((each) => each.id === id)
  if (!found) throw new RangeError(id)
  return found
}

/** A way in short: `3 × azure-customer`. */
const inShort = (made: TrackPlan, way = 0) =>
  (made.ways[way]?.steps ?? []).map(({ count, lever: id }) => `${String(count)} × ${id}`)

describe('a plan', () => {
  it('has nothing to do where the designation is attained', () => {
    const made = plan(seventy())
    expect(made).toMatchObject({ attained: true, gap: 0, ways: [], proven: true })
  })

  it('closes a gap of eight cents of growth with one step of growth', () => {
    const made = plan(seventy(0.1))
    expect(made).toMatchObject({
      ...{ attained: false, gap: 0.00008, by: null },
      ...{ totalShown: 69.9, gapShown: 0.1 },
    })
    expect(inShort(made)).toEqual(['1 × azure-growth'])
    expect(made.ways[0]).toMatchObject({ effort: 2, total: 70, without: null })
  })

  it('names the metrics at their maximum', () => {
    expect(plan(seventy()).saturated).toEqual(['usage-growth'])
  })

  it('names near customers closest first, with what they lack', () => {
    const builder = seventy(12_500).azureYears('far', 79.99).azureYears('close', 99.99)
    builder.azureYears('edge', 80).azureYears('credit', -5)
    expect(lever(plan(builder), 'near-azure-customer').candidates).toMatchObject([
      { name: 'close', missing: { usd: 0.01 } },
      { name: 'edge', missing: { usd: 20 } },
    ])
  })

  it('names customers near in paid seats and near in active ones, each in one lever', () => {
    const builder = seventy(12_500)
      .seatYears('short of seats', [20, 10])
      .seatYears('far', [19, 19])
      .seatYears('short of use', [100, 12])
      .seatYears('idle', [100, 11])
    const made = plan(builder)
    expect(lever(made, 'near-m365-customer').candidates).toMatchObject([
      { name: 'short of seats', missing: { paidSeats: 5 } },
    ])
    expect(lever(made, 'near-m365-deployment').candidates).toMatchObject([
      { name: 'short of use', missing: { activeSeats: 3 } },
    ])
  })

  it('counts a new deployment as a customer and as growth as well', () => {
    const settings = { limit: { 'azure-growth': 0, 'm365-growth': 0 } }
    const made = plan(skilled(facts().fullHistory(), 6), { settings })
    const step = made.ways[0]?.steps.find(({ lever: id }) => id === 'azure-deployment')
    expect(step?.metrics.map(({ id }) => id)).toEqual([
      'net-customer-adds',
      'deployments',
      'usage-growth',
    ])
  })

  it('fixes an association where the usage is there already', () => {
    const builder = seventy(12_500).azure({
      tenant: 'unclaimed',
      month: '2023-11',
      usd: 12_000,
      association: null,
    })
    const made = plan(builder)
    expect(inShort(made)).toEqual(['1 × association'])
    expect(made.ways[0]?.steps[0]).toMatchObject({
      effort: 0.5,
      candidates: [{ kind: 'customer', name: 'unclaimed' }],
      metrics: [
        { id: 'net-customer-adds', points: 2 },
        { id: 'deployments', points: 3.333333 },
        { id: 'usage-growth', points: 9.6 },
      ],
    })
  })

  it('meets the gates before it adds people who score', () => {
    const made = plan(facts().fullHistory().importedCertifications())
    const steps = made.ways[0]?.steps ?? []
    expect(made.minimumsMissed).toHaveLength(4)
    expect(steps.slice(0, 2).map(({ certification }) => certification?.steps)).toEqual([
      ['step-1'],
      ['step-2'],
    ])
    expect(steps.slice(0, 2).map(({ points, count }) => [points, count])).toEqual([
      [0, 2],
      [0, 2],
    ])
  })

  it('lets one SC-200 count in both of its steps until December 2023', () => {
    const made = plan(facts().fullHistory(), {
      edition: 'security-2023-06',
      today: '2023-11-15',
    })
    const both = made.ways[0]?.steps.find(({ certification }) => certification?.steps.length === 2)
    expect(both?.certification).toEqual({ steps: ['step-2', 'step-3'], ids: ['SC-200'] })
  })

  it('renews what runs out before the goal, by name, and only then', () => {
    const builder = seventy().certification({
      person: 'expert-5',
      name: 'Ida Brandt',
      title: 'SC-100',
      expires: '2024-01-10',
    })
    const early = plan(builder, { goal: '2024-01-10' })
    expect(lever(early, 'renewal').candidates).toEqual([])
    const late = plan(builder, { goal: '2024-01-11' })
    expect(late.by).toBe('2024-01-11')
    expect(lever(late, 'renewal').candidates).toEqual([
      {
        kind: 'person',
        id: 'expert-5',
        name: 'Ida Brandt',
        missing: {},
        certification: 'SC-100',
        expires: '2024-01-10',
      },
    ])
  })

  it('proposes no certification that can no longer be earned', () => {
    const made = plan(facts().fullHistory(), { edition: 'security-2023-06', today: '2023-11-15' })
    const ids = made.ways.flatMap(({ steps }) =>
      steps.flatMap(({ certification }) => certification?.ids ?? []),
    )
    expect(ids).not.toContain('MS-500')
  })

  it('keeps to limits, and says how far they reach when that is not far enough', () => {
    const limit = { 'azure-growth': 0, 'm365-growth': 1 }
    const made = plan(seventy(1250), { settings: { limit } })
    expect(
      made.ways.every(({ steps }) => steps.every(({ lever: id }) => id !== 'azure-growth')),
    ).toBe(true)
    const none = Object.fromEntries(made.levers.map(({ id }) => [id, 0]))
    expect(plan(seventy(1250), { settings: { limit: none } })).toMatchObject({
      ways: [],
      reachable: 69,
      gap: 1,
    })
  })

  it('takes the effort that the consultant sets', () => {
    const effort = { 'azure-growth': 9.25, 'm365-growth': 9.5 }
    const made = plan(seventy(1250), { settings: { effort } })
    expect(inShort(made)).not.toContain('1 × azure-growth')
    expect(lever(made, 'azure-growth')).toMatchObject({ effort: 9.25, defaultEffort: 2 })
  })

  it('starts from nothing where nothing was imported', () => {
    const made = plan(facts())
    expect(made).toMatchObject({ total: 0, gap: 70 })
    expect(made.noData).toHaveLength(4)
    expect(made.ways[0]?.total).toBeGreaterThanOrEqual(70)
  })

  it('ranks the cheapest way first, and each other one does without a kind of work', () => {
    const made = plan(skilled(facts().fullHistory(), 0))
    const efforts = made.ways.map(({ effort }) => effort)
    expect(efforts).toEqual([...efforts].sort((a, b) => a - b))
    expect(made.ways.length).toBeGreaterThan(2)
    const customers = made.ways.find(({ without }) => without === 'customers')
    expect(customers?.steps.some(({ lever: id }) => id.endsWith('customer'))).toBe(false)
  })

  it.each([
    'security-2023-06',
    'security-2023-12',
    'security-2026-enterprise',
    'security-2026-smb',
  ])(
    'adds up exactly and starts from the score, for any partner and reading under %s',
    (edition) => {
      fc.assert(
        fc.property(anyPartner, anyReadings, (partner, readings) => {
          const made = plan(builderOf(partner), { edition, readings })
          const score = scoreFacts(builderOf(partner), { edition, readings })
          expect(made.total).toBe(score.total ?? 0)
          expect(made.attained).toBe(score.attained)
          expect(made.ways.every(({ effort }) => effort >= (made.ways[0]?.effort ?? 0))).toBe(true)
          for (const { steps, total } of made.ways) {
            expect(total).toBeGreaterThanOrEqual(made.threshold)
            const sum = steps.reduce((all, { points }) => all + points, made.total)
            expect(sum).toBeCloseTo(total, 4)
            expect(steps.at(-1)?.totalAfter).toBe(total)
          }
        }),
        { numRuns: 12, endOnFailure: true },
      )
    },
  )
})
