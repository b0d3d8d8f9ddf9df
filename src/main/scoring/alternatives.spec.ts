import { describe, expect, it } from 'vitest'
import type { Readings } from '../../shared/score'
import { editionById } from '../rules/registry'
import { decidingAlternatives } from './alternatives'
import { Rational } from './rational'
import type { ExactScore } from './score'
import { facts } from './testing/facts-builder'
import { scoreFacts, seventy, skilled } from './testing/score-facts'

const { readings } = editionById('security-2023-12')

function score(total: Rational | null, attained = false): ExactScore {
  return { total, attained, readings } as ExactScore
}

/** The readings named as deciding when one of them leads to another score. */
function deciding(usual: ExactScore, growthWhole: ExactScore): string[] {
  const scoreWith = (each: Readings) => (each.growthSteps === 'whole' ? growthWhole : usual)
  return decidingAlternatives(usual, scoreWith).map(({ reading, value }) => `${reading}=${value}`)
}

describe('readings that decide something', () => {
  const fifty = score(Rational.of(50))

  it('are none when every other answer gives the same', () => {
    expect(deciding(fifty, score(Rational.of(100, 2)))).toEqual([])
    expect(deciding(score(null), score(null))).toEqual([])
  })

  it('are those that change the total, however little', () => {
    expect(deciding(fifty, score(Rational.of(50_000_001, 1_000_000)))).toEqual([
      'growthSteps=whole',
    ])
  })

  it('are those that change the attainment at the same total', () => {
    expect(deciding(fifty, score(Rational.of(50), true))).toEqual(['growthSteps=whole'])
  })

  it('are those that make data of no data, or the other way round', () => {
    expect(deciding(score(null), score(Rational.zero))).toEqual(['growthSteps=whole'])
    expect(deciding(score(Rational.zero), score(null))).toEqual(['growthSteps=whole'])
  })

  it('come with the score they lead to', () => {
    const other = score(Rational.of(51))
    const [first] = decidingAlternatives(fifty, (each) =>
      each.seatScope === 'tenant' ? other : fifty,
    )
    expect(first).toEqual({ reading: 'seatScope', value: 'tenant', score: other })
  })
})

describe('the alternatives of a score', () => {
  it('are none where the readings agree', () => {
    expect(scoreFacts(seventy()).alternatives).toEqual([])
  })

  it('show both numbers where whole steps cost the designation', () => {
    expect(scoreFacts(seventy(1)).alternatives).toEqual([
      { reading: 'growthSteps', value: 'whole', total: 69, totalShown: 69, attained: false },
    ])
  })

  it('show a reading that changes only the attainment', () => {
    const builder = skilled(facts().fullHistory(), 6)
    for (let index = 0; index < 10; index++) builder.seatYears(`t-${String(index)}`, [25, 4])
    const { total, attained, alternatives } = scoreFacts(builder)
    expect([total, attained]).toEqual([80.32, false])
    expect(alternatives).toEqual([
      { reading: 'growthSteps', value: 'whole', total: 80, totalShown: 80, attained: false },
      { reading: 'metricMinimum', value: 'positive', total, totalShown: 80.3, attained: true },
    ])
  })

  it('change one reading at a time and leave the others as chosen', () => {
    const { alternatives } = scoreFacts(seventy(1), { readings: { growthSteps: 'whole' } })
    expect(alternatives).toEqual([
      {
        reading: 'growthSteps',
        value: 'proportional',
        total: 69.9992,
        totalShown: 69.9,
        attained: false,
      },
    ])
  })
})
