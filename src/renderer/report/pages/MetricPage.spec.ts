import { describe, expect, it } from 'vitest'
import { metricIds, type MetricId, type Score } from '../../../shared/score'
import { standing, streamDetail, tenantId } from '../../app/testing/details'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { cells, mountInReport, reportModel } from '../testing/model'
import MetricPage from './MetricPage.vue'

type Part = ReturnType<typeof reportModel>['metrics'][number]

function partOf(id: MetricId, of: Score = score()): Part {
  const part = reportModel(of).metrics.find(({ metric }) => metric.id === id)
  if (!part) throw new Error(`The report has no ${id}.`)
  return part
}

function page(detail: Part, of: Score = score()) {
  const order: readonly MetricId[] = metricIds
  const index = order.indexOf(detail.metric.id) + 1
  return mountInReport(MetricPage, { detail, model: reportModel(of), index, of: order.length })
}

const tables = (wrapper: ReturnType<typeof page>) =>
  wrapper.findAll('table').map(({ element }) => cells(element))

describe('the page of a metric that compares usage', () => {
  const wrapper = page(partOf('net-customer-adds'))

  it('says where the reader is and what the metric comes to', () => {
    expect(wrapper.get('.eyebrow').text()).toBe('Metric 1 of 4 · Performance')
    expect(wrapper.get('h2').text()).toBe('Net customer adds: 18.0 of 20 points')
    expect(wrapper.get('.lead').text()).toContain('12 Azure customers against 5 a year ago')
  })

  it('has its scale as an image with a name', () => {
    expect(wrapper.get('.points-scale').attributes()).toMatchObject({
      role: 'img',
      'aria-label': 'Net customer adds: 18.0 of 20 points',
    })
  })

  it('has the formula with its numbers, and the sum', () => {
    expect(tables(wrapper)[0]).toEqual([
      ['Stream', 'A year ago', 'Now', 'Change', 'Calculation', 'Points'],
      [
        'Azure customers with at least $100 of consumption in twelve months',
        '5',
        '12',
        '+7',
        '(12 − 5) × 2',
        '14.0',
      ],
      ['Microsoft 365 customers with at least 25 paid seats', '4', '6', '+2', '(6 − 4) × 2', '4.0'],
      ['Metric', '14.0 + 4.0', '18.0'],
    ])
  })

  it('lists the customers of each stream with what became of them', () => {
    const [, , , azure] = tables(wrapper)
    expect(azure).toEqual([
      ['Customer', 'A year ago', 'Now', 'Counts'],
      ['Aldermoor Foods', '$60', '$4,200', 'Gained'],
    ])
    expect(wrapper.findAll('caption')[3]?.text()).toContain(
      'USD, Dec 2022 to Nov 2023 against Dec 2021 to Nov 2022',
    )
  })

  it('says what was left out of each stream, and what the next point takes', () => {
    expect(tables(wrapper)[1]).toEqual([
      ['Rows', 'Number', 'A year ago', 'Now'],
      ['Counted', '5', '–', '$70'],
      ['Reported twice', '3', '$70', '–'],
      ['No association', '1', '–', '$70'],
      ['All rows stored', '9', '', ''],
    ])
    expect(wrapper.text()).toContain('usage of 1 customer would count')
    expect(wrapper.text()).toContain('Azure: one more customer, worth 2 points.')
  })
})

describe('the customers of a metric', () => {
  const many = Array.from({ length: 11 }, (_, index) =>
    standing({ name: `Customer ${String(index)}`, tenantId: tenantId(index) }),
  )
  const near = standing({ name: 'Nearly', current: 99.6, previous: 0, countsNow: false })

  it('are as many as the page has room for, and how many more there are', () => {
    const streams = [streamDetail({ standings: many, standingsTotal: 20_000 })]
    const part = partOf('net-customer-adds')
    const wrapper = page({ ...part, streams, leftOut: part.leftOut.slice(0, 1) })
    expect(tables(wrapper)[2]).toHaveLength(6)
    expect(wrapper.text()).toContain('and 19,995 more in the data')
  })

  it('that are near to counting are named with what they lack', () => {
    const streams = [streamDetail({ standings: [near], standingsTotal: 1 })]
    expect(page({ ...partOf('net-customer-adds'), streams }).text()).toContain(
      'Nearest to counting: Nearly ($99.60 of $100).',
    )
  })

  it('of a metric that adds amounts stand with their change', () => {
    const [, , , azure] = tables(page(partOf('usage-growth')))
    expect(azure?.[0]).toEqual(['Customer', 'A year ago', 'Now', 'Change'])
    expect(azure?.[1]).toEqual(['Aldermoor Foods', '$60', '$4,200', '+$4,140'])
  })

  it('that had nothing in either window are told in words', () => {
    const streams = [streamDetail({ standings: [], standingsTotal: 0 })]
    const wrapper = page({ ...partOf('net-customer-adds'), streams })
    expect(wrapper.text()).toContain('No customer had anything in either window.')
  })
})

