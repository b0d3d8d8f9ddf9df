import { describe, expect, it } from 'vitest'
import { allOf, cause, compareText, merged, pointsCause, type ExactCause } from './change-causes'
import { Rational } from './rational'

const told = (each: Partial<ExactCause>, effect = Rational.of(1)) =>
  cause({ kind: 'usage-grew', metric: 'usage-growth', effect, ...each })
const subject = (id: string) => ({ id, name: null })

describe('the order of causes', () => {
  it('is that of their effects, whatever the sign', () => {
    const effects = [1, -3, 2].map((effect) => told({}, Rational.of(effect)))
    const order = merged([allOf(effects)]).map(({ effect }) => effect.rounded(0))
    expect(order).toEqual([-3, 2, 1])
  })

  it.each<[string, Partial<ExactCause>[]]>([
    [
      'of the metrics as on the page',
      [
        { metric: 'net-customer-adds' },
        { metric: 'intermediate-certifications' },
        { metric: 'deployments' },
        { metric: 'usage-growth' },
        { metric: null },
      ],
    ],
    [
      'whom it is about before what only balances it',
      [{ subject: subject('z') }, { subject: null }],
    ],
    ['of the streams', [{ stream: 'azure' }, { stream: 'm365' }]],
    ['of the steps', [{ step: 'step-1' }, { step: 'step-2' }]],
    ['of the customers', [{ subject: subject('a') }, { subject: subject('b') }]],
    ['of the windows', [{ window: 'current' }, { window: 'previous' }]],
    ['of the kinds', [{ kind: 'usage-grew' }, { kind: 'usage-shrank' }]],
    // Each part is compared by itself: "ab" with nothing after it comes after "a" with anything.
    [
      'of the parts one after another',
      [
        { step: 'a', subject: subject('c') },
        { step: 'ab', subject: subject('b') },
      ],
    ],
  ])('is, of equal effects, that %s', (_, inOrder) => {
    const causes = inOrder.map((each) => told(each))
    expect(merged([allOf(causes)])).toEqual(causes)
    expect(merged([allOf(causes.toReversed())])).toEqual(causes)
  })

  it('compares texts by their characters', () => {
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([
      -1, 1, 0,
    ])
  })
})

describe('points on two dates', () => {
  const data = { kind: 'data', metric: 'usage-growth' } as const

  it('are a cause where data came, though it is worth nothing', () => {
    expect(pointsCause(data, null, Rational.zero)).toMatchObject([{ before: null, after: 0 }])
    expect(pointsCause(data, Rational.zero, null)).toMatchObject([{ before: 0, after: null }])
  })

  it('are none where they are equal, or unknown on both', () => {
    expect(pointsCause(data, Rational.of(2), Rational.of(4, 2))).toEqual([])
    expect(pointsCause(data, null, null)).toEqual([])
  })
})
