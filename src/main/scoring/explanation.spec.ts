import { describe, expect, it } from 'vitest'
import type { ExplainedSubject } from '../../shared/explanation'
import type { MetricId } from '../../shared/score'
import { parseEdition } from '../rules/edition-schema'
import december from '../rules/editions/security-2023-12.json'
import infrastructure from '../rules/testing/infrastructure-azure.json'
import { prepare, exactScoreOf } from './engine'
import { comparedMonths } from './explained-usage'
import { candidatesOf, explanationOf, metricNamed, sectionNamed, sectionsOf } from './explanation'
import { accountOf } from './left-out'
import { day, facts, tenantId, type AzureRow, type SeatRow } from './testing/facts-builder'
import type { Partner } from './testing/partners'
import {
  scoreOfPartner,
  sectionOf,
  storedRows,
  told,
  type ExplainOptions,
} from './testing/stored-rows'

const none: Partner = { azure: [], seats: [], people: [] }

function explained(partner: Partial<Partner>, id: MetricId, options: ExplainOptions = {}) {
  return explanationOf(scoreOfPartner({ ...none, ...partner }, options), id, 10)
}

function section(partner: Partial<Partner>, id: MetricId, name: string, options?: ExplainOptions) {
  const found = explained(partner, id, options).sections.find((each) => each.id === name)
  if (!found) throw new RangeError(`${id} has no section ${name}.`)
  return found
}

const azure = (tenant: string, month: string, usd: number): AzureRow => ({ tenant, month, usd })
const seats = (tenant: string, month: string, paid: number, active: number): SeatRow => {
  return { tenant, month, paid, active }
}
const names = (list: { readonly entries: readonly ExplainedSubject[] }) =>
  list.entries.map(({ id, name }) => name ?? id)

describe('an explained stream', () => {
  it('of customers says what was compared with what, and who came and went', () => {
    const of = { azure: [azure('Ash', '2023-11', 150), azure('Birch', '2022-11', 120)] }
    const ash = { id: tenantId('Ash'), name: 'Ash', nowActive: null, beforeActive: null }
    const gained = { ...ash, now: 150, before: 0, countsNow: true, countedBefore: false }
    const nothing = { cause: null, gap: null, gapActive: null }
    const birch = { id: tenantId('Birch'), name: 'Birch', nowActive: null, beforeActive: null }
    const lost = { ...birch, now: 0, before: 120, countsNow: false, countedBefore: true }
    const only = (entry: object) => ({ total: 1, entries: [{ ...entry, ...nothing }] })
    expect(section(of, 'net-customer-adds', 'azure')).toEqual({
      id: 'azure',
      kind: 'stream',
      unit: 'usd',
      status: 'scored',
      current: 1,
      previous: 1,
      delta: 0,
      points: 0,
      pointsExact: '0',
      required: null,
      threshold: 100,
      activeShare: null,
      window: { from: '2022-12', to: '2023-11', previousFrom: '2021-12', previousTo: '2022-11' },
      lists: {
        countedNow: only(gained),
        yearAgo: only(lost),
        gained: only(gained),
        lost: only(lost),
        near: { total: 0, entries: [] },
      },
    })
  })

  it('of deployments says what share of the seats has to be active, and who is short of it', () => {
    const of = { seats: [seats('Ash', '2023-11', 40, 10), seats('Birch', '2023-11', 25, 3)] }
    const found = section(of, 'deployments', 'm365')
    expect(found).toMatchObject({
      ...{ kind: 'stream', unit: 'seat', threshold: 25, activeShare: 0.15 },
      window: { from: '2023-11', to: '2023-11', previousFrom: '2022-11', previousTo: '2022-11' },
    })
    expect(found.lists.countedNow.entries).toMatchObject([
      { name: 'Ash', now: 40, nowActive: 10, before: 0, beforeActive: 0, gap: null },
    ])
    expect(found.lists.near.entries).toMatchObject([
      { name: 'Birch', now: 25, nowActive: 3, cause: 'too-few-active', gap: 0, gapActive: 1 },
    ])
  })

  it('shows no active seats where none have to be active', () => {
    const found = section({ seats: [seats('Ash', '2023-11', 40, 10)] }, 'net-customer-adds', 'm365')
    expect(found).toMatchObject({ unit: 'seat', activeShare: null })
    expect(found.lists.countedNow.entries).toMatchObject([{ nowActive: null, beforeActive: null }])
  })

  it('of growth has no threshold, and counts dollars and users', () => {
    const of = {
      azure: [azure('Ash', '2023-11', 150)],
      seats: [seats('Ash', '2023-11', 40, 10), seats('Ash', '2022-11', 40, 10)],
    }
    const growth = explained(of, 'usage-growth').sections
    expect(growth).toMatchObject([
      { unit: 'usd', threshold: null, activeShare: null, current: 150 },
      { unit: 'user', threshold: null, activeShare: null, current: 10 },
    ])
    expect(growth[1]?.lists.near.entries).toEqual([])
  })

  it('without data has no numbers, no windows and nobody', () => {
    const of = exactScoreOf(prepare(facts().build(), parseEdition(december)), {
      asOf: day('2023-12-15'),
    })
    const { points, pointsExact, sections } = explanationOf(of, 'net-customer-adds', 10)
    expect({ points, pointsExact }).toEqual({ points: null, pointsExact: null })
    const empty = { current: null, previous: null, delta: null, points: null, pointsExact: null }
    const nobody = { total: 0, entries: [] }
    expect(sections[0]).toMatchObject({
      ...{ ...empty, status: 'no-data', threshold: 100, window: null },
      lists: { countedNow: nobody, yearAgo: nobody, near: nobody },
    })
    expect(
      sectionsOf(of, metricNamed(of, 'deployments')).map((each) => candidatesOf(of, each)),
    ).toEqual([[], []])
    expect(explanationOf(of, 'intermediate-certifications', 10).sections[0]).toMatchObject({
      ...{ ...empty, status: 'no-data' },
    })
  })

  it('compares 24 months of Azure, and two of Microsoft 365', () => {
    const of = scoreOfPartner(none)
    const [first, second] = sectionsOf(of, metricNamed(of, 'deployments')).map((each) =>
      each.kind === 'stream' && each.view ? comparedMonths(each.view) : [],
    )
    expect([first?.length, (first?.at(-1) ?? 0) - (first?.[0] ?? 0)]).toEqual([24, 23])
    expect(second).toEqual([first?.[11], first?.[23]])
  })
})

