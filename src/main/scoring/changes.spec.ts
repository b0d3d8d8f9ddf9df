import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesSchema } from '../../shared/changes'
import type { Readings } from '../../shared/score'
import { editionsFor } from '../rules/registry'
import { sumOf } from './change-causes'
import { changesBetween } from './changes'
import { prepare } from './engine'
import { Rational } from './rational'
import { changesOf, exactChangesOf, told, twoMonths } from './testing/change-facts'
import { day, facts } from './testing/facts-builder'
import { seventy, skilled } from './testing/score-facts'
import { anyOrder, anyPartner, anyReadings, builderOf, type Partner } from './testing/partners'

/** Usage that begins in November 2023, and no certifications at all. */
const twoMonthsOfUsage = () => facts().azure({ tenant: 'a', month: '2023-11', usd: 100 })

describe('the changes of a score', () => {
  it('name both sides, the difference and each metric', () => {
    const changes = changesOf(seventy(), { from: '2023-11-30', to: '2023-12-15' })
    expect(changesSchema.parse(changes)).toEqual(changes)
    expect(changes.from).toMatchObject({ asOf: '2023-11-30', usageMonth: '2023-10' })
    expect(changes.to).toMatchObject({ asOf: '2023-12-15', usageMonth: '2023-11', total: 70 })
    expect(changes.from.monthsMissing).toBe(1)
    // In October the four large customers have 5,875 dollars each, and SC-200 still earns points.
    expect(
      changes.metrics.map((each) => [each.id, each.before, each.after, each.difference]),
    ).toEqual([
      ['net-customer-adds', 8, 10, 2],
      ['intermediate-certifications', 40, 26.666667, -13.333333],
      ['deployments', 0, 13.333333, 13.333333],
      ['usage-growth', 18.8, 20, 1.2],
    ])
    expect(changes.metrics.map(({ status }) => status)).toEqual(Array(4).fill('scored'))
  })

  it('are none within a month in which nobody completed or lost anything', () => {
    const changes = changesOf(seventy(), { from: '2023-12-01', to: '2023-12-31' })
    expect(changes).toMatchObject({
      difference: 0,
      differenceShown: 0,
      rulesChanged: false,
      causes: [],
      causesTotal: 0,
    })
  })

  it('tell another edition apart from what happened', () => {
    // SC-200 earns points in step 3 until the end of November, and no longer from December on.
    const builder = skilled(twoMonths(), 1).certification({
      person: 'ada',
      title: 'SC-100',
      completed: '2023-12-01',
    })
    const changes = changesOf(builder, { from: '2023-11-30', to: '2023-12-01' })
    expect(told(changes, 'intermediate-certifications')).toEqual([
      ['rules', '', -13.333333],
      ['person-gained', 'step-3 ada', 6.666667],
    ])
    expect(changes.rulesChanged).toBe(true)
    expect(changes.causes[0]).toMatchObject({ unit: 'point', before: 20, after: 6.666667 })
  })

  it('tell of a metric that only one of the editions has as a change of the rules', () => {
    const built = seventy().build()
    const [edition] = editionsFor(day('2023-12-15'))
    const without = { ...edition, id: 'without-adds', metrics: edition.metrics.slice(1) }
    const [whole, part] = [prepare(built, edition), prepare(built, without)]
    const dates = { from: day('2023-12-01'), to: day('2023-12-15') }
    const causes = [changesBetween(whole, part, dates), changesBetween(part, whole, dates)].map(
      (changes) => [told(changes, 'net-customer-adds'), changes.difference],
    )
    expect(causes).toEqual([
      [[['rules', '', -10]], -10],
      [[['rules', '', 10]], 10],
    ])
  })

  it('have no difference where one side has no data', () => {
    const builder = seventy()
    const late = changesOf(builder, { from: '2023-12-15', to: '2024-01-15' })
    expect(late.metrics[0]).toMatchObject({ status: 'no-data', difference: null })
    const onlyUsage = twoMonthsOfUsage()
    const early = changesOf(onlyUsage, { from: '2023-11-15', to: '2023-12-15' })
    expect(early).toMatchObject({ differenceShown: null, difference: null, from: { total: null } })
    expect(told(early, 'net-customer-adds')).toEqual([['data', '', 2]])
  })

  it('keep the customer with the smaller id where a limit has to choose', () => {
    const builder = twoMonths()
    for (const tenant of ['b', 'a', 'c']) builder.azure({ tenant, month: '2023-12', usd: 1_250 })
    const kept = changesOf(builder, { limit: 1 }).causes.map(({ subject }) => subject?.name)
    expect(kept).toEqual(['a', undefined])
  })

  it('beyond the limit are one cause that stands last and keeps the sum', () => {
    const builder = twoMonths()
    for (const tenant of ['a', 'b', 'c', 'd']) builder.azure({ tenant, month: '2023-12', usd: 125 })
    const changes = changesOf(builder, { limit: 3 })
    expect(
      changes.causes.map(({ kind, metric, count, effect }) => [kind, metric, count, effect]),
    ).toEqual([
      ['customer-gained', 'net-customer-adds', 1, 2],
      ['customer-gained', 'net-customer-adds', 1, 2],
      ['customer-gained', 'net-customer-adds', 1, 2],
      ['other', null, 5, 2.4],
    ])
    expect(changes).toMatchObject({ difference: 8.4, causesTotal: 8 })
    expect(changesOf(builder).causes).toHaveLength(8)
  })

  it('differ, as shown, by what the totals shown differ', () => {
    // 69.97 is cut to 69.9, lest it show 70, and 76.6 stands beside it.
    const builder = seventy(37.5).certification({
      person: 'ada',
      title: 'SC-100',
      completed: '2023-12-10',
    })
    const changes = changesOf(builder, { from: '2023-12-01', to: '2023-12-15' })
    expect([changes.from.totalShown, changes.to.totalShown]).toEqual([69.9, 76.6])
    expect([changes.differenceShown, changes.difference]).toEqual([6.7, 6.666667])
  })
})

