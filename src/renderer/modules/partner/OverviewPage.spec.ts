import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { Score } from '../../../shared/score'
import { useSessionStore } from '../../app/session-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, textOn, type } from '../../app/testing/names'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { profile } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import OverviewPage from './OverviewPage.vue'
// Loaded beforehand, so that the page need not wait for it.
import './PointsChart.vue'

vi.mock('vue-chartjs', () => import('../../charts/testing/bar'))

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(of: Score = score()) {
  win.fake.answer({ 'score.get': () => of })
  const wrapper = mountInWindow(win, OverviewPage, { profileId: 1 })
  await flushPromises()
  return wrapper
}
const asked = () => win.fake.calls.filter(({ name }) => name === 'score.get').at(-1)?.input
const gauge = () => document.querySelector('.score-gauge')
const card = (name: string) =>
  textOn([...document.querySelectorAll('.card')].find((each) => textOn(each).includes(name)))
const conditions = () =>
  [...document.querySelectorAll('.summary dl > div')].map((each) => textOn(each))

describe('an attained score', () => {
  it('is shown with its total, the line and both conditions', async () => {
    await show()
    expect(textOn()).toContain('Attained, 1.3 points above the line')
    expect(gauge()?.classList).toContain('attained')
    expect(gauge()?.getAttribute('aria-label')).toContain('Score 71.3 of 100 points')
    expect(conditions()).toEqual([
      'Total of at least 70 points 71.3 Met',
      'At least 1 point in each metric 4 of 4 Met',
    ])
  })

  it('names its track and what the other one gives, only where there are tracks', async () => {
    await show()
    expect(textOn()).not.toContain('track')
    const other = { edition: 'e', track: 'enterprise', total: 55, totalShown: 55, attained: false }
    await show(score({ track: 'smb', otherTracks: [other] }))
    expect(textOn()).toContain('Scored on the SMB track. Enterprise track: 55.0, not attained.')
    await show(score({ track: 'public', otherTracks: [{ ...other, attained: true }] }))
    expect(textOn()).toContain('Scored on the public track. Enterprise track: 55.0, attained.')
  })

  it('stands under the partner, the date and the word estimate', async () => {
    await show()
    expect(document.querySelector('h1')?.textContent).toBe('Halden Ridge Systems')
    expect(textOn()).toContain('estimate for 15 December 2023')
  })

  it('leads from each metric to its page', async () => {
    await show()
    expect(control('Deployments').getAttribute('href')).toContain('/partner/1/metrics/deployments')
    expect(card('Net customer adds')).toContain('18.0 of 20 Azure 14.0 Microsoft 365 4.0')
    expect(card('Intermediate certifications')).toContain(
      'Step 1 2 of 2 Step 2 3 of 2 Step 3 2 people',
    )
  })

  it('has a name for everything that can be operated', async () => {
    await show()
    expect(nameless()).toEqual([])
  })
})

describe('72 points with a failed minimum', () => {
  beforeEach(() => show(scoreWithFailedMinimum()))

  it('are never shown as success', () => {
    expect(textOn()).toContain('Not attained: enough points, but not in Deployments')
    expect(gauge()?.classList).not.toContain('attained')
    expect(gauge()?.getAttribute('aria-label')).toContain('Minimum missed')
  })

  it('meet one condition and miss the other, which is named', () => {
    expect(conditions()).toEqual([
      'Total of at least 70 points 72.0 Met',
      'At least 1 point in each metric Below the minimum: Deployments 3 of 4 Not met',
    ])
    expect(card('Deployments')).toContain('0.0 of 20')
    expect(card('Deployments')).toContain('Below minimum')
  })
})