describe('an explained step', () => {
  const people = [
    { person: 'ada', name: 'Ada', title: 'AZ-500' },
    { person: 'ada', title: 'AZ-500', completed: '2021-01-01', expires: '2022-01-01' },
    { person: 'bo', title: 'AZ-500', expires: '2023-12-01' },
    { person: 'cy', title: 'AZ-500', completed: '2022-01-01', activation: 'Revoked' },
    { person: 'cy', title: 'AZ-500', completed: '2021-01-01', expires: '2022-12-31' },
    { person: 'di', title: 'SC-100' },
  ]

  it('says who counts now and a year before, and who lacks one renewal', () => {
    const found = section(
      { people: people.map((each) => ({ completed: '2022-03-01', ...each })) },
      'intermediate-certifications',
      'step-1',
    )
    expect(found).toMatchObject({
      ...{ kind: 'step', unit: 'certification', status: 'scored', required: 2 },
      ...{ current: 1, previous: 3, delta: -2, points: 0, pointsExact: '0' },
      ...{ threshold: null, activeShare: null, window: null },
    })
    const { countedNow, yearAgo, lost, near } = found.lists
    expect([countedNow, yearAgo, lost, near].map(names)).toEqual([
      ['Ada'],
      ['Ada', 'bo', 'cy'],
      ['bo', 'cy'],
      ['bo', 'cy'],
    ])
    expect(countedNow.entries).toMatchObject([
      { id: 'ada', now: 1, before: 1, countsNow: true, cause: null, gap: null },
    ])
    expect(near.entries).toMatchObject([
      { id: 'bo', name: null, now: 0, before: 1, countsNow: false, cause: 'expired', gap: 1 },
      { id: 'cy', now: 0, countsNow: false, cause: 'inactive', gap: 1 },
    ])
  })

  it('names a person by any of its rows, and knows nobody without a certification of the step', () => {
    const rows = [
      { person: 'ada', title: 'AZ-500', completed: '2023-02-01' },
      { person: 'ada', name: 'Ada', title: 'AZ-500', completed: '2023-01-01' },
      { person: 'di', title: 'SC-100' },
    ]
    const of = scoreOfPartner({ ...none, people: rows })
    const step = sectionOf(of, 'intermediate-certifications', 'step-1')
    const found = candidatesOf(of, step).map(({ subject }) => subject)
    expect(found).toMatchObject([{ name: 'Ada', now: 2, before: 0, countedBefore: false }])
  })

  it('says of who holds nothing else that it is retired, which no renewal mends', () => {
    const retired = [{ person: 'ada', title: 'MS-500', expires: '2030-01-01' }]
    const of = scoreOfPartner({ ...none, people: retired }, { asOf: '2024-07-01' })
    const step = sectionOf(of, 'intermediate-certifications', 'step-2')
    expect(candidatesOf(of, step)).toMatchObject([
      { near: false, subject: { now: 0, before: 1, cause: 'retired', gap: null } },
    ])
  })

  it('has the people of a pool, who need no number', () => {
    const rows = [{ person: 'ada', title: 'AZ-305' }]
    const edition = parseEdition(infrastructure)
    const pool = section({ people: rows }, 'advanced-certifications', 'pool', { edition })
    expect(pool).toMatchObject({ points: 5, required: null, current: 1 })
  })
})

