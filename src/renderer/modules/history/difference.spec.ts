import { describe, expect, it } from 'vitest'
import type { Changes } from '../../../shared/changes'
import type { Snapshot } from '../../../shared/snapshots'
import { axisStart, waterfall } from '../../charts/waterfall'
import { colours } from '../../charts/testing/colours'
import { changes } from '../../app/testing/changes'
import { differenceOf } from './difference'
import { yearBefore } from './months'

const base = changes()
const between = (change: Partial<Changes> = {}): Changes => ({
  ...base,
  from: { ...base.from, total: 60, totalShown: 60 },
  to: { ...base.to, total: 65.333333, totalShown: 65.3 },
  metrics: [
    { id: 'net-customer-adds', before: 10, after: 16, status: 'scored', difference: 6 },
    { id: 'deployments', before: 12, after: 11.333333, status: 'scored', difference: -0.666667 },
  ],
  ...change,
})
const snapshot = (total: number | null): Snapshot => ({
  ...{ id: 1, profileId: 1, name: 'Review', takenAt: '2023-12-01T08:00:00.000Z' },
  score: {
    ...{ asOf: '2023-11-15', usageMonth: '2023-10', edition: 'security-2023-12', readings: {} },
    ...{ total, totalShown: total, max: 100, threshold: 70, attained: false, metrics: [] },
  },
})
const steps = (of: ReturnType<typeof differenceOf>) =>
  of?.steps.map(({ kind, metric, points }) => [metric ?? kind, points])

describe('the difference of two scores', () => {
  it('is that of their metrics, which add up', () => {
    const found = differenceOf(between(), null, null)
    expect(steps(found)).toEqual([
      ['net-customer-adds', 6],
      ['deployments', -0.666667],
    ])
    expect(found).toMatchObject({ before: 60, after: 65.333333 })
  })

  it('starts and ends at what snapshots say, with what changed since as steps of their own', () => {
    const found = differenceOf(between(), snapshot(58), snapshot(66))
    expect(steps(found)).toEqual([
      ['since-earlier', 2],
      ['net-customer-adds', 6],
      ['deployments', -0.666667],
      ['since-later', 0.666667],
    ])
    const sum = found?.steps.reduce((total, { points }) => total + points, found.before)
    expect(sum).toBeCloseTo(66, 5)
  })

  it('counts a metric without data as none, and names what no metric explains', () => {
    const metrics: Changes['metrics'] = [
      { id: 'deployments', before: null, after: 4, status: 'no-data', difference: null },
    ]
    expect(steps(differenceOf(between({ metrics }), null, null))).toEqual([
      ['deployments', 4],
      ['other', 1.333333],
    ])
  })

  it('is not known where a side has no total', () => {
    expect(differenceOf(between({ to: { ...base.to, total: null } }), null, null)).toBeNull()
    expect(differenceOf(between(), snapshot(null), null)).toBeNull()
  })
})

describe('a waterfall', () => {
  const bar = (from: number, to: number, total = false) => ({
    ...{ label: 'A label that is much too long for it', from, to, total, text: '' },
  })

  it('begins at 0, or at a ten below all of it where that is far away', () => {
    expect(axisStart([bar(0, 12, true), bar(12, 8)])).toBe(0)
    expect(axisStart([bar(0, 84, true), bar(84, 79.5), bar(0, 81, true)])).toBe(60)
  })

  it('stands each step on the one before, losses hollow, totals solid', () => {
    const { data } = waterfall([bar(0, 84, true), bar(84, 80), bar(80, 90)], 100, colours)
    const [set] = data.datasets
    expect(set?.data).toEqual([
      [70, 84],
      [84, 80],
      [80, 90],
    ])
    expect(set?.backgroundColor).toEqual([colours.solid, 'transparent', colours.hatched])
    expect(set?.borderColor).toEqual([colours.accent, colours.short, colours.accent])
    expect(data.labels?.[0]).toBe('A label that is much too lo…')
  })
})

it('knows the same day a year before, also of a leap day', () => {
  expect(yearBefore('2023-12-15')).toBe('2022-12-15')
  expect(yearBefore('2024-02-29')).toBe('2023-02-28')
})