describe('what was not imported', () => {
  it('is called "No data" with what to do, and never 0', async () => {
    await show(scoreWithoutUsage())
    expect(card('Usage growth')).toContain('No data of 20')
    expect(card('Usage growth')).toContain('Import an Azure usage or a Microsoft 365 usage report')
    expect(card('Usage growth')).not.toMatch(/\b0(\.0)?\b/)
    expect(conditions()[1]).toContain('No data: Net customer adds, Deployments, Usage growth')
    expect(conditions()[1]).toContain('Not known')
  })

  it('leaves the total unknown where nothing is known', async () => {
    await show(score({ total: null, totalShown: null, thresholdMet: false, attained: false }))
    expect(textOn()).toContain('No score yet')
    expect(conditions()[0]).toBe('Total of at least 70 points No data Not known')
  })

  it('is everything for a new partner, which is led to the import', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0, newestMonth: null })]
    await show(score({ total: null, totalShown: null }))
    expect(textOn()).toContain('No files yet')
    expect(gauge()).toBeNull()
    expect(control('Import files').getAttribute('href')).toContain('/partner/1/import')
  })
})

describe('what a reader must know', () => {
  it('is told as warnings, with the names that their sentence leaves out', async () => {
    const warning = { code: 'unknown-service', count: 2, names: ['Lighthouse', 'Harbour'] } as const
    await show(
      score({
        warnings: [
          { ...warning, names: [...warning.names], message: 'Not counted: Harbour and 1 more.' },
        ],
      }),
    )
    expect(textOn()).toContain('Before you rely on this number')
    expect(textOn()).toContain('Not counted: Harbour and 1 more. Lighthouse')
  })

  it('is told as what another reading of an open rule would change', async () => {
    await show(
      score({
        alternatives: [
          { reading: 'streamFloor', value: 'sum', total: 69.97, totalShown: 69.9, attained: false },
        ],
      }),
    )
    expect(textOn()).toContain('69.9 and not attained')
  })

  it('is nothing where nothing is uncertain', async () => {
    await show()
    expect(document.querySelector('.know')).toBeNull()
  })

  it('is that the data ends before today, where it does', async () => {
    useWorkspaceStore().profiles = [profile({ newestMonth: '2023-09', scoreDate: '2023-10-31' })]
    await show()
    expect(textOn()).toContain('The data ends in September 2023')
    expect(textOn()).toContain('is shown for 31 October 2023')
  })
})

describe('the chart of points', () => {
  it('has a name that tells its content, and its numbers in a table', async () => {
    await show(scoreWithoutUsage())
    await flushPromises()
    const chart = document.querySelector('canvas')
    expect(chart?.getAttribute('aria-label')).toBe(
      'Bar chart of the points: Net customer adds No data, Intermediate certifications 13.3, Deployments No data, Usage growth No data.',
    )
    const rows = [...document.querySelectorAll('.figure tbody tr')].map((row) => textOn(row))
    expect(rows[0]).toBe('Net customer adds No data 20 No data')
    expect(rows[1]).toBe('Intermediate certifications 13.3 40 26.7')
  })
})

describe('the score date', () => {
  it('is left to the partner until one is chosen, and then asked for', async () => {
    await show()
    expect(asked()).toEqual({ profileId: 1 })
    type(field('Score date'), '2023-10-31')
    await flushPromises()
    expect(asked()).toEqual({ profileId: 1, asOf: '2023-10-31' })
    control('Back to the partner’s own score date').click()
    await flushPromises()
    expect(asked()).toEqual({ profileId: 1 })
  })
})

it('keeps the rule edition for the status bar', async () => {
  await show()
  expect(useSessionStore().editions[1]).toBe('security-2023-12')
})

it('asks again when the facts of its partner change', async () => {
  await show()
  win.fake.answer({ 'score.get': () => scoreWithFailedMinimum() })
  win.fake.emitChanged(1)
  await flushPromises()
  expect(textOn()).toContain('72.0')
})

it('shows a refusal with a way to try again', async () => {
  win.fake.answer({
    'score.get': () => {
      throw new SeventyError('edition-not-found', 'No edition covers that date.')
    },
  })
  mountInWindow(win, OverviewPage, { profileId: 1 })
  await flushPromises()
  expect(textOn()).toContain('No edition covers that date.')
  expect(control('Try again').tagName).toBe('BUTTON')
})