/** What a partner has of each track of 2026, on the facts of 2023, is made of other rules, all of them. */
const anyEditions = fc.constantFrom<readonly string[] | undefined>(
  ...[undefined, ['security-2026-enterprise'], ['security-2026-smb']],
  ['security-2026-enterprise', 'security-2026-smb'],
  ['security-2023-12', 'security-2026-smb'],
)

/** The dates of a law: either side of both rule changes that matter, and of a month's turn. */
const days = [
  '2022-12-15',
  '2023-07-01',
  '2023-11-30',
  '2023-12-01',
  '2023-12-15',
  '2023-12-16',
  '2024-01-01',
  '2024-01-02',
  '2024-07-01',
]
const anySpan = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
  .map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))
type Span = typeof anySpan extends fc.Arbitrary<infer T> ? T : never

/** So many times as much of everything, for caps and for losses beyond the floor. */
const anyScale = fc.constantFrom(1, 40, -40)

function scaled(partner: Partner, scale: number): Partner {
  const seats = Math.abs(scale)
  return {
    ...partner,
    azure: partner.azure.map((row) => ({ ...row, usd: row.usd * scale })),
    seats: partner.seats.map((row) => ({
      ...row,
      paid: row.paid * seats,
      active: row.active === undefined ? 0 : row.active * seats,
    })),
  }
}

describe('the effects of any partner, dates and readings', () => {
  it('add up exactly to the difference of the totals, with and without a limit', () => {
    const law = (
      partner: Partner,
      dates: Span,
      readings: Readings,
      scale: number,
      editions?: readonly string[],
    ) => {
      const builder = builderOf(scaled(partner, scale))
      const span = { ...dates, editions }
      const whole = exactChangesOf(builder, { ...span, readings })
      const [before, after] = [whole.from.total, whole.to.total]
      const difference = (after ?? Rational.zero).minus(before ?? Rational.zero)
      expect(sumOf(whole.causes).compare(difference)).toBe(0)
      for (const limit of [1, 4]) {
        const { causes } = exactChangesOf(builder, { ...span, readings, limit })
        expect(causes.length).toBeLessThanOrEqual(limit + 1)
        expect(sumOf(causes).compare(difference)).toBe(0)
        expect(causes.reduce((sum, { count }) => sum + count, 0)).toBe(whole.causes.length)
        expect(causes.slice(0, limit)).toEqual(whole.causes.slice(0, limit))
      }
    }
    fc.assert(fc.property(anyPartner, anySpan, anyReadings, anyScale, anyEditions, law), {
      numRuns: 300,
    })
  })

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(anyPartner, anySpan, anyOrder, (partner, span, order) => {
        const one = changesOf(builderOf(partner), { ...span, limit: 6 })
        expect(changesOf(builderOf(order(partner)), { ...span, limit: 6 })).toEqual(one)
      }),
      { numRuns: 60 },
    )
  })
})
