import { describe, expect, it } from 'vitest'
import { editionById } from '../rules/registry'
import { exactScoreOf, prepare } from './engine'
import { day, facts, type FactsBuilder } from './testing/facts-builder'

/** The page's four examples of intermediate certifications, each under the edition it fits. */
function points(builder: FactsBuilder, edition: string): number | undefined {
  const prepared = prepare(builder.build(), editionById(edition))
  const { score } = exactScoreOf(prepared, { asOf: day('2023-11-30') })
  const metric = score.metrics.find(({ rule }) => rule.id === 'intermediate-certifications')
  return metric?.points?.rounded(2)
}

const june = 'security-2023-06'
const december = 'security-2023-12'

describe('worked example 1: A completes step 1, B step 2, C step 3', () => {
  const withSecondStep = (title: string) =>
    facts().person('A', 'AZ-500').person('B', title).person('C', 'SC-100')

  it('gives 6.67 under the June edition when B holds MS-500', () => {
    expect(points(withSecondStep('MS-500'), june)).toBe(6.67)
  })

  it('gives 13.33 under the June edition when B holds SC-200, which is a step-3 certification there', () => {
    expect(points(withSecondStep('SC-200'), june)).toBe(13.33)
  })

  it.each(['MS-500', 'SC-200'])(
    'gives 0 under the December edition when B holds %s, because gates need two people',
    (title) => {
      expect(points(withSecondStep(title), december)).toBe(0)
    },
  )
})

describe('worked example 2: A, B complete step 1; C, D step 2; E, F, G step 3', () => {
  it('gives 20 under the December edition', () => {
    const builder = facts()
      .person('A', 'AZ-500')
      .person('B', 'AZ-500')
      .person('C', 'SC-200')
      .person('D', 'MS-500')
      .person('E', 'SC-100')
      .person('F', 'SC-300')
      .person('G', 'SC-400')
    expect(points(builder, december)).toBe(20)
  })
})

describe('worked example 3: A and B complete all three steps', () => {
  it.each([june, december])('gives 13.33 under %s', (edition) => {
    const builder = facts()
      .person('A', 'AZ-500', 'SC-200', 'SC-100')
      .person('B', 'AZ-500', 'MS-500', 'SC-300')
    expect(points(builder, edition)).toBe(13.33)
  })
})

describe('worked example 4: A and B complete steps 1 and 3', () => {
  const withoutSecondStep = () =>
    facts().person('A', 'AZ-500', 'SC-100').person('B', 'AZ-500', 'SC-300')

  it.each([june, december])('gives 0 under %s, because step 2 is a gate', (edition) => {
    expect(points(withoutSecondStep(), edition)).toBe(0)
  })

  it.each([june, december])('gives 13.33 under %s once two people complete step 2', (edition) => {
    const builder = withoutSecondStep().person('C', 'MS-500').person('D', 'MS-500')
    expect(points(builder, edition)).toBe(13.33)
  })

  it('gives 26.67 under the June edition when these two hold SC-200, each a step-3 person there', () => {
    const builder = withoutSecondStep().person('C', 'SC-200').person('D', 'SC-200')
    expect(points(builder, june)).toBe(26.67)
  })
})
