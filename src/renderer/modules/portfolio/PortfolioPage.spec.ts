import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { PortfolioEntry } from '../../../shared/profiles'
import { useJobsStore } from '../../app/jobs-store'
import { useNoticesStore } from '../../app/notices-store'
import { useSessionStore } from '../../app/session-store'
import { deferred } from '../../app/testing/deferred'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, controls, field, nameless, press, textOn, type } from '../../app/testing/names'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { portfolioEntry, profile } from '../../app/testing/workspace'
import PortfolioPage from './PortfolioPage.vue'

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(entries: readonly PortfolioEntry[]) {
  win.fake.answer({ 'portfolio.list': () => [...entries] })
  const wrapper = mountInWindow(win, PortfolioPage)
  await flushPromises()
  return wrapper
}

const entry = (id: number, name: string, of: PortfolioEntry['score'] = score()) =>
  portfolioEntry({ profile: profile({ id, name }), score: of })
const rows = () => [...document.querySelectorAll('tbody tr')]

describe('the first run', () => {
  it('says what the program is for, and offers the sample and a first partner', async () => {
    await show([])
    expect(textOn()).toContain('works with data exported from Microsoft Partner Center')
    expect(controls().map((each) => textOn(each))).toEqual([
      'Explore the sample workspace',
      'Add your first partner',
    ])
    expect(document.querySelectorAll('h1')).toHaveLength(1)
  })

  it('creates the sample as a job, and says when it is ready', async () => {
    await show([])
    win.fake.answer({ 'sample.create': () => ({ jobId }) })
    control('Explore the sample workspace').click()
    await flushPromises()
    expect(useJobsStore().running.map(({ title }) => title)).toEqual([
      'Creating the sample workspace',
    ])
    expect(controls().every((each) => each.hasAttribute('disabled'))).toBe(true)
    win.fake.emitJob({ jobId, state: 'done', result: [profile(), profile({ id: 2 })] })
    await flushPromises()
    expect(useNoticesStore().shown).toMatchObject([{ title: '2 sample partners are ready' }])
  })

  it('says why the sample could not be created, and lets one try again', async () => {
    await show([])
    win.fake.answer({
      'sample.create': () => {
        throw new SeventyError('workspace-locked', 'Another window has it.')
      },
    })
    control('Explore the sample workspace').click()
    await flushPromises()
    expect(useNoticesStore().shown).toMatchObject([
      { tone: 'failed', text: 'Another window has it.' },
    ])
    expect(control('Explore the sample workspace').hasAttribute('disabled')).toBe(false)
  })

  it('opens the dialog for a first partner', async () => {
    await show([])
    control('Add your first partner').click()
    expect(useSessionStore().dialog).toBe('new-partner')
  })
})

describe('the portfolio', () => {
  it('is not taken for empty before its answer is there', async () => {
    const answer = deferred<PortfolioEntry[]>()
    win.fake.answer({ 'portfolio.list': () => answer.promise as never })
    mountInWindow(win, PortfolioPage)
    await flushPromises()
    expect(textOn()).toContain('Loading…')
    expect(textOn()).not.toContain('Explore the sample workspace')
  })

  it('shows a failure with its code and tries again', async () => {
    win.fake.answer({
      'portfolio.list': () => {
        throw new SeventyError('workspace-damaged', 'The workspace is damaged.')
      },
    })
    mountInWindow(win, PortfolioPage)
    await flushPromises()
    expect(textOn()).toContain('The workspace is damaged.')
    win.fake.answer({ 'portfolio.list': () => [entry(1, 'Halden')] })
    control('Try again').click()
    await flushPromises()
    expect(rows()).toHaveLength(1)
  })

  it('lists partners by name, with the total, the four metrics and the age of the data', async () => {
    await show([entry(2, 'Meridian'), entry(1, 'halden')])
    expect(rows().map((row) => textOn(row.querySelector('th') ?? row))).toEqual([
      expect.stringContaining('halden'),
      expect.stringContaining('Meridian'),
    ])
    const cells = [...(rows()[0]?.querySelectorAll('td') ?? [])].map((cell) => textOn(cell))
    expect(cells).toEqual([
      '71.3 Attained',
      '+2.0',
      '18.0 Met',
      '13.3 Met',
      '20.0 Met',
      '20.0 Met',
      'Nov 2023 Up to date',
      '',
    ])
    expect(textOn()).toContain('2 partners, 2 attained')
  })

  it('never counts or shows 72 points with a failed minimum as attained', async () => {
    await show([entry(1, 'Northgate', scoreWithFailedMinimum())])
    const row = rows()[0]
    expect(textOn()).toContain('1 partner, 0 attained')
    expect(textOn(row)).toContain('Not attained: minimum missed')
    expect(textOn(row)).toContain('0.0 Below 1')
    expect(row?.querySelector('.meter.attained')).toBeNull()
  })

  it('says "No data" for a metric without data, never 0', async () => {
    await show([entry(1, 'Halden', scoreWithoutUsage())])
    const cells = [...(rows()[0]?.querySelectorAll('td') ?? [])].map((cell) => textOn(cell))
    expect(cells.slice(2, 6)).toEqual(['No data', '13.3 Met', 'No data', 'No data'])
  })

  it('shows the way of the total over a year in words as well, and the change in a month', async () => {
    await show([entry(1, 'Halden'), portfolioEntry({ change: null, profile: profile({ id: 2 }) })])
    expect(document.querySelector('.spark')?.getAttribute('aria-label')).toBe(
      'Totals of 13 dates, 48.0 to 71.3',
    )
    expect(textOn(rows()[1])).toContain('Not comparable')
  })

  it('says how much there is to keep an eye on, and leads there', async () => {
    const alerts = { urgent: 1, all: 3, expiring: 2 }
    await show([portfolioEntry({ alerts }), entry(2, 'Meridian')])
    expect(control('3 alerts').getAttribute('href')).toContain('/partner/1/overview')
    expect(textOn(rows()[1])).not.toContain('alert')
  })

  it('is put in another order by its headings, and says which', async () => {
    const ahead = portfolioEntry({
      profile: profile({ id: 2, name: 'Meridian' }),
      change: { since: '2023-11-15', difference: 9 },
    })
    await show([entry(1, 'Halden'), ahead])
    control('In a month').click()
    await flushPromises()
    expect(textOn(rows()[0]?.querySelector('th') ?? rows()[0])).toContain('Meridian')
    const sorted = document.querySelectorAll('th[aria-sort="descending"]')
    expect([...sorted].map((each) => textOn(each))).toEqual(['In a month'])
  })

  it('offers the import to a partner without files', async () => {
    await show([
      portfolioEntry({
        ...{ profile: profile({ files: 0, newestMonth: null }), score: null },
        ...{ history: [], change: null },
      }),
    ])
    expect(textOn(rows()[0])).toContain('No files yet.')
    expect(control('Import files').getAttribute('href')).toContain('/partner/1/import')
  })

  it('says how far the data is behind', async () => {
    await show([portfolioEntry({ profile: profile({ newestMonth: '2023-09' }) })])
    expect(textOn(rows()[0])).toContain('Sept 2023 2 months behind')
  })

  it('has a name for everything that can be operated', async () => {
    await show([entry(1, 'Halden'), entry(2, 'Meridian', null)])
    expect(nameless()).toEqual([])
  })
})

