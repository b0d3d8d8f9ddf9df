import { describe, expect, it } from 'vitest'
import type { MetricId } from '../../shared/score'
import { accountOf, peopleIn, placesOf } from './left-out'
import { leftOutOf } from './left-out-lists'
import { facts, tenantId, type AzureRow, type CertificationRow } from './testing/facts-builder'
import type { Partner } from './testing/partners'
import { scoreFactsExactly } from './testing/score-facts'
import { scoreOfPartner, sectionOf, storedRows } from './testing/stored-rows'

const none: Partner = { azure: [], seats: [], people: [] }

function leftOut(partner: Partial<Partner>, id: MetricId, name: string, limit = 10) {
  const whole = { ...none, ...partner }
  const of = scoreOfPartner(whole)
  const section = sectionOf(of, id, name)
  const stored = storedRows(whole)
  return leftOutOf(of, section, stored, accountOf(of, section, stored), limit)
}

const row = (tenant: string, usd: number, change: Partial<AzureRow> = {}): AzureRow => {
  return { tenant, month: '2023-11', usd, ...change }
}
const subject = (name: string) => ({ id: tenantId(name), name })

describe('what was left out of a section', () => {
  it('is every row once: those that count by window, the others by cause and window, in this order', () => {
    const azure = [
      ...[row('Ash', 5), row('Ash', 7, { month: '2021-11' }), row('Ash', 9, { month: '2022-11' })],
      ...[row('Birch', 200, { month: '2022-11' }), row('Birch', 300), row('Cress', 400)],
      ...[
        row('Ash', 1, { service: 'Files' }),
        row('Ash', 2, { service: 'Files', month: '2022-11' }),
      ],
    ]
    const { rows, counted, causes } = leftOut({ azure }, 'net-customer-adds', 'azure')
    expect(rows).toBe(8)
    expect(counted).toEqual([
      { window: 'current', rows: 2, subjects: 2, amount: 700 },
      { window: 'previous', rows: 1, subjects: 1, amount: 200 },
    ])
    const one = { rows: 1, subjects: 1 }
    expect(causes).toEqual([
      { cause: 'outside-window', window: null, ...one, amount: 7 },
      { cause: 'service-not-eligible', window: 'current', ...one, amount: 1 },
      { cause: 'service-not-eligible', window: 'previous', ...one, amount: 2 },
      { cause: 'below-threshold', window: 'current', ...one, amount: 5 },
      { cause: 'below-threshold', window: 'previous', ...one, amount: 9 },
    ])
  })

  it('is listed by cause and customer: the largest first, of equal ones the most rows, up to the limit', () => {
    const azure = [
      ...[row('Ash', 20), row('Birch', 20), row('Cress', 10), row('Cress', 10), row('Dill', -30)],
      row('Elder', 500),
    ]
    const { entries } = leftOut({ azure }, 'net-customer-adds', 'azure', 3)
    const below = { cause: 'below-threshold', window: 'current' }
    expect(entries).toEqual({
      total: 4,
      entries: [
        { ...below, subject: subject('Dill'), rows: 1, amount: -30 },
        { ...below, subject: subject('Cress'), rows: 2, amount: 20 },
        { ...below, subject: subject('Ash'), rows: 1, amount: 20 },
      ],
    })
  })

  it('is listed in the order of the customers where amounts and rows are equal', () => {
    const azure = [
      row('Ash', 500),
      row('Birch', 20, { service: 'Files' }),
      row('Ash', 20, { offer: 'Trial' }),
    ]
    const { entries } = leftOut({ azure }, 'net-customer-adds', 'azure').entries
    expect(entries.map((each) => [each.subject.name, each.cause])).toEqual([
      ['Ash', 'offer-excluded'],
      ['Birch', 'service-not-eligible'],
    ])
  })

  it('names people, who lack no association', () => {
    const people: CertificationRow[] = [
      { person: 'ada', title: 'SC-100' },
      { person: 'ada', title: 'AZ-900', name: 'Ada' },
    ]
    const step = leftOut({ people }, 'intermediate-certifications', 'step-1')
    expect(step.entries.entries.map((each) => [each.cause, each.subject])).toEqual([
      ['not-in-step', { id: 'ada', name: 'Ada' }],
      ['certification-unknown', { id: 'ada', name: 'Ada' }],
    ])
    expect(step.withoutAssociation).toEqual({ total: 0, entries: [] })
  })

  it('has the customers that lack an association now, the largest first', () => {
    const azure = [
      ...[row('Ash', 50), row('Birch', 90, { association: 'CSP Tier 1' })],
      ...[row('Ash', 60, { association: null }), row('Ash', 30, { association: 'Friends' })],
      ...[row('Cress', 95, { association: null }), row('Dill', 9, { association: null })],
      row('Elder', 70, { association: null, month: '2022-11' }),
      row('Elder', 80, { service: 'Files', association: null }),
    ]
    const found = leftOut({ azure }, 'net-customer-adds', 'azure', 3).withoutAssociation
    expect(found.total).toBe(4)
    expect(found.entries.map(({ name, now, unassociated }) => [name, now, unassociated])).toEqual([
      ['Cress', 0, { rows: 1, amount: 95 }],
      ['Ash', 50, { rows: 2, amount: 90 }],
      ['Birch', 0, { rows: 1, amount: 90 }],
    ])
  })

  it('is nothing where nothing was stored, and all of it where the score has no data', () => {
    const of = scoreFactsExactly(facts())
    const rows = (id: MetricId, name: string, stored: Parameters<typeof accountOf>[2]) =>
      accountOf(of, sectionOf(of, id, name), stored).totals()
    const nothing = { rows: 0, counted: [], causes: [] }
    expect(rows('usage-growth', 'azure', {})).toEqual(nothing)
    expect(rows('intermediate-certifications', 'step-1', {})).toEqual(nothing)
    const { sums } = storedRows({
      ...none,
      seats: [{ tenant: 'Ash', month: '2023-11', paid: 30, active: 9 }],
    })
    const known = { ...of, prepared: { ...of.prepared, tenants: sums.tenants } }
    const outside = { cause: 'outside-window', window: null, rows: 1, subjects: 1, amount: 30 }
    const section = sectionOf(of, 'usage-growth', 'm365')
    expect(accountOf(known, section, { sums }).totals().causes).toEqual([outside])
    const stored = { sums, certifications: [] }
    expect(
      leftOutOf(known, section, stored, accountOf(known, section, stored), 10).withoutAssociation,
    ).toEqual({ total: 0, entries: [] })
  })
})

