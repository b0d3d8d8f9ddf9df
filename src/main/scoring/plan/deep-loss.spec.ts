import { describe, expect, it } from 'vitest'
import { planSettingsSchema } from '../../../shared/plan'
import { editionById } from '../../rules/registry'
import { prepare } from '../engine'
import { day, facts, type FactsBuilder } from '../testing/facts-builder'
import { skilled } from '../testing/score-facts'
import { planOf } from './plan'

/**
 * A partner whose 200 customers all shrank, most of them below every threshold: hundreds of levers,
 * and in each stream more to make up for than its metric gives.
 */
function shrunken(): FactsBuilder {
  const builder = skilled(facts().fullHistory(), 1)
  for (let index = 0; index < 200; index++) {
    const name = `c${String(index).padStart(3, '0')}`
    const spread = (index * 37) % 200
    builder.azureYears(name, 60 + spread * 73, 200 + spread * 190)
    builder.seatYears(name, [15 + (spread % 60), spread % 11], [20 + spread, 5 + spread])
    if (index % 4 === 0)
      builder.azure({ tenant: name, month: '2023-11', usd: spread * 90, association: null })
  }
  return builder
}

describe('a partner far below zero in every stream', () => {
  it.each(['security-2023-06', 'security-2023-12', 'security-2026-enterprise'])(
    'gets a way that is proven the cheapest, in few looks, under %s',
    (edition) => {
      const rules = editionById(edition)
      const built = shrunken().build()
      const made = planOf({
        prepared: prepare(built, rules),
        anyAssociation: () => prepare(built, rules, 'any'),
        days: { today: day('2023-12-15'), goal: day('2023-12-15') },
        settings: planSettingsSchema.parse({}),
      })
      const levers = made.levers.reduce((sum, { defaultLimit }) => sum + defaultLimit, 0)
      expect(levers).toBeGreaterThan(300)
      expect(made).toMatchObject({ attained: false, proven: true })
      expect(made.nodes).toBeLessThan(3000)
      expect(made.ways[0]?.total).toBeGreaterThanOrEqual(70)
    },
  )
})