describe('the lists of a section', () => {
  it('begin with the largest, then the largest a year ago, then by id, and end at the limit', () => {
    const rows = [
      ...['Dill', 'Cress', 'Beet', 'Ash'].map((name) => azure(name, '2023-11', 200)),
      ...[azure('Elder', '2023-11', 300), azure('Cress', '2022-11', 500)],
    ]
    const of = scoreOfPartner({ ...none, azure: rows })
    const { countedNow } = explanationOf(of, 'net-customer-adds', 4).sections[0]?.lists ?? {}
    expect(countedNow?.total).toBe(5)
    expect(names(countedNow ?? { entries: [] })).toEqual(['Elder', 'Cress', 'Ash', 'Beet'])
  })

  it('of those near begin with who lacks least, seats and active seats together', () => {
    const of = (rows: SeatRow[]) => section({ seats: rows }, 'deployments', 'm365').lists.near
    const rows = [
      ...[seats('Ash', '2023-11', 100, 12), seats('Birch', '2023-11', 24, 4)],
      ...[seats('Cress', '2023-11', 23, 3), seats('Dill', '2023-11', 23, 4)],
    ]
    expect(of(rows).entries.map(({ name, gap, gapActive }) => [name, gap, gapActive])).toEqual([
      ['Birch', 1, 0],
      ['Dill', 2, 0],
      ['Ash', 0, 3],
      ['Cress', 2, 1],
    ])
  })

  it('leave out whoever had nothing in either window', () => {
    const rows = [
      ...[azure('Ash', '2023-11', 0), azure('Birch', '2022-11', 5), azure('Cress', '2023-11', 5)],
    ]
    const of = scoreOfPartner({ ...none, azure: rows })
    const found = candidatesOf(of, sectionOf(of, 'net-customer-adds', 'azure'))
    expect(found.map(({ subject: { name, cause } }) => [name, cause])).toEqual([
      ['Cress', 'below-threshold'],
      ['Birch', null],
    ])
  })
})

describe('what is not there', () => {
  const of = scoreOfPartner(none)

  it('is refused by the metrics that the edition has', () => {
    expect(() => metricNamed(of, 'advanced-certifications')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: 'Edition security-2023-12 has no metric "advanced-certifications".',
      }),
    )
  })

  it('is refused by the sections that the metric has', () => {
    expect(() => sectionOf(of, 'deployments', 'step-1')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: 'There is no section "step-1". Ask for one of: azure, m365.',
        details: { section: 'step-1' },
      }),
    )
    const sections = sectionsOf(of, metricNamed(of, 'intermediate-certifications'))
    expect(sectionNamed(sections, 'step-2')).toBe(sections[1])
  })
})

describe('growth of customers inside bounds', () => {
  const edition = 'security-2026-smb'

  it('shows those outside with what they have, and why', () => {
    const rows = [
      ...[azure('Above', '2023-11', 12_001), azure('Inside', '2023-11', 900)],
      ...[azure('Grown', '2023-11', 13_000), azure('Grown', '2022-11', 9_000)],
    ]
    const of = scoreOfPartner({ ...none, azure: rows }, { edition })
    const found = candidatesOf(of, sectionOf(of, 'usage-growth', 'azure'))
    expect(
      found.map(({ subject: { name, now, before, cause } }) => [name, now, before, cause]),
    ).toEqual([
      ['Grown', 13_000, 9_000, null],
      ['Above', 12_001, 0, 'above-range'],
      ['Inside', 900, 0, null],
    ])
    expect(section({ azure: rows }, 'usage-growth', 'azure', { edition }).threshold).toBe(0)
  })

  it('judges a year ago by the bounds alone', () => {
    const rows = [seats('Ash', '2023-11', 301, 30), seats('Ash', '2022-11', 301, 30)]
    const found = section({ seats: rows }, 'usage-growth', 'm365', { edition })
    expect(found).toMatchObject({ threshold: 5, current: 0, previous: 0 })
    const account = (month: string) => {
      const whole = { ...none, seats: rows.filter((each) => each.month === month) }
      const of = scoreOfPartner({ ...none, seats: rows }, { edition })
      return told(accountOf(of, sectionOf(of, 'usage-growth', 'm365'), storedRows(whole)))
    }
    expect(account('2022-11')).toEqual({ 'above-range/previous': [1, 30] })
  })
})
