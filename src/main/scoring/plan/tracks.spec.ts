import { describe, expect, it } from 'vitest'
import { planSettingsSchema, type Plan } from '../../../shared/plan'
import { editionById } from '../../rules/registry'
import { prepare } from '../engine'
import { day, facts, type FactsBuilder } from '../testing/facts-builder'
import { seventy } from '../testing/score-facts'
import { cheapestPlan } from './tracks'

interface Options {
  readonly editions?: readonly [string, ...string[]]
  readonly today?: string
  readonly goal?: string
}

function planned(builder: FactsBuilder, options: Options = {}): Omit<Plan, 'saved'> {
  const { editions = ['security-2023-12'], today = '2023-12-15', goal = today } = options
  const built = builder.build()
  const [first, ...others] = editions.map(editionById)
  if (!first) throw new RangeError('No edition.')
  return cheapestPlan({
    tracks: [prepare(built, first), ...others.map((each) => prepare(built, each))],
    anyAssociation: () => [
      prepare(built, first, 'any'),
      ...others.map((each) => prepare(built, each, 'any')),
    ],
    days: { today: day(today), goal: day(goal) },
    settings: planSettingsSchema.parse({}),
  })
}

const both = ['security-2026-enterprise', 'security-2026-smb'] as const

describe('the plan of several tracks', () => {
  it('is that of the track whose cheapest way takes less, and says what the other takes', () => {
    const made = planned(facts(), { editions: both, today: '2026-11-15' })
    const alone = planned(facts(), { editions: [both[0]], today: '2026-11-15' })
    expect(made).toMatchObject({ edition: both[1], track: 'smb' })
    expect(made.otherTracks).toEqual([
      { edition: both[0], track: 'enterprise', total: 0, effort: alone.ways[0]?.effort },
    ])
    expect(made.ways[0]?.effort).toBeLessThan(alone.ways[0]?.effort ?? 0)
  })
})

describe('a goal on a later day', () => {
  it('counts on what months that leave the trailing year take away', () => {
    // Everything of the current year was used in November; a year later it is what it is compared with.
    const now = planned(seventy())
    const later = planned(seventy(), { goal: '2024-12-01' })
    expect(now).toMatchObject({ attained: true, by: null })
    expect(later.attained).toBe(false)
    expect(later).toMatchObject({ asOf: '2023-12-15', by: '2024-12-01' })
  })

  it('counts on certifications that expire until then', () => {
    const builder = seventy(12_500).certification({
      person: 'expert-9',
      title: 'SC-100',
      expires: '2023-12-20',
    })
    const gap = (goal: string) => planned(builder, { goal }).gap
    expect(gap('2023-12-20')).toBeCloseTo(gap('2023-12-15'), 6)
    expect(gap('2023-12-21')).toBeGreaterThan(gap('2023-12-20'))
  })

  it('cannot lie before the score date', () => {
    expect(() => planned(seventy(), { goal: '2023-12-14' })).toThrow(
      expect.objectContaining({ code: 'input-invalid' }),
    )
  })
})
