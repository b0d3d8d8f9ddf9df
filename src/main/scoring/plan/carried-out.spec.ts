import { describe, expect, it } from 'vitest'
import { planSettingsSchema, type PlanSettings, type PlanStep } from '../../../shared/plan'
import { editionById } from '../../rules/registry'
import { prepare } from '../engine'
import { day, facts, type FactsBuilder } from '../testing/facts-builder'
import { scoreFacts, seventy, skilled } from '../testing/score-facts'
import { planOf } from './plan'

/**
 * A plan is a promise about a score: whoever does what its steps say has the total that it names. Here
 * every step is carried out on the rows, and the engine scores them.
 */
const NEW_MONTH = '2023-11'

/** Growth that makes nobody a customer: many tenants below the threshold. */
const SMALL = { usd: 62.5, tenants: 20, users: 25 / 5 }

const actions: Partial<
  Record<PlanStep['lever'], (builder: FactsBuilder, name: string, step: PlanStep) => void>
> = {
  'azure-customer': (builder, name) => builder.azureYears(name, 100),
  'm365-customer': (builder, name) => builder.seatYears(name, [25, 0]),
  'azure-deployment': (builder, name) => builder.azureYears(name, 12_000),
  'm365-deployment': (builder, name) => builder.seatYears(name, [25, 4]),
  'azure-growth': (builder, name) => {
    for (let n = 0; n < SMALL.tenants; n++) builder.azureYears(`${name}${String(n)}`, SMALL.usd)
  },
  'm365-growth': (builder, name) => {
    for (let n = 0; n < 25; n++)
      builder.seatYears(`${name}${String(n)}`, [SMALL.users, SMALL.users])
  },
  'gate-certification': (builder, name, { certification }) =>
    builder.person(name, certification?.ids[0] ?? ''),
  'step-certification': (builder, name, { certification }) =>
    builder.person(name, certification?.ids[0] ?? ''),
}

function carryOut(builder: FactsBuilder, steps: readonly PlanStep[]): void {
  steps.forEach((step, index) => {
    if (step.lever === 'near-azure-customer') {
      for (const { name, missing } of step.candidates)
        builder.azure({ tenant: name, month: NEW_MONTH, usd: missing.usd ?? 0 })
      return
    }
    const action = actions[step.lever]
    if (!action) throw new RangeError(`No action for ${step.lever}.`)
    for (let n = 0; n < step.count; n++) action(builder, `${String(index)}.${String(n)}.`, step)
  })
}

const settings: Partial<PlanSettings> = {
  limit: { 'near-azure-deployment': 0, 'near-m365-customer': 0, 'near-m365-deployment': 0 },
}

const partners: readonly (readonly [string, () => FactsBuilder])[] = [
  ['one without anything', () => facts().fullHistory().importedCertifications()],
  ['one with people only', () => skilled(facts().fullHistory(), 6)],
  ['one that lacks ten points of growth', () => seventy(12_500)],
  [
    'one with near customers',
    () => seventy(2500).azureYears('close', 99.99).azureYears('edge', 80),
  ],
  [
    'one that lost customers and growth',
    () =>
      skilled(facts().fullHistory(), 2)
        .azureYears('lost-1', 0, 9000)
        .azureYears('lost-2', 0, 700)
        .seatYears('lost-3', [0, 0], [90, 60]),
  ],
]

describe('a way that is carried out', () => {
  it.each(
    partners.flatMap(([name, builder]) =>
      ['security-2023-06', 'security-2023-12'].map((edition) => [name, edition, builder] as const),
    ),
  )('gives %s the total it promises under %s', (_name, edition, builder) => {
    const rules = editionById(edition)
    const built = builder().build()
    const { ways } = planOf({
      prepared: prepare(built, rules),
      anyAssociation: () => prepare(built, rules, 'any'),
      days: { today: day('2023-12-15'), goal: day('2023-12-15') },
      settings: planSettingsSchema.parse(settings),
    })
    for (const way of ways) {
      const changed = builder()
      carryOut(changed, way.steps)
      const score = scoreFacts(changed, { edition })
      expect(score.total).toBe(way.total)
      expect(score.attained).toBe(true)
    }
  })
})
