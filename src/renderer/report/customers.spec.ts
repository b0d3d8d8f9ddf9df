import { describe, expect, it } from 'vitest'
import type { TenantStanding } from '../../shared/score'
import { standing, streamDetail, tenantId } from '../app/testing/details'
import {
  activeNeeded,
  customerList,
  customerStanding,
  largestDrop,
  nearCustomers,
} from './customers'
import { customerRow, nearText } from './customer-rows'
import { english } from './testing/model'

const customer = (
  name: string,
  previous: number,
  current: number,
  change: Partial<TenantStanding> = {},
) =>
  standing({
    name,
    tenantId: tenantId(name.charCodeAt(0)),
    previous,
    current,
    countsNow: current >= 100,
    countedBefore: previous >= 100,
    ...change,
  })

const customers = [
  customer('Kept', 500, 800),
  customer('Outside', 10, 99.6),
  customer('Lost', 300, 0),
  customer('Gained small', 0, 120),
  customer('Gained large', 0, 4_000),
]
const stream = streamDetail({ standings: customers, standingsTotal: 7 })
const names = (rows: readonly TenantStanding[]) => rows.map(({ name }) => name)

describe('the customers of a stream that counts them', () => {
  it('begin with those who moved the count, the largest of them first', () => {
    const { rows, more } = customerList(stream, 4)
    expect(names(rows)).toEqual(['Gained large', 'Gained small', 'Lost', 'Kept'])
    expect(more).toBe(3)
  })

  it('are gained, lost, kept or outside', () => {
    expect(customers.map(customerStanding)).toEqual(['kept', 'outside', 'lost', 'gained', 'gained'])
  })
})

it('the customers of a stream that adds amounts begin with the largest change, up or down', () => {
  const growth = streamDetail({
    unit: 'usd',
    standings: [customer('Up', 0, 900), customer('Level', 500, 500), customer('Down', 2_000, 0)],
  })
  expect(names(customerList(growth, 9).rows)).toEqual(['Down', 'Up', 'Level'])
})

describe('customers near to counting', () => {
  it('do not count yet and have at least half of what is needed, the nearest first', () => {
    const standings = [
      customer('Counts', 0, 100),
      customer('Half', 0, 50),
      customer('Nearly', 0, 99.6),
      customer('Far', 0, 49),
    ]
    expect(names(nearCustomers(streamDetail({ standings }), 9))).toEqual(['Nearly', 'Half'])
    expect(names(nearCustomers(streamDetail({ standings }), 1))).toEqual(['Nearly'])
  })

  it('need both seats and active ones; the scarcer decides', () => {
    const seats = (name: string, current: number, currentActive: number) =>
      customer(name, 0, current, { countsNow: false, countedBefore: false, currentActive })
    const standings = [seats('Idle', 400, 6), seats('Nearly', 40, 5), seats('Small', 24, 24)]
    const deployments = streamDetail({ id: 'm365', threshold: 25, activeShare: 0.15, standings })
    const near = nearCustomers(deployments, 9)
    expect(near.map((each) => nearText(each, deployments, english))).toEqual([
      'Small (24 of 25)',
      'Nearly (40 paid seats, 5 of 6 active)',
    ])
  })

  it('do not exist where every amount counts', () => {
    expect(nearCustomers(streamDetail({ threshold: null, standings: customers }), 9)).toEqual([])
    const bounds = { atLeast: 1, above: null, atMost: 2, sticky: false }
    const past = [standing({ current: 3, countsNow: false })]
    expect(nearCustomers(streamDetail({ threshold: 1, bounds, standings: past }), 9)).toEqual([])
  })

  it('need whole active seats, free of the errors of binary fractions', () => {
    expect([20, 25, 40, 41, 100].map((paid) => activeNeeded(paid, 0.15))).toEqual([3, 4, 6, 7, 15])
  })
})

describe('a customer as a line', () => {
  it('shows cents where they decide, and a true minus', () => {
    expect(customerRow(customer('Outside', 110.5, 99.6), stream, english)).toMatchObject({
      before: '$110.50',
      now: '$99.60',
      change: '−$11',
    })
    expect(customerRow(customer('Credit', 0, -1.25), stream, english).now).toBe('−$1.25')
    expect(customerRow(customer('Whole', 0, 4_000), stream, english).now).toBe('$4,000')
  })

  it('has active seats beside paid ones where a share of them is asked for', () => {
    const seats = streamDetail({ id: 'm365', threshold: 25, activeShare: 0.15 })
    const row = customerRow(
      customer('A', 20, 40, { previousActive: 0, currentActive: 5 }),
      seats,
      english,
    )
    expect([row.before, row.now, row.change]).toEqual(['20 (0)', '40 (5)', '+20'])
  })

  it('is known by its tenant id where it has no name', () => {
    expect(customerRow(standing({ name: null }), stream, english)).toMatchObject({
      name: 'Customer without a name',
      id: tenantId(1),
    })
    expect(customerRow(standing(), stream, english).id).toBeNull()
  })
})

describe('the largest drop', () => {
  const growth = (standings: TenantStanding[], standingsTotal = standings.length) =>
    streamDetail({ unit: 'usd', rate: { points: '1', per: 1250 }, standings, standingsTotal })

  it('is the customer that cost most points', () => {
    const drop = largestDrop([growth([customer('A', 3_000, 0), customer('B', 9_000, 1_500)])])
    expect([drop?.customer.name, drop?.points]).toEqual(['B', 6])
  })

  it('is not told where the list does not hold everyone', () => {
    expect(largestDrop([growth([customer('A', 9_000, 0)], 2)])).toBeUndefined()
  })

  it('is not told of a stream that counts customers', () => {
    expect(largestDrop([stream])).toBeUndefined()
  })
})