it('the rows of a customer in the compared windows are counted, whatever became of them', () => {
  const azure = [
    ...[row('Ash', 5), row('Ash', 9, { month: '2022-11', duplicate: true })],
    ...[row('Ash', 9, { month: '2021-11' }), row('Birch', 9)],
  ]
  const of = scoreOfPartner({ ...none, azure })
  const section = sectionOf(of, 'net-customer-adds', 'azure')
  const account = accountOf(of, section, storedRows({ ...none, azure }))
  expect([0, 1, 2].map((place) => account.comparedRows(place))).toEqual([2, 1, 0])
})

it('people are named by the first name that a row of theirs has', () => {
  const people = [
    { person: 'ada', title: 'SC-100' },
    { person: 'bo', title: 'SC-100', name: 'Bo' },
    { person: 'ada', title: 'SC-300', name: 'Ada' },
    { person: 'ada', title: 'SC-400', name: 'A. Lovelace' },
    { person: 'cy', title: 'SC-100' },
  ]
  expect(peopleIn(storedRows({ ...none, people }).certifications)).toEqual([
    { id: 'ada', name: 'Ada' },
    { id: 'bo', name: 'Bo' },
    { id: 'cy', name: null },
  ])
})

it('a row of a customer that the score does not know is refused: the data changed meanwhile', () => {
  const [ash, birch] = [subject('Ash'), subject('Birch')]
  expect(placesOf([ash, birch], [birch, ash])).toEqual([1, 0])
  expect(() => placesOf([ash], [birch])).toThrow(
    expect.objectContaining({
      code: 'internal',
      message: 'The partner’s data changed while it was explained. Ask again.',
      details: { tenant: birch.id },
    }),
  )
})
