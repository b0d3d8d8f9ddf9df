import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { Trend } from '../../../shared/trend'
import { useSessionStore } from '../../app/session-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import { eligibility, forecast, trend, trendPoint } from '../../app/testing/trend'
import { profile } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import HistoryPage from './HistoryPage.vue'
// Loaded beforehand, so that the page need not wait for it.
import './TrendChart.vue'

vi.mock('vue-chartjs', () => import('../../charts/testing/bar'))

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(of: Trend = trend()) {
  win.fake.answer({ 'score.trend': () => of })
  mountInWindow(win, HistoryPage, { profileId: 1 })
  await flushPromises()
}
const asked = () => win.fake.calls.filter(({ name }) => name === 'score.trend').at(-1)?.input
const rows = () =>
  [...(document.querySelector('tbody')?.querySelectorAll('tr') ?? [])].map((row) => textOn(row))

describe('the history of a partner', () => {
  it('is asked for up to the score date, thirteen months of it', async () => {
    await show()
    expect(asked()).toEqual({ profileId: 1, from: '2022-12', to: '2023-12', asOf: '2023-12-15' })
    useSessionStore().scoreDates = { 1: '2023-08-31' }
    await flushPromises()
    expect(asked()).toEqual({ profileId: 1, from: '2022-08', to: '2023-08', asOf: '2023-08-31' })
  })

  it('has a row a month with verdict and remarks, and no 0 where there is no data', async () => {
    await show()
    expect(rows()).toEqual([
      'Oct 2023 No data No data',
      'Nov 2023 64.0 Not attained Gaps',
      'Dec 2023 71.3 Attained New rules',
    ])
  })

  it('explains the gaps where there are any', async () => {
    await show()
    expect(textOn()).toContain('count as months without usage')
  })

  it('explains no gaps where there are none', async () => {
    await show(trend({ points: [trendPoint('2023-12')] }))
    expect(textOn()).not.toContain('count as months without usage')
  })

  it('has a chart with a name that tells its content', async () => {
    await show()
    expect(document.querySelector('canvas')?.getAttribute('aria-label')).toBe(
      'Line chart of the total: Oct 2023 No data, Nov 2023 64.0, Dec 2023 71.3. From then on if nothing is done: Jan 2024 71.3, Feb 2024 69.3.',
    )
    expect(nameless()).toEqual([])
  })

  it('goes on month by month, with what the next months bring by themselves', async () => {
    await show()
    expect(textOn()).toContain('Not attained from Feb 2024 on')
    expect(textOn()).toContain('(Azure Nov 2023, Microsoft 365 none)')
    expect([...document.querySelectorAll('.months > li')].map((each) => textOn(each))).toEqual([
      'Jan 2024 71.3 0.0 Attained Nothing changes.',
      'Feb 2024 69.3 -2.0 Not attained -2.0 Aldermoor Foods fell below $100 Net customer adds · Azure',
    ])
  })

  it('asks for the worst case when usage is said to stop', async () => {
    await show()
    win.fake.answer({ 'score.forecast': () => forecast({ usage: 'none' }) })
    control('Usage stops').click()
    await flushPromises()
    const asking = win.fake.calls.filter(({ name }) => name === 'score.forecast')
    expect(asking.map(({ input }) => input)).toEqual([
      { profileId: 1, asOf: '2023-12-15', usage: 'steady', limit: 4 },
      { profileId: 1, asOf: '2023-12-15', usage: 'none', limit: 4 },
    ])
    expect(textOn()).toContain('The worst case')
  })

  it('shows the months that are known when the forecast cannot be had', async () => {
    win.fake.answer({
      'score.forecast': () => {
        throw new SeventyError('internal', 'No forecast.')
      },
    })
    await show()
    expect(rows()).toHaveLength(3)
    expect(textOn()).toContain('No forecast.')
  })

  it('names the days of the eligibility window', async () => {
    await show()
    expect(textOn()).toContain('Would have qualified')
    expect(textOn()).toContain('The rules were met on 16 days.')
    expect([...document.querySelectorAll('.spans li')].map((each) => textOn(each))).toEqual([
      '30 November 2023',
      '1 December 2023 to 15 December 2023',
    ])
  })

  it('says when no day qualifies', async () => {
    await show(
      trend({ eligibility: eligibility({ qualifies: false, qualifyingDays: 0, spans: [] }) }),
    )
    expect(textOn()).toContain('Would not have qualified')
    expect(textOn()).toContain('The rules were met on no day.')
  })

  it('says when days rest on months that are missing', async () => {
    await show(trend({ eligibility: eligibility({ complete: false }) }))
    expect(textOn()).toContain('rest on months that were not imported')
  })

  it.each([
    [true, '2023-07-01', 'The renewal qualifies'],
    [false, '2023-07-01', 'No day qualifies yet'],
    [false, '2024-01-01', 'Opens on 1 January 2024'],
  ])('tells the renewal of an enrolled partner: %s from %s', async (qualifies, from, words) => {
    const renewal = { month: '2024-06', knownTo: '2023-12-15' }
    const spans = qualifies ? [{ from: '2023-12-01', to: '2023-12-15' }] : []
    await show(
      trend({ eligibility: eligibility({ from, to: '2024-06-30', qualifies, spans, renewal }) }),
    )
    expect(textOn()).toContain(words)
    expect(textOn()).toContain('An enrolled partner that renews in June 2024')
    expect(textOn().includes('The rules were met on')).toBe(from < '2023-12-15')
  })

  it('leads to the import while there is nothing to show', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0, newestMonth: null })]
    await show()
    expect(textOn()).toContain('A history needs data.')
  })

  it('says why it cannot be shown', async () => {
    win.fake.answer({
      'score.trend': () => {
        throw new SeventyError('profile-not-found', 'The partner is gone.')
      },
    })
    mountInWindow(win, HistoryPage, { profileId: 1 })
    await flushPromises()
    expect(textOn()).toContain('The partner is gone.')
  })
})
