import { describe, expect, it } from 'vitest'
import type { MetricDetail, MetricId } from '../../shared/score'
import { metricDetailSchema } from '../../shared/score'
import { editionById } from '../rules/registry'
import { metricDetailOf, prepare, type MetricOptions } from './engine'
import { day, facts, tenantId, type FactsBuilder } from './testing/facts-builder'
import { scoreFacts } from './testing/score-facts'

function detail(
  builder: FactsBuilder,
  metricId: MetricId,
  options: Partial<MetricOptions> = {},
): MetricDetail {
  const prepared = prepare(builder.build(), editionById('security-2023-12'))
  return metricDetailOf(prepared, { asOf: day('2023-12-15'), metricId, ...options })
}

const stream = (id: 'azure' | 'm365', ...of: Parameters<typeof detail>) =>
  detail(...of).streams.find((each) => each.id === id)

describe('the detail of a metric', () => {
  const builder = () => facts().azureYears('a', 100).person('ada', 'AZ-500')

  it('carries its score, its own line of it, and the source of the rule', () => {
    const { score, metric, source } = detail(builder(), 'deployments')
    expect(score).toEqual(scoreFacts(builder()))
    expect(metric).toEqual(score.metrics[2])
    expect(source).toEqual({ title: 'Solutions Partner for Security', dated: '2023-06-13' })
  })

  it('has streams or steps and people, never both', () => {
    const usage = detail(builder(), 'usage-growth')
    expect([usage.streams.length, usage.steps, usage.people]).toEqual([2, [], []])
    const people = detail(builder(), 'intermediate-certifications')
    expect([people.streams, people.steps.length, people.people.length]).toEqual([[], 3, 1])
  })

  it('follows the contract', () => {
    for (const id of ['net-customer-adds', 'intermediate-certifications'] as const) {
      const given = detail(builder(), id)
      expect(metricDetailSchema.parse(given)).toEqual(given)
    }
  })

  it('is computed with the readings that were asked for', () => {
    const lost = facts().azureYears('lost', 0, 100)
    const given = detail(lost, 'net-customer-adds', { readings: { streamFloor: 'sum' } })
    expect(given.streams[0]?.points).toBe(-2)
    expect(given.score.readings.streamFloor).toBe('sum')
  })
})

describe('the formula of a stream', () => {
  it('of Azure names rate, threshold and two trailing years', () => {
    expect(stream('azure', facts().azureYears('a', 12_000), 'deployments')).toMatchObject({
      id: 'azure',
      bounds: { atLeast: 12_000, above: null, atMost: null, sticky: false },
      status: 'scored',
      current: 1,
      points: 3.333333,
      unit: 'deployment',
      rate: { points: '20/6', per: 1 },
      threshold: 12_000,
      activeShare: null,
      window: {
        from: '2022-12',
        to: '2023-11',
        previousFrom: '2021-12',
        previousTo: '2022-11',
      },
    })
  })

  it('of Microsoft 365 names the share of active seats and two single months', () => {
    expect(stream('m365', facts().seatYears('a', [25, 4]), 'deployments')).toMatchObject({
      unit: 'deployment',
      threshold: 25,
      activeShare: 0.15,
      window: {
        from: '2023-11',
        to: '2023-11',
        previousFrom: '2022-11',
        previousTo: '2022-11',
      },
    })
    expect(stream('m365', facts(), 'net-customer-adds')?.activeShare).toBeNull()
  })

  it('has the window of the month that takes the place of the usage month', () => {
    const late = facts().seats({ tenant: 'a', month: '2023-09', paid: 25 })
    const newest = { readings: { currentMonth: 'newest' } } as const
    expect(stream('m365', late, 'net-customer-adds', newest)?.window.to).toBe('2023-09')
    const strict = stream('m365', late, 'net-customer-adds')
    expect(strict).toMatchObject({ status: 'no-data', standings: [], standingsTotal: 0 })
    expect(strict?.window.to).toBe('2023-11')
  })
})

