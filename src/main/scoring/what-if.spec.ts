import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMonth, usageMonthOf } from '../../shared/calendar'
import { noOverrides } from '../../shared/no-overrides'
import type { CustomerOverride, Overrides } from '../../shared/scenarios'
import { metricIds, type Readings, type Score } from '../../shared/score'
import { editionById, editions } from '../rules/registry'
import { metricDetailOf, prepare, scoreOf, type PreparedFacts } from './engine'
import { projected } from './projection'
import { preparedAsEdited } from './testing/edited-facts'
import { day, facts, tenantId, type FactsBuilder } from './testing/facts-builder'
import { anyPartner, anyReadings, builderOf } from './testing/partners'
import { metricOf, seventy, skilled, streamOf } from './testing/score-facts'
import { withOverrides } from './what-if'

const MONTH = parseMonth('2023-11') ?? NaN
const edition = editionById('security-2023-12')

const customer = (name: string, change: Partial<CustomerOverride> = {}): CustomerOverride => ({
  tenantId: tenantId(name),
  newName: null,
  azure: null,
  seats: [],
  removed: false,
  ...change,
})
const scenario = (change: Partial<Overrides>): Overrides => ({ ...noOverrides, ...change })
const prepared = (builder: FactsBuilder) => prepare(builder.build(), edition)

function scored(builder: FactsBuilder, overrides: Partial<Overrides>, asOf = '2023-12-15') {
  const changed = withOverrides(prepared(builder), scenario(overrides), usageMonthOf(day(asOf)))
  return scoreOf(changed, { asOf: day(asOf) })
}