describe('the page of the certifications', () => {
  const wrapper = page(partOf('intermediate-certifications'))

  it('has every step with its people, and gates with a word', () => {
    const [steps] = tables(wrapper)
    expect(steps?.slice(1)).toEqual([
      ['Step 1 gate, no points', 'AZ-500 Azure Security Engineer Associate', '2 2 needed', 'Met'],
      [
        'Step 2 gate, no points',
        'SC-200 Security Operations AnalystMS-500 Security Administrator Associate',
        '3 2 needed',
        'Met',
      ],
      [
        'Step 3 40/6 points a person',
        'SC-100 Cybersecurity Architect ExpertSC-300 Identity and Access AdministratorSC-400 Information Protection Administrator',
        '2',
        '',
      ],
      ['Metric', '2 × 40/6', '13.3 points'],
    ])
  })

  it('lists the people with what counts, until when, and what does not, and why', () => {
    const [, roster] = tables(wrapper)
    expect(roster?.[2]).toEqual([
      'Tomas Berg tomas.berg@halden.example',
      'Step 1, Step 2',
      'SC-200',
      'AZ-500, expired',
    ])
  })

  it('says so where nobody holds one', () => {
    const empty = page({ ...partOf('intermediate-certifications'), people: [] })
    expect(empty.text()).toContain('No certification of the edition’s list was found.')
  })
})

describe('a metric that misses its minimum', () => {
  it('says so with sign and word', () => {
    const of = scoreWithFailedMinimum()
    const mark = page(partOf('deployments', of), of).get('.scale .state-mark')
    expect(mark.text()).toBe('Missed')
    expect(mark.classes()).toContain('missed')
    expect(mark.find('svg[aria-hidden="true"]').exists()).toBe(true)
  })

  it('shows what a decline gave, and that it counted as 0', () => {
    const of = scoreWithFailedMinimum()
    expect(tables(page(partOf('deployments', of), of))[0]?.[1]?.[4]).toBe(
      '(3 − 4) × 20/6 gives −3.3, counted as 0',
    )
  })
})

describe('a metric without data', () => {
  const of = scoreWithoutUsage()
  const without = partOf('net-customer-adds', of)
  const empty = without.streams.map((stream) => ({ ...stream, standings: [], standingsTotal: 0 }))
  const wrapper = page({ ...without, streams: empty }, of)

  it('is told as such in title, scale and every cell, never as 0', () => {
    expect(wrapper.get('h2').text()).toBe('Net customer adds: no data')
    expect(wrapper.get('.points-scale').attributes('aria-label')).toBe('Net customer adds: no data')
    expect(tables(wrapper)[0]?.[1]?.slice(1)).toEqual(Array(5).fill('No data'))
    expect(tables(wrapper)[0]?.at(-1)).toEqual(['Metric', 'No data', 'No data'])
  })

  it('promises no next point', () => {
    expect(wrapper.text()).not.toContain('What the next point takes')
  })

  it('has no people and no formula where it is about certifications', () => {
    const part = partOf('intermediate-certifications')
    const metric = {
      ...part.metric,
      points: null,
      pointsShown: null,
      minimumMet: false,
      status: 'no-data' as const,
    }
    const [steps, roster] = tables(page({ ...part, metric, people: [] }))
    expect(steps?.[1]?.slice(2)).toEqual(['No data 2 needed', 'No data'])
    expect(steps?.at(-1)).toEqual(['Metric', 'No data', 'No data'])
    expect(roster).toBeUndefined()
  })
})

it('a certification in no list is remarked where people count', () => {
  const of = score({
    warnings: [{ code: 'unknown-certification', message: 'A title is unknown.', count: 1 }],
  })
  const told = page(partOf('intermediate-certifications', of), of)
  expect(told.get('.remarks').text()).toBe('A title is unknown.')
})
