import { describe, expect, it } from 'vitest'
import type { MetricId, Readings } from '../../shared/score'
import { parseEdition, type Edition } from '../rules/edition-schema'
import december from '../rules/editions/security-2023-12.json'
import infrastructure from '../rules/testing/infrastructure-azure.json'
import { exactChangesBetween } from './changes'
import { metricDetailOf, prepare, scoreOf } from './engine'
import { Rational } from './rational'
import { day, facts, type AzureRow, type FactsBuilder } from './testing/facts-builder'
import { metricOf } from './testing/score-facts'

const azureEdition = parseEdition(infrastructure)
const asOf = day('2023-12-15')

/** The December edition with another rule for one of its metrics. */
function securityWith(id: MetricId, rule: object): Edition {
  const metrics = december.metrics.map((metric) =>
    metric.id === id ? { id, category: metric.category, ...rule } : metric,
  )
  return parseEdition({ ...december, id: 'security-trial', metrics })
}

function score(builder: FactsBuilder, edition = azureEdition, readings: Partial<Readings> = {}) {
  return scoreOf(prepare(builder.build(), edition), { asOf, readings })
}

function detail(builder: FactsBuilder, metricId: MetricId, edition = azureEdition) {
  return metricDetailOf(prepare(builder.build(), edition), { asOf, metricId })
}

/** Dollars of the trailing year and of the one before, through an association. */
function vm(tenant: string, now: number, before = 0, association = 'PAL'): AzureRow[] {
  const row = { tenant, association, service: 'Virtual Machines' }
  return [
    { ...row, month: '2023-11', usd: now },
    { ...row, month: '2022-11', usd: before },
  ]
}

const csp = 'CSP Tier 1'

/**
 * By hand. Adds: under PAL 2 − 1, with CSP 5 − 2, so 3 × 10. Intermediate: the gate has 2, and 2 people
 * × 4. Advanced: 3 people × 5. Deployments: Borea and Gamma, 2 × 2. Growth: under PAL
 * 57,000 / 50,000, which is 14 %, with CSP 90,000 / 90,000.
 */
function partner(): FactsBuilder {
  return facts()
    .fullHistory()
    .azure(...vm('Alto', 1_000), ...vm('Borea', 56_000, 50_000))
    .azure(...vm('Cirro', 1_500, 0, csp), ...vm('Delta', 1_500, 0, csp))
    .azure(...vm('Gamma', 30_000, 40_000, csp))
    .person('p1', 'AZ-104', 'AZ-500')
    .person('p2', 'AZ-104')
    .person('p3', 'DP-300', 'AZ-305')
    .person('p4', 'AZ-305', 'AZ-700')
    .person('p5', 'AZ-140')
}

describe('a designation of another kind, as data', () => {
  it('is scored as by hand: 30 + 8 + 15 + 4 + 14', () => {
    const result = score(partner())
    expect(result.metrics.map(({ id, points }) => [id, points])).toEqual([
      ['net-customer-adds', 30],
      ['intermediate-certifications', 8],
      ['advanced-certifications', 15],
      ['deployments', 4],
      ['usage-growth', 14],
    ])
    expect(result).toMatchObject({ designation: 'infrastructure-azure', total: 71, attained: true })
  })

  it('is marked as custom, in the score and in a warning, as it does not come with the product', () => {
    const { custom, warnings } = score(partner())
    expect(custom).toBe(true)
    expect(warnings[0]?.code).toBe('edition-custom')
    expect(score(partner(), parseEdition(december)).custom).toBeUndefined()
  })

  it('does not ask for files of a stream that it does not count', () => {
    const seats = partner().seatYears('Alto', [30, 30], [0, 0], 'Some workload')
    const codes = score(seats).warnings.map(({ code }) => code)
    expect(codes).toEqual(['edition-custom', 'offer-missing'])
  })
})

