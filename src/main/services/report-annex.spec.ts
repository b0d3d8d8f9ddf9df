import { expect, it } from 'vitest'
import type { MetricDetail, StreamDetail, TenantStanding } from '../../shared/score'
import { annexOf } from './report-annex'

const standing = (tenantId: string, change: Partial<TenantStanding> = {}): TenantStanding => ({
  ...{ tenantId, name: tenantId.toUpperCase(), current: 0, previous: 0 },
  ...{ countsNow: false, countedBefore: false, ...change },
})

function stream(standings: readonly TenantStanding[], change: Partial<StreamDetail> = {}) {
  return {
    ...{ id: 'azure', unit: 'customer', rate: { points: '20/6', per: 1 }, previous: 200 },
    ...{ standings, ...change },
  } as StreamDetail
}

const annex = (streams: readonly StreamDetail[], limit = 300) =>
  annexOf([{ metric: { id: 'deployments' }, streams } as unknown as MetricDetail], limit)
const points = (of: StreamDetail) => annex([of]).customers.map(({ cells }) => cells[0]?.points)

it('gives a customer that came its points, takes them from one that went, none from one that stayed', () => {
  const of = stream([
    standing('a', { current: 12_000, countsNow: true }),
    standing('b', { previous: 12_000, countedBefore: true }),
    standing('c', { current: 20_000, previous: 15_000, countsNow: true, countedBefore: true }),
  ])
  expect(points(of)).toEqual([3.333333, -3.333333, 0])
})

it('gives growth by the change, in the steps of the rules', () => {
  const growth = { unit: 'usd', rate: { points: '1', per: 1250 } } as const
  expect(points(stream([standing('a', { current: 3000, previous: 500 })], growth))).toEqual([2])
})

it('gives growth in percent as a share of all of a year ago, and none below its baseline', () => {
  const counting = { kind: 'percent', baseline: 100, perPercent: '5' } as const
  const growth = { unit: 'usd', rate: { points: '1', per: 1 }, counting } as const
  const one = [standing('a', { current: 120, previous: 100 })]
  expect(points(stream(one, growth))).toEqual([2])
  expect(points(stream(one, { ...growth, previous: 99 }))).toEqual([null])
})

it('counts those of today alone where a year ago is not looked at', () => {
  const distinct = { counting: { kind: 'distinct' } } as const
  const gone = standing('b', { previous: 1, countedBefore: true })
  expect(points(stream([standing('a', { countsNow: true }), gone], distinct))).toEqual([
    3.333333, 0,
  ])
})

it('has a customer once, with a cell for each stream, those that move most first', () => {
  const azure = stream([standing('a', { current: 5 }), standing('b', { countsNow: true })])
  const seats = stream([standing('a', { current: 9, currentActive: 4 })], { id: 'm365' })
  const made = annex([azure, seats], 1)
  expect(made.columns).toEqual([
    { metric: 'deployments', stream: 'azure', unit: 'usd' },
    { metric: 'deployments', stream: 'm365', unit: 'seats' },
  ])
  expect(made.customersTotal).toBe(2)
  expect(made.customers.map(({ name }) => name)).toEqual(['B'])
  expect(annex([azure, seats]).customers[1]?.cells.map((cell) => cell?.currentActive)).toEqual([
    undefined,
    4,
  ])
  expect(made.customers[0]?.cells[1]).toBeNull()
})
