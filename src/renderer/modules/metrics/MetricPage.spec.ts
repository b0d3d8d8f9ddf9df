import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { MetricDetail, MetricId, Score } from '../../../shared/score'
import { metricOrder } from '../../app/metric-order'
import { metricDetail, standing, tenantId } from '../../app/testing/details'
import { elementsHaveSize } from '../../app/testing/layout'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, textOn, type } from '../../app/testing/names'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { profile } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import MetricPage from './MetricPage.vue'
// Loaded beforehand, so that the page need not wait for it.
import './ChangesChart.vue'

vi.mock('vue-chartjs', () => import('../../charts/testing/bar'))

elementsHaveSize()
let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function showDetail(detail: MetricDetail): Promise<void> {
  win.fake.answer({ 'score.metric': () => detail })
  mountInWindow(win, MetricPage, { profileId: 1, metricId: detail.metric.id })
  await flushPromises()
}
const show = (metricId: MetricId, of: Score = score()) => showDetail(metricDetail(metricId, of))
const figure = () => textOn(document.querySelector('.figure-card') ?? document)
const panel = (heading: string) => {
  const found = [...document.querySelectorAll('.panel')].find((each) =>
    textOn(each).startsWith(heading),
  )
  if (!found) throw new Error(`No panel “${heading}”.`)
  return found
}
const formula = () => textOn(panel('How the points come about'))

describe.each(metricOrder)('the page of %s', (metricId) => {
  it('asks for its metric, and shows its points out of the maximum', async () => {
    await show(metricId)
    expect(win.fake.calls.find(({ name }) => name === 'score.metric')?.input).toEqual({
      profileId: 1,
      metricId,
    })
    const metric = score().metrics.find(({ id }) => id === metricId)
    expect(figure()).toContain(`${metric?.pointsShown?.toFixed(1) ?? ''} of at most`)
    expect(figure()).toContain('Minimum met')
  })

  it('has one heading of its own, and a name for everything that can be operated', async () => {
    await show(metricId)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(nameless()).toEqual([])
  })

  it('says "No data" and what to import, and never 0, where nothing was imported', async () => {
    const unknown = score({
      metrics: scoreWithoutUsage().metrics.map((metric) => ({
        ...metric,
        points: null,
        pointsShown: null,
        status: 'no-data' as const,
      })),
    })
    await show(metricId, unknown)
    expect(figure()).toContain('No data of at most')
    expect(figure()).not.toMatch(/\b0\.0\b/)
    expect(textOn()).toMatch(/Import an Azure usage|Import a trainings and certifications report/)
    expect(control('Import files').getAttribute('href')).toContain('/partner/1/import')
  })

  it('leads a partner without files to the import', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0, newestMonth: null })]
    await show(metricId)
    expect(textOn()).toContain('No files yet')
    expect(document.querySelector('.figure-card')).toBeNull()
  })
})

describe('the formula', () => {
  it('is filled in for net customer adds', async () => {
    await show('net-customer-adds')
    expect(formula()).toContain('Customers with at least $100 of consumed revenue')
    expect(formula()).toContain('(12 − 5) × 2 = 14.0 points')
    expect(formula()).toContain('14.0 + 4.0 = 18.0 points')
    expect(formula()).toContain('Now: Dec 2022 – Nov 2023. A year ago: Dec 2021 – Nov 2022.')
  })

  it('is filled in for deployments, with the active share and the cap', async () => {
    await show('deployments')
    expect(formula()).toContain('25 paid seats of one workload, 15% of them active')
    expect(formula()).toContain('× 20/6 = 13.3 points')
    expect(formula()).toContain('Capped: the metric gives at most 20 points.')
  })

  it('is filled in for usage growth, in dollars and in users', async () => {
    await show('usage-growth')
    expect(formula()).toContain('($214,500 − $191,000) ÷ $1,250 = 18.8 points')
    expect(formula()).toContain('(2,980 − 2,605) ÷ 125 = 3.0 points')
  })

  it('says that a stream which lost counts as 0', async () => {
    await show('deployments', scoreWithFailedMinimum())
    expect(formula()).toContain('−3.3 → 0.0 points')
    expect(formula()).toContain('A stream never counts below 0.')
    expect(figure()).toContain('Below minimum')
  })

  it('says which stream was not imported', async () => {
    const detail = metricDetail('net-customer-adds')
    const [azure, m365] = detail.streams
    const nothing = { current: null, previous: null, delta: null, points: null, pointsShown: null }
    if (!azure || !m365) throw new Error('A stream is missing.')
    await showDetail({ ...detail, streams: [azure, { ...m365, ...nothing, status: 'no-data' }] })
    expect(formula()).toContain('No data: Microsoft 365 usage of these months was not imported.')
    expect(formula()).not.toContain('Both streams')
  })
})