describe('the best of several association options', () => {
  it('is chosen for every metric by itself, and said', () => {
    const optionOf = (id: MetricId) => detail(partner(), id).streams[0]?.option
    expect(optionOf('net-customer-adds')).toBe('pal-csp')
    expect(optionOf('usage-growth')).toBe('pal')
    expect(optionOf('deployments')).toBeUndefined()
  })

  it('lists the customers of the option that stands', () => {
    const [stream] = detail(partner(), 'usage-growth').streams
    expect(stream?.standings.map(({ name }) => name)).toEqual(['Borea', 'Alto'])
  })

  it('is the first of equal ones', () => {
    const only = facts()
      .fullHistory()
      .azure(...vm('Alto', 1_000))
    expect(detail(only, 'net-customer-adds').streams[0]?.option).toBe('pal')
  })
})

describe('growth in percent', () => {
  const growth = (now: number, before: number, readings: Partial<Readings> = {}) =>
    metricOf(
      score(
        facts()
          .fullHistory()
          .azure(...vm('a', now, before)),
        azureEdition,
        readings,
      ),
      'usage-growth',
    ).points

  it.each([
    [61_000, 60_000, 1.666667],
    [50_000, 50_000, 0],
    [49_000, 50_000, 0],
    [60_000, 50_000, 20],
    [90_000, 50_000, 20],
    [90_000, 49_999.99, 0],
    [57_000, 50_000, 14],
    [90_000, 0, 0],
  ])('of %d dollars after %d gives %d points', (now, before, points) => {
    expect(growth(now, before)).toBe(points)
  })

  it('counts whole steps only under that reading', () => {
    expect(growth(60_999, 60_000, { growthSteps: 'whole' })).toBe(1)
  })

  it('shows its baseline and its rate', () => {
    const [stream] = detail(partner(), 'usage-growth').streams
    expect(stream).toMatchObject({
      unit: 'usd',
      counting: { kind: 'percent', baseline: 50_000, perPercent: '1' },
    })
  })

  it('may be that of active seats', () => {
    const edition = securityWith('usage-growth', {
      kind: 'percent-growth',
      max: 20,
      streams: { m365: { points: '2', perPercent: '5/2', baselineActiveSeats: 40 } },
    })
    const seats = facts().fullHistory().seatYears('a', [90, 44], [60, 40])
    expect(metricOf(score(seats, edition), 'usage-growth').points).toBe(8)
  })
})

describe('a distinct count', () => {
  it('counts who is inside now, each once, whatever was a year ago', () => {
    const rows = facts()
      .fullHistory()
      .azure(...vm('a', 10_000, 10_000), ...vm('b', 9_999.99, 50_000), ...vm('c', 20_000))
    expect(metricOf(score(rows), 'deployments').streams).toMatchObject([
      { current: 2, previous: 0, delta: 2, points: 4 },
    ])
    expect(detail(rows, 'deployments').streams[0]?.counting).toEqual({ kind: 'distinct' })
  })
})

describe('a certificate pool', () => {
  it('counts people, not certifications, up to its maximum', () => {
    const people = (count: number) => {
      const builder = facts().fullHistory()
      for (let index = 0; index < count; index++)
        builder.person(`p${String(index)}`, 'AZ-305', 'AZ-700')
      return metricOf(score(builder), 'advanced-certifications')
    }
    expect(people(1)).toMatchObject({ points: 5, steps: [{ id: 'pool', people: 1 }] })
    expect(people(5).points).toBe(20)
  })

  it('may give its points once, when enough people are there', () => {
    const edition = securityWith('intermediate-certifications', {
      kind: 'certificate-pool',
      max: 40,
      certifications: ['SC-100', 'SC-300'],
      requiredPeople: 2,
      pointsWhenMet: '40',
    })
    const one = facts().person('a', 'SC-100', 'SC-300')
    expect(metricOf(score(one, edition), 'intermediate-certifications').points).toBe(0)
    const two = one.person('b', 'SC-300')
    expect(metricOf(score(two, edition), 'intermediate-certifications')).toMatchObject({
      points: 40,
      steps: [{ id: 'pool', people: 2, required: 2, met: true }],
    })
  })
})