describe('a scenario', () => {
  it('that changes nothing scores as the facts', () => {
    const base = prepared(seventy())
    const options = { asOf: day('2023-12-15') }
    expect(scoreOf(withOverrides(base, noOverrides, MONTH), options)).toEqual(
      scoreOf(base, options),
    )
  })

  it('gives a customer an ACR of the trailing year, or of each of its months', () => {
    const adds = (azure: CustomerOverride['azure']) =>
      streamOf(
        scored(facts().fullHistory().azureYears('a', 0), { customers: [customer('a', { azure })] }),
        'usage-growth',
        'azure',
      ).current
    expect(adds({ per: 'year', usd: 100.01 })).toBe(100.01)
    expect(adds({ per: 'month', usd: 100.01 })).toBe(1_200.12)
  })

  it('adds a customer that the data do not know, after all others', () => {
    const added = customer('new', {
      newName: 'Newcomer',
      azure: { per: 'year', usd: 12_000 },
      seats: [{ workload: 'intune', paid: 25, active: 4 }],
    })
    const score = scored(facts().fullHistory().azureYears('a', 100), { customers: [added] })
    expect(streamOf(score, 'net-customer-adds', 'azure').current).toBe(2)
    expect(streamOf(score, 'deployments', 'azure').current).toBe(1)
    expect(streamOf(score, 'deployments', 'm365').current).toBe(1)
  })

  it('takes a customer out of the current windows and leaves it in those of a year ago', () => {
    const builder = facts()
      .fullHistory()
      .azureYears('a', 500, 500)
      .seatYears('a', [30, 30], [30, 30])
    const score = scored(builder, { customers: [customer('a', { removed: true })] })
    for (const stream of ['azure', 'm365'] as const)
      expect(streamOf(score, 'net-customer-adds', stream)).toMatchObject({
        current: 0,
        previous: 1,
        delta: -1,
      })
  })

  it('applies a percentage to everybody but those whose usage is given', () => {
    const builder = facts().fullHistory().azureYears('a', 1_000).azureYears('b', 1_000)
    const azure = { per: 'year', usd: 10 } as const
    const score = scored(builder, {
      usage: { azurePercent: 150, m365Percent: 100 },
      customers: [customer('b', { azure })],
    })
    expect(streamOf(score, 'usage-growth', 'azure').current).toBe(1_510)
  })

  it('can begin a stream that has no data', () => {
    const seats = [{ workload: 'Intune', paid: 25, active: 25 }]
    const score = scored(facts().azureYears('a', 100), { customers: [customer('a', { seats })] })
    expect(streamOf(score, 'net-customer-adds', 'm365')).toMatchObject({ current: 1, previous: 0 })
    const azure = { per: 'year', usd: 100 } as const
    const other = scored(facts().seatYears('a', [25, 25]), {
      customers: [customer('a', { azure })],
    })
    expect(streamOf(other, 'net-customer-adds', 'azure')).toMatchObject({ current: 1 })
  })

  it('leaves a stream without data where nothing of it is given', () => {
    const status = (score: Score) =>
      score.metrics[0]?.streams?.map(({ id, status: each }) => [id, each])
    const azure = { per: 'year', usd: 100 } as const
    const seats = [{ workload: 'Intune', paid: 25, active: 25 }]
    const given = (change: Partial<CustomerOverride>) => ({
      customers: [customer('a', { ...change, newName: 'a' })],
    })
    expect(status(scored(facts(), given({ azure })))).toEqual([
      ['azure', 'scored'],
      ['m365', 'no-data'],
    ])
    expect(status(scored(facts(), given({ seats })))).toEqual([
      ['azure', 'no-data'],
      ['m365', 'scored'],
    ])
  })

  it('before the first month of the data leaves what comes later as it is', () => {
    const builder = facts().azureYears('a', 100, 200).seatYears('a', [30, 30], [40, 40])
    const given = customer('b', {
      newName: 'B',
      azure: { per: 'year', usd: 0 },
      seats: [{ workload: 'Intune', paid: 0, active: 0 }],
    })
    const changed = withOverrides(
      prepared(builder),
      scenario({ customers: [given] }),
      parseMonth('2022-01') ?? NaN,
    )
    // Carried on, the whole matrices are asked for.
    const score = scoreOf(projected(changed, MONTH + 1), { asOf: day('2023-12-15') })
    expect(streamOf(score, 'usage-growth', 'azure')).toMatchObject({ current: 100, previous: 200 })
    expect(streamOf(score, 'usage-growth', 'm365')).toMatchObject({ current: 30, previous: 40 })
  })

  it('changes nothing of the facts that it is put on', () => {
    const base = prepared(facts().fullHistory().azureYears('a', 100).seatYears('a', [30, 30]))
    const before = [...base.usage.azure.sums, ...base.usage.m365.paid, ...base.usage.m365.active]
    const usage = { azurePercent: 150, m365Percent: 50 }
    const changed = withOverrides(base, scenario({ usage, customers: [customer('a')] }), MONTH)
    expect(changed.usage.azure.sums).not.toEqual(base.usage.azure.sums)
    expect(changed.usage.m365.paid).not.toEqual(base.usage.m365.paid)
    const { azure, m365 } = base.usage
    expect([...azure.sums, ...m365.paid, ...m365.active]).toEqual(before)
  })

  it('of certifications alone shares the usage, and without new customers their list', () => {
    const base = prepared(seventy())
    const kind = 'remove'
    const removed = { kind, person: 'expert-1', certification: 'SC-100' } as const
    const changed = withOverrides(base, scenario({ certifications: [removed] }), MONTH)
    expect(changed.usage).toBe(base.usage)
    const usage = { azurePercent: 150, m365Percent: 100 }
    expect(withOverrides(base, scenario({ usage }), MONTH).tenants).toBe(base.tenants)
    const added = scenario({ customers: [customer('b', { newName: 'B' })] })
    expect(withOverrides(base, added, MONTH).tenants).toEqual([
      ...base.tenants,
      { id: tenantId('b'), name: 'B' },
    ])
  })

  it('adds, renews and takes away certifications, in this order', () => {
    const builder = skilled(facts(), 1).certification({
      person: 'late',
      title: 'SC-300',
      expires: '2023-11-01',
    })
    const points = (...certifications: Overrides['certifications']) =>
      metricOf(scored(builder, { certifications }), 'intermediate-certifications').points
    const sc100 = { person: 'expert-1', certification: 'SC-100' }
    const added = { completed: '2023-12-01', expires: null, personName: '' }
    expect(points()).toBe(6.666667)
    expect(points({ kind: 'add', ...sc100, ...added, person: 'new' })).toBe(13.333333)
    expect(points({ kind: 'remove', ...sc100 })).toBe(0)
    expect(points({ kind: 'remove', ...sc100 }, { kind: 'add', ...sc100, ...added })).toBe(6.666667)
    const renewed = { kind: 'renew', person: 'late', certification: 'SC-300' } as const
    expect(points({ ...renewed, expires: '2024-01-01' })).toBe(13.333333)
    expect(points({ ...renewed, expires: null })).toBe(13.333333)
  })

  it('of a year ago decides who may stay past the end of a sticky range', () => {
    const builder = facts().fullHistory().seatYears('a', [301, 301], [301, 301])
    const base = prepare(builder.build(), editionById('security-2026-smb'))
    const half = scenario({ usage: { azurePercent: 100, m365Percent: 50 } })
    const customers = (of: PreparedFacts) =>
      streamOf(scoreOf(of, { asOf: day('2023-12-15') }), 'net-customer-adds', 'm365')
    expect(customers(base)).toMatchObject({ current: 0, previous: 0 })
    const changed = withOverrides(base, half, MONTH - 12)
    expect(customers(changed)).toMatchObject({ current: 1, previous: 1 })
  })

  it('explains itself down to customers, and can be carried on to later months', () => {
    const added = customer('new', { newName: 'Newcomer', azure: { per: 'year', usd: 1_200 } })
    const changed = withOverrides(
      prepared(facts().fullHistory().azureYears('a', 50)),
      scenario({ customers: [added] }),
      MONTH,
    )
    const detail = metricDetailOf(changed, {
      asOf: day('2023-12-15'),
      metricId: 'net-customer-adds',
    })
    expect(JSON.stringify(detail)).toContain('Newcomer')
    const later = projected(changed, MONTH + 1)
    expect(
      streamOf(scoreOf(later, { asOf: day('2024-01-15') }), 'usage-growth', 'azure').current,
    ).toBe(50 + 50 + 1_200)
  })
})