describe('the customers behind a stream', () => {
  const customers = () =>
    facts()
      .azureYears('small', 99, 100)
      .azureYears('large', 500, 0)
      .azureYears('twin-b', 200, 50)
      .azureYears('twin-a', 200, 50)
      .azureYears('gone', 0, 900)
      .azureYears('never', 0, 0)

  it('are those with something in one of the windows: counting ones first, then the largest', () => {
    const given = stream('azure', customers(), 'net-customer-adds')
    expect(given?.standingsTotal).toBe(5)
    expect(given?.standings).toEqual(
      [
        ['large', 500, 0, true, false],
        ['twin-a', 200, 50, true, false],
        ['twin-b', 200, 50, true, false],
        ['small', 99, 100, false, true],
        ['gone', 0, 900, false, true],
      ].map(([name, current, previous, countsNow, countedBefore]) => ({
        tenantId: tenantId(String(name)),
        name,
        current,
        previous,
        countsNow,
        countedBefore,
      })),
    )
  })

  it('stand before larger ones that do not count', () => {
    const builder = facts().seatYears('idle', [900, 3]).seatYears('used', [25, 20])
    const given = stream('m365', builder, 'deployments')?.standings
    expect(given?.map(({ name, countsNow }) => [name, countsNow])).toEqual([
      ['used', true],
      ['idle', false],
    ])
  })

  it('are listed in the same order whatever the order of the rows', () => {
    const reversed = facts().azureYears('twin-a', 200, 50).azureYears('twin-b', 200, 50)
    const names = stream('azure', reversed, 'net-customer-adds')?.standings.map(({ name }) => name)
    expect(names).toEqual(['twin-a', 'twin-b'])
  })

  it('are cut to the limit, with the number of all of them', () => {
    const given = stream('azure', customers(), 'net-customer-adds', { limit: 2 })
    expect(given?.standings.map(({ name }) => name)).toEqual(['large', 'twin-a'])
    expect(given?.standingsTotal).toBe(5)
  })

  it('are at most two hundred when no limit is given', () => {
    const many = facts()
    for (let index = 0; index < 201; index++) many.azureYears(`t-${String(index)}`, 1)
    const given = stream('azure', many, 'net-customer-adds')
    expect([given?.standings.length, given?.standingsTotal]).toEqual([200, 201])
  })

  it('show active beside paid seats where a share of them is asked for', () => {
    const builder = facts().seatYears('a', [100, 20], [80, 10])
    expect(stream('m365', builder, 'deployments')?.standings).toEqual([
      {
        tenantId: tenantId('a'),
        name: 'a',
        current: 100,
        previous: 80,
        currentActive: 20,
        previousActive: 10,
        countsNow: true,
        countedBefore: false,
      },
    ])
    expect(stream('m365', builder, 'net-customer-adds')?.standings[0]).not.toHaveProperty(
      'currentActive',
    )
  })

  it('agree with the numbers of the stream', () => {
    const given = stream('azure', customers(), 'usage-growth')
    const sum = (key: 'current' | 'previous') =>
      given?.standings.reduce((total, standing) => total + standing[key], 0)
    expect([sum('current'), sum('previous')]).toEqual([given?.current, given?.previous])
  })
})

describe('the people behind certifications', () => {
  const given = () =>
    detail(
      facts()
        .certification(
          { person: 'ada', name: 'Ada Old', title: 'AZ-500', completed: '2022-01-01' },
          { person: 'ada', name: 'Ada New', title: 'SC-100', completed: '2023-01-01' },
          { person: 'ada', title: 'MS-500', completed: '2023-02-01', expires: '2023-12-14' },
          { person: 'ada', title: 'SC-300', completed: '2023-12-16', expires: null },
        )
        .person('eve', 'SC-200'),
      'intermediate-certifications',
    )

  it('come with every certification they ever held, whether it counts and why not', () => {
    expect(given().people[0]).toEqual({
      person: 'ada',
      name: 'Ada New',
      certifications: [
        ['SC-300', '2023-12-16', null, false, 'not-yet-completed'],
        ['MS-500', '2023-02-01', '2023-12-14', false, 'expired'],
        ['SC-100', '2023-01-01', '2024-12-31', true, 'counts'],
        ['AZ-500', '2022-01-01', '2024-12-31', true, 'counts'],
      ].map(([id, completed, expires, counts, reason]) => ({
        id,
        title: id,
        completed,
        expires,
        counts,
        reason,
      })),
      steps: ['step-1', 'step-3'],
    })
  })

  it('may be without a name', () => {
    expect(given().people[1]).toMatchObject({ person: 'eve', name: '', steps: ['step-2'] })
  })

  it('stand behind steps that name their certifications and rate', () => {
    expect(given().steps).toEqual([
      {
        id: 'step-1',
        people: 1,
        required: 2,
        met: false,
        certifications: [
          { id: 'AZ-500', name: 'Microsoft Certified: Azure Security Engineer Associate' },
        ],
        pointsWhenMet: null,
        pointsPerPerson: null,
      },
      expect.objectContaining({ id: 'step-2', people: 1, pointsPerPerson: null }),
      expect.objectContaining({ id: 'step-3', people: 1, pointsPerPerson: '40/6' }),
    ])
    expect(given().steps[2]?.certifications.map(({ id }) => id)).toEqual([
      'SC-100',
      'SC-300',
      'SC-400',
    ])
  })
})