describe('the filter', () => {
  const many = Array.from({ length: 7 }, (_, index) => entry(index + 1, `Partner ${String(index)}`))

  it('is there only where there are many partners', async () => {
    await show(many.slice(1))
    expect(document.querySelector('input')).toBeNull()
  })

  it('keeps the partners that match, and says when none does', async () => {
    await show(many)
    type(field('Find a partner'), 'partner 3')
    await flushPromises()
    expect(rows()).toHaveLength(1)
    type(field('Find a partner'), 'nobody')
    await flushPromises()
    expect(rows()).toHaveLength(0)
    expect(textOn()).toContain('No partner matches “nobody”.')
  })
})

describe('the actions of a partner', () => {
  async function openMenu(): Promise<void> {
    await show([entry(1, 'Halden')])
    const trigger = control('Actions for Halden')
    trigger.focus()
    press('Enter', trigger)
    await flushPromises()
  }

  it('open by keyboard as a menu', async () => {
    await openMenu()
    const items = [...document.querySelectorAll('[role="menuitem"]')]
    expect(items.map((item) => textOn(item))).toEqual([
      'Overview',
      'Import files',
      'Report',
      'Rename or enrolment…',
      'Locations…',
      'Remove partner…',
    ])
  })

  it('show its locations by name, and those that no profile report names', async () => {
    const place = { globalMpnId: '4700', globalName: null, file: 'profile.csv', line: 2 }
    const unnamed = { name: null, city: null, country: null, level: null }
    win.fake.answer({
      'locations.list': () => [
        {
          ...{ ...place, mpnId: '4711', name: 'Bergen', city: 'Bergen', country: 'Norway' },
          ...{ level: 'Location', dataFiles: 3 },
        },
        { ...place, ...unnamed, mpnId: '4799', globalMpnId: null, dataFiles: 1 },
      ],
    })
    await openMenu()
    press('Enter', control('Locations…'))
    await flushPromises()
    const rows = [...document.querySelectorAll('[role="dialog"] tbody tr')]
    expect(rows.map((row) => textOn(row))).toEqual([
      '4711 Bergen Bergen Norway Location 3',
      '4799 Not in a profile report 1',
    ])
  })

  it('remove a partner after saying what leaves with it', async () => {
    await openMenu()
    press('Enter', control('Remove partner…'))
    await flushPromises()
    expect(textOn()).toContain('Remove Halden?')
    expect(textOn()).toContain('its 3 imported files leave this workspace')
    win.fake.answer({ 'profiles.remove': () => ({}), 'profiles.list': () => [] })
    control('Remove partner').click()
    await flushPromises()
    expect(win.fake.calls.find(({ name }) => name === 'profiles.remove')?.input).toEqual({
      profileId: 1,
    })
    expect(useNoticesStore().shown).toMatchObject([{ title: 'Halden was removed' }])
  })
})