const tenantName = fc.constantFrom('t1', 't3', 't5', 'new-a', 'new-b')
const anyCustomer: fc.Arbitrary<CustomerOverride> = fc
  .record({
    name: tenantName,
    azure: fc.option(
      fc.record({
        per: fc.constantFrom('year' as const, 'month' as const),
        usd: fc.oneof(
          fc.constantFrom(0, 8.34, 99.999_999, 100, 599.99, 600, 750, 12_000, 12_000.01),
          fc.integer({ min: 0, max: 2_000_000 }).map((cents) => cents / 100),
        ),
      }),
    ),
    seats: fc.uniqueArray(
      fc.record({
        workload: fc.constantFrom('Intune', 'Microsoft Defender for Identity'),
        paid: fc.constantFrom(0, 4, 5, 24, 25, 60, 300, 301),
        active: fc.constantFrom(0, 1, 4, 25, 45, 80),
      }),
      { selector: ({ workload }) => workload, maxLength: 2 },
    ),
    removed: fc.integer({ min: 0, max: 4 }).map((each) => each === 0),
  })
  .map(({ name, ...rest }) => customer(name, { ...rest, newName: name }))

const anyScenario: fc.Arbitrary<Overrides> = fc.record({
  usage: fc.record({
    azurePercent: fc.constantFrom(100, 100, 0, 73, 150),
    m365Percent: fc.constantFrom(100, 100, 0, 73, 150),
  }),
  customers: fc.uniqueArray(anyCustomer, { selector: ({ tenantId: id }) => id, maxLength: 4 }),
  certifications: fc.array(
    fc.record({
      kind: fc.constant('add' as const),
      person: fc.constantFrom('p1', 'p3', 'p9'),
      personName: fc.constant(''),
      certification: fc.constantFrom('AZ-500', 'SC-200', 'SC-100'),
      completed: fc.constantFrom('2022-05-01', '2023-12-15', '2023-12-16'),
      expires: fc.constantFrom(null, '2024-01-01', '2023-12-14'),
    }),
    { maxLength: 4 },
  ),
})

/** All that is said of a date, without the warnings about names of rows that a scenario replaces. */
function said(of: PreparedFacts, asOf: string, readings: Partial<Readings>): unknown {
  const options = { asOf: day(asOf), readings }
  const all = [
    scoreOf(of, options),
    ...metricIds.map((metricId) => metricDetailOf(of, { ...options, metricId })),
  ]
  return JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'warnings' ? [] : value)))
}

describe.each(editions().map(({ id }) => id))('under %s', (id) => {
  it('any scenario answers as files that say the same would', () => {
    const rules = editionById(id)
    // In June the data go on after the month that changes: what comes later keeps its own amounts.
    const months = fc.constantFrom('2023-11', '2023-06')
    const dates = fc.constantFrom('2023-12-15', '2023-07-10', '2024-09-01', '2024-12-15')
    const anyDates = fc.record({ month: months, asOf: dates })
    const anyQuestion = fc.record({ readings: anyReadings, dates: anyDates })
    fc.assert(
      fc.property(anyPartner, anyScenario, anyQuestion, (partner, overrides, question) => {
        const { readings, dates: at } = question
        const base = prepare(builderOf(partner).build(), rules)
        const changed = withOverrides(base, overrides, parseMonth(at.month) ?? NaN)
        const edited = preparedAsEdited(partner, overrides, at.month, rules, builderOf)
        expect(said(changed, at.asOf, readings)).toEqual(said(edited, at.asOf, readings))
        // The whole matrices, which a later month is carried on from, are those of the edited files.
        const later = [changed, edited].map((each) => projected(each, MONTH + 4))
        const [one, other] = later.map((each) => said(each, '2024-04-10', readings))
        expect(one).toEqual(other)
      }),
      { numRuns: 100 },
    )
  })
})