describe('split points', () => {
  const edition = securityWith('deployments', {
    kind: 'split',
    max: 20,
    streams: {
      azure: { kind: 'usage-growth', points: '1', perUsd: 100, max: 12 },
      m365: {
        kind: 'distinct-count',
        unit: 'deployment',
        pointsEach: '8/3',
        paidSeats: { atLeast: 25 },
        max: 8,
      },
    },
  })
  const builder = (usd: number, tenants: number) => {
    const made = facts().fullHistory().azureYears('usage', usd, 0)
    for (let index = 0; index < tenants; index++)
      made.seatYears(`t${String(index)}`, [25, 0], [25, 0])
    return made
  }

  it.each([
    [900, 2, 9, 5.333333, 14.333333],
    [5_000, 2, 12, 5.333333, 17.333333],
    [5_000, 4, 12, 8, 20],
  ])('of %d dollars and %d customers are %d and %d', (usd, tenants, azure, m365, total) => {
    const metric = metricOf(score(builder(usd, tenants), edition), 'deployments')
    expect(metric.streams?.map(({ points }) => points)).toEqual([azure, m365])
    expect(metric.points).toBe(total)
  })

  it('keep the own maximum when a loss of one stream reduces the other', () => {
    const loss = builder(5_000, 4).azureYears('gone', 0, 6_000)
    const metric = metricOf(score(loss, edition, { streamFloor: 'sum' }), 'deployments')
    expect(metric.streams?.map(({ points }) => points)).toEqual([-10, 8])
    expect(metric.points).toBe(0)
  })

  it('end a step of certifications at its own maximum', () => {
    const capped = securityWith('intermediate-certifications', {
      ...december.metrics[1],
      steps: [
        { id: 'one', certifications: ['AZ-500'], pointsPerPerson: '8', max: 16 },
        { id: 'two', certifications: ['SC-200'], pointsPerPerson: '12', max: 24 },
      ],
    })
    const people = facts()
      .person('a', 'AZ-500', 'SC-200')
      .person('b', 'AZ-500')
      .person('c', 'AZ-500')
    expect(metricOf(score(people, capped), 'intermediate-certifications').points).toBe(28)
  })
})

describe('what changed under such rules', () => {
  const later = { ...vm('Alto', 0)[0], month: '2023-12' } as AzureRow
  const moves = partner()
    .azure({ ...later, tenant: 'Borea', usd: 2_500 }, { ...later, tenant: 'Evena', usd: 12_000 })
    .azure({ ...later, tenant: 'Borea', month: '2022-12', usd: 700 })
    .certification({ person: 'p6', title: 'AZ-800', completed: '2023-12-20' })

  it.each([
    ['the growth in percent of one baseline to that of another', moves],
    [
      'a baseline that is reached',
      moves.azure({ ...later, tenant: 'Borea', month: '2022-12', association: csp, usd: 9_000 }),
    ],
  ])('adds up exactly to the difference: %s', (_, builder) => {
    const prepared = prepare(builder.build(), azureEdition)
    const { from, to, causes } = exactChangesBetween(prepared, prepared, {
      from: asOf,
      to: day('2024-01-15'),
    })
    const sum = causes.reduce((all, { effect }) => all.plus(effect), Rational.zero)
    const difference = to.total?.minus(from.total ?? Rational.zero)
    expect(difference?.isZero).toBe(false)
    expect(difference?.compare(sum)).toBe(0)
  })

  it('names the baseline where it decides', () => {
    const builder = facts()
      .fullHistory()
      .azure(...vm('a', 57_000, 49_000), { ...later, tenant: 'a', usd: 3_000 })
      .azure({ ...later, tenant: 'a', month: '2022-12', usd: 1_000 })
    const prepared = prepare(builder.build(), azureEdition)
    const { causes } = exactChangesBetween(prepared, prepared, {
      from: asOf,
      to: day('2024-01-15'),
    })
    const baseline = causes.find(({ kind }) => kind === 'baseline')
    // The window moved past November 2022, so a year ago is 50,000 and now 60,000.
    expect(baseline).toMatchObject({ metric: 'usage-growth', threshold: 50_000, after: 20 })
  })
})
