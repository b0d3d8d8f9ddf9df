import { describe, expect, it } from 'vitest'
import { monthOf, parseDay } from '../../shared/calendar'
import type { Alert } from '../../shared/alerts'
import { facts, tenantId, type FactsBuilder } from '../scoring/testing/facts-builder'
import { seventy, skilled } from '../scoring/testing/score-facts'
import { alertsOf, countAlerts } from './alerts'
import { Scores } from './scores'
import { Shelf } from './testing/shelf'

function contextOf(
  builder: FactsBuilder,
  { today = '2023-12-15', newest = monthOf(2023, 11) } = {},
) {
  const clock = { today: () => parseDay(today) ?? NaN, now: () => `${today}T08:00:00.000Z` }
  const workspace = new Shelf().add(1, builder.build(), { newestMonth: newest })
  return { workspace, scores: new Scores(workspace, clock), clock }
}
const of = (builder: FactsBuilder, kind: Alert['kind']) =>
  alertsOf(contextOf(builder), { profileId: 1 }).filter((alert) => alert.kind === kind)

describe('what to keep an eye on', () => {
  it('is a certification that ends within 90 days, urgent within 30, with the points it takes', () => {
    const builder = skilled(seventy(), 0)
      .certification({ person: 'x', name: 'Xenia', title: 'SC-100', expires: '2024-01-14' })
      .certification({ person: 'y', name: 'Yara', title: 'SC-100', expires: '2024-01-15' })
    expect(of(builder, 'certification-expiring')).toMatchObject([
      {
        urgent: true,
        date: '2024-01-15',
        daysLeft: 31,
        subject: { id: 'x', name: 'Xenia' },
        certifications: ['SC-100'],
        steps: ['step-3'],
        metric: 'intermediate-certifications',
        effect: expect.any(Number) as number,
      },
      { urgent: false, date: '2024-01-16', subject: { name: 'Yara' } },
    ])
  })

  it('is a customer that no longer counts once older months have left the window', () => {
    const builder = facts()
      .fullHistory()
      .azure({ tenant: 'fading', month: '2022-12', usd: 90 })
      .azure({ tenant: 'fading', month: '2023-11', usd: 10 })
    expect(of(builder, 'customer-falling')).toMatchObject([
      {
        urgent: false,
        date: '2024-01-01',
        daysLeft: 17,
        subject: { id: tenantId('fading') },
        metric: 'net-customer-adds',
        stream: 'azure',
        effect: -2,
      },
    ])
  })

  it('is the designation itself, first of all, where it is lost with nothing done', () => {
    // 10 + 26⅔ + 13⅓ + 20, of which the fourth expert gives 6⅔ for another month.
    const builder = skilled(facts().fullHistory(), 3).azure(
      { tenant: 'small', month: '2023-06', usd: 100 },
      ...['a', 'b', 'c', 'd'].map((tenant) => ({ tenant, month: '2023-06', usd: 12_000 })),
    )
    expect(of(builder, 'designation-at-risk')).toEqual([])
    builder.certification({ person: 'fourth', title: 'SC-100', expires: '2024-01-20' })
    const [first] = alertsOf(contextOf(builder), { profileId: 1 })
    expect(first).toMatchObject({
      ...{ kind: 'designation-at-risk', urgent: true, date: '2024-02-01', daysLeft: 48 },
    })
  })

  it.each([
    ['2023-12-20', [], 'the month before last is the newest there is'],
    ['2023-12-21', [{ urgent: false, count: 1 }], 'the last month should be there'],
    ['2024-01-05', [{ urgent: false, count: 1 }], 'only December is not due yet'],
    ['2024-01-21', [{ urgent: true, count: 2 }], 'two months are missing'],
  ])('on %s with data to October is %j: %s', (today, expected) => {
    const context = contextOf(facts().fullHistory(), { today, newest: monthOf(2023, 10) })
    const old = alertsOf(context, { profileId: 1 }).filter(({ kind }) => kind === 'data-old')
    expect(old).toMatchObject(expected)
    expect(old).toHaveLength(expected.length)
  })

  it('is how many customers would count besides with the right association, stream by stream', () => {
    const builder = facts().fullHistory()
    for (const tenant of ['a', 'b'])
      builder.azure({ tenant, month: '2023-11', usd: 500, association: 'Reseller' })
    builder.azure({ tenant: 'c', month: '2023-11', usd: 500 })
    builder.seats({ tenant: 'd', month: '2023-11', paid: 30, active: 0, association: 'PAL' })
    expect(of(builder, 'association-missing')).toMatchObject([
      { metric: 'net-customer-adds', stream: 'azure', count: 2 },
      { metric: 'net-customer-adds', stream: 'm365', count: 1 },
    ])
  })

  it('stands in the order of urgency, then of time', () => {
    const builder = skilled(facts().fullHistory(), 0)
      .certification({ person: 'x', title: 'SC-100', expires: '2024-03-01' })
      .certification({ person: 'y', title: 'SC-100', expires: '2023-12-20' })
      .azure({ tenant: 'fading', month: '2022-12', usd: 90 })
      .azure({ tenant: 'fading', month: '2023-11', usd: 10 })
    const alerts = alertsOf(contextOf(builder), { profileId: 1 })
    expect(alerts.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
      ['certification-expiring', 6],
      ['customer-falling', 17],
      ['certification-expiring', 78],
    ])
  })
})

describe('the number of alerts', () => {
  it('counts all, the urgent ones, and the certifications that end', () => {
    const builder = skilled(facts().fullHistory(), 0)
      .certification({ person: 'x', title: 'SC-100', expires: '2024-03-01' })
      .certification({ person: 'y', title: 'SC-100', expires: '2023-12-20' })
      .azure({ tenant: 'fading', month: '2022-12', usd: 90 })
      .azure({ tenant: 'fading', month: '2023-11', usd: 10 })
    expect(countAlerts(contextOf(builder), { profileId: 1 })).toEqual({
      urgent: 1,
      all: 3,
      expiring: 2,
    })
  })
})

describe('the renewal window of an enrolled partner', () => {
  const renewal = (anniversary: number, builder = facts()) => {
    const context = contextOf(builder)
    context.workspace.anniversaries.set(1, anniversary)
    const request = { profileId: 1, asOf: '2023-12-15' }
    return alertsOf(context, request).filter(({ kind }) => kind === 'renewal-window')
  }

  it('is told of when it opens within 90 days', () => {
    // January to June, and from February on: 17 and 48 days ahead; from April on 108.
    expect(renewal(6)).toMatchObject([{ urgent: false, date: '2024-01-01', daysLeft: 17 }])
    expect(renewal(7)).toMatchObject([{ urgent: false, date: '2024-02-01', daysLeft: 48 }])
    expect(renewal(9)).toEqual([])
  })

  it('is urgent while it is open and no day of it qualifies, until the day after its last', () => {
    expect(renewal(12)).toMatchObject([{ urgent: true, date: '2024-01-01', daysLeft: 17 }])
    expect(renewal(5)).toMatchObject([{ urgent: true, date: '2024-06-01' }])
  })

  it('is nothing to speak of once a day of it qualifies', () => {
    expect(renewal(12, seventy())).toEqual([])
  })
})
