import { describe, expect, it } from 'vitest'
import type { MetricId, Readings } from '../../shared/score'
import { editionById } from '../rules/registry'
import { prepare, scoreOf } from './engine'
import { day, facts, type FactsBuilder } from './testing/facts-builder'
import { metricOf } from './testing/score-facts'

/** What the thresholds of an edition make of the same story. */
const sizes = [
  { edition: 'security-2023-06', usd: 100, seats: 25, each: 2, base: 0, step: 1_250, users: 125 },
  { edition: 'security-2023-12', usd: 100, seats: 25, each: 2, base: 0, step: 1_250, users: 125 },
  {
    ...{ edition: 'security-2026-enterprise', usd: 600, seats: 301, each: 2 },
    ...{ base: 20_000, step: 1_250, users: 125 },
  },
  {
    ...{ edition: 'security-2026-smb', usd: 600, seats: 5, each: 4 },
    ...{ base: 5_000, step: 750, users: 50 },
  },
] as const

describe.each(sizes)('under $edition', ({ edition, usd, seats, each, base, step, users }) => {
  /** A metric under the default readings, and under one other. */
  const both = (builder: FactsBuilder, metric: MetricId, other: Partial<Readings>) => {
    const prepared = prepare(builder.build(), editionById(edition))
    return [undefined, other].map((readings) =>
      metricOf(scoreOf(prepared, { asOf: day('2023-12-15'), readings }), metric),
    )
  }
  const points = (...of: Parameters<typeof both>) => both(...of).map((metric) => metric.points)
  const halfAStep = () => facts().azureYears('a', base + step * 1.5, base)

  it('a lost Azure customer takes none of the points of seats, unless the streams are summed', () => {
    const builder = facts().azureYears('lost', 0, usd)
    builder.seatYears('a', [seats, 0]).seatYears('b', [seats, 0])
    expect(points(builder, 'net-customer-adds', { streamFloor: 'sum' })).toEqual([2 * each, each])
  })

  it('half a step of growth is half a point, unless only whole steps count', () => {
    expect(points(halfAStep(), 'usage-growth', { growthSteps: 'whole' })).toEqual([1.5, 1])
  })

  it('half a point of a metric is too little, unless anything above zero is enough', () => {
    const builder = facts().azureYears('a', base + step / 2, base)
    const [one, positive] = both(builder, 'usage-growth', { metricMinimum: 'positive' })
    expect([one?.points, one?.minimumMet, positive?.minimumMet]).toEqual([0.5, false, true])
  })

  it('two workloads that are too small make no customer, unless they are added up', () => {
    const builder = facts()
      .seatYears('a', [seats - 2, seats], [0, 0], 'Intune')
      .seatYears('a', [2, 2], [0, 0], 'Microsoft Defender for Identity')
    for (const metric of ['net-customer-adds', 'deployments'] as const) {
      const [workload, tenant] = points(builder, metric, { seatScope: 'tenant' })
      expect(workload).toBe(0)
      expect(tenant).toBeGreaterThan(0)
    }
  })

  it('more users than seats count as many as there are seats, unless taken as reported', () => {
    const paid = Math.max(users, seats)
    const builder = facts().seatYears('a', [paid, 2 * paid])
    const [capped, reported] = points(builder, 'usage-growth', { activeCap: 'reported' })
    expect(capped).toBe(paid / users)
    expect(reported).toBe((2 * paid) / users)
  })

  it('a usage month that is not there yet is no data, unless the newest month stands for it', () => {
    const builder = facts().azure({ tenant: 'a', month: '2023-10', usd })
    const newest = { currentMonth: 'newest' } as const
    expect(points(builder, 'net-customer-adds', newest)).toEqual([null, each])
  })
})