it.each([
  [
    'net-customer-adds',
    { atLeast: null, above: 300, atMost: null, sticky: false },
    ['more than $300 of', 'more than 300 paid'],
  ],
  [
    'deployments',
    { atLeast: 5, above: null, atMost: 300, sticky: true },
    ['5 to 300 (or more, if they were inside a year ago) paid seats of one workload, 15% of them'],
  ],
  [
    'usage-growth',
    { atLeast: null, above: 0, atMost: 300, sticky: false },
    [
      'customers with more than $0, at most $300 of it',
      'customers with more than 0, at most 300 paid seats',
    ],
  ],
] as const)('the rule of %s names the ends of a range', async (metricId, bounds, words) => {
  const detail = metricDetail(metricId)
  const streams = detail.streams.map((stream) => ({ ...stream, bounds }))
  await showDetail({ ...detail, streams })
  for (const each of words) expect(formula()).toContain(each)
})

describe('the steps of certifications', () => {
  it('name the points that a gate gives itself', async () => {
    const detail = metricDetail('intermediate-certifications')
    const steps = detail.steps.map((step) => ({ ...step, pointsWhenMet: '4' }))
    await showDetail({ ...detail, steps })
    expect(formula()).toContain('4 points once met.')
  })

  it('tell gates and points apart', async () => {
    await show('intermediate-certifications')
    expect(formula()).toContain(
      'Step 1: gate AZ-500 Azure Security Engineer Associate 2 of 2 people Gate met',
    )
    expect(formula()).toContain('2 people × 40/6 = 13.3 points')
  })

  it('say what is missing to a gate, and that it blocks the points', async () => {
    const detail = metricDetail('intermediate-certifications')
    const [first, ...others] = detail.steps
    if (!first) throw new Error('A step is missing.')
    await showDetail({ ...detail, steps: [{ ...first, people: 1, met: false }, ...others] })
    expect(formula()).toContain('1 of 2 people Gate not met: 1 more needed')
    expect(formula()).toContain('No points until both gates are met.')
  })
})

describe('the people', () => {
  beforeEach(() => show('intermediate-certifications'))
  const rows = () =>
    [...panel('People and certifications').querySelectorAll('.data')].map((row) => textOn(row))

  it('are listed with every certification, and why one does not count', () => {
    expect(rows()).toHaveLength(5)
    expect(rows()[0]).toBe(
      'Inês Almeida ines.almeida@halden.example Azure Security Engineer Associate AZ-500 · Step 1 2 May 2022 2 May 2024 Counts',
    )
    expect(rows()[2]).toContain('Expired')
    expect(rows()[3]).toContain('No expiry')
    expect(rows()[4]).toContain('Not completed by then')
  })

  it('are kept to those that do not count, and found by name', async () => {
    control('Do not count 2').click()
    await flushPromises()
    expect(rows()).toHaveLength(2)
    type(field('Find a person or certification'), 'mira')
    await flushPromises()
    expect(rows()).toEqual([expect.stringContaining('Mira Okafor')])
    type(field('Find a person or certification'), 'nobody')
    await flushPromises()
    expect(textOn()).toContain('Nobody matches.')
  })
})

describe('the explanation', () => {
  it('stands under the formula, and the chart follows the stream that is looked at', async () => {
    const detail = metricDetail('net-customer-adds')
    const lost = standing({
      ...{ tenantId: tenantId(2), name: 'Corvane Dental', current: 12, previous: 9_000 },
    })
    const standings = (id: string) => (id === 'azure' ? [standing(), lost] : [standing()])
    await showDetail({
      ...detail,
      streams: detail.streams.map((each) => ({ ...each, standings: standings(each.id) })),
    })
    await flushPromises()
    const label = () => document.querySelector('canvas')?.getAttribute('aria-label')
    expect(textOn(panel('Where the number comes from'))).toContain('Aldermoor Foods')
    expect(label()).toContain('Corvane Dental -$8,988')
    control('Microsoft 365').click()
    await flushPromises()
    expect(label()).not.toContain('Corvane Dental')
  })

  it('is that of the steps where people are counted', async () => {
    await show('intermediate-certifications')
    control('Step 2').click()
    await flushPromises()
    expect(textOn(panel('Where the number comes from'))).toContain('Tomas Berg')
  })
})

it('shows a refusal with a way to try again', async () => {
  win.fake.answer({
    'score.metric': () => {
      throw new SeventyError('profile-not-found', 'There is no such partner.')
    },
  })
  mountInWindow(win, MetricPage, { profileId: 1, metricId: 'deployments' })
  await flushPromises()
  expect(textOn()).toContain('There is no such partner.')
  expect(control('Try again').tagName).toBe('BUTTON')
})
