import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ComparedSnapshot } from '../../../shared/snapshots'
import { changes } from '../../app/testing/changes'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import DifferencePanel from './DifferencePanel.vue'
import HistoryPage from './HistoryPage.vue'

vi.mock('vue-chartjs', () => import('../../charts/testing/bar'))

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

const snapshot = (id: number, change: Partial<ComparedSnapshot> = {}): ComparedSnapshot => ({
  ...{ id, profileId: 1, name: '', takenAt: '2023-12-01T08:00:00.000Z', same: true },
  score: {
    ...{ asOf: '2023-11-15', usageMonth: '2023-10', edition: 'security-2023-12', readings: {} },
    ...{ total: 62, totalShown: 62, max: 100, threshold: 70, attained: false, metrics: [] },
  },
  now: { total: 62, totalShown: 62, attained: false },
  ...change,
})
const sent = (name: string) => win.fake.calls.filter((call) => call.name === name).at(-1)?.input

describe('the snapshots of a partner', () => {
  async function show(list: readonly ComparedSnapshot[]) {
    win.fake.answer({ 'snapshots.list': () => [...list], 'snapshots.take': () => snapshot(9) })
    mountInWindow(win, HistoryPage, { profileId: 1 })
    await flushPromises()
    const table = [...document.querySelectorAll('table')].find(
      ({ caption }) => caption && textOn(caption) === 'Snapshots',
    )
    return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => textOn(row))
  }

  it('stand beside what their date gives now, and say where that differs', async () => {
    const rows = await show([
      snapshot(1, { name: 'Review' }),
      snapshot(2, { same: false, now: { total: 58, totalShown: 58, attained: false } }),
      snapshot(3, { same: false, now: null }),
    ])
    expect(rows).toEqual([
      'Review Taken on 1 December 2023 15 November 2023 security-2023-12 62.0 62.0 As it was',
      'Snapshot of 15 November 2023 Taken on 1 December 2023 15 November 2023 security-2023-12 62.0 58.0 Data was changed since',
      'Snapshot of 15 November 2023 Taken on 1 December 2023 15 November 2023 security-2023-12 62.0 Unknown Its edition is gone',
    ])
    expect(nameless()).toEqual([])
  })

  it('are taken of the date that is shown, removed, and renamed in a dialog', async () => {
    await show([snapshot(1, { name: 'Review' })])
    win.fake.answer({
      'snapshots.remove': () => snapshot(1),
      'snapshots.rename': () => snapshot(1),
    })
    control('Take snapshot').click()
    await flushPromises()
    expect(sent('snapshots.take')).toEqual({ profileId: 1, asOf: '2023-12-15' })
    control('Remove: Review').click()
    await flushPromises()
    expect(sent('snapshots.remove')).toEqual({ snapshotId: 1 })
    control('Rename: Review').click()
    await flushPromises()
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(sent('snapshots.rename')).toEqual({ snapshotId: 1, name: 'Review' })
  })
})

describe('the difference of two dates', () => {
  async function show(snapshots: readonly ComparedSnapshot[] = []) {
    mountInWindow(win, DifferencePanel, {
      ...{ profileId: 1, asOf: '2023-12-15', snapshots, max: 100 },
    })
    await flushPromises()
  }

  it('is that of a year at first, as bars, as a table and by cause', async () => {
    await show()
    expect(sent('score.changes')).toMatchObject({ from: '2022-12-15', to: '2023-12-15' })
    expect(textOn()).toContain('From 15 December 2022 to 15 December 2023')
    expect(document.querySelector('canvas')?.getAttribute('aria-label')).toMatch(
      /^Bar chart of the way from one total to the other: 15 December 2022 /,
    )
    expect(document.querySelectorAll('tbody tr').length).toBe(changes().metrics.length + 2)
    expect(nameless()).toEqual([])
  })

  it('is not asked for where the first date lies after the second', async () => {
    await show()
    const asked = win.fake.calls.length
    const [from] = document.querySelectorAll<HTMLInputElement>('input[type=date]')
    if (!from) throw new RangeError('There is no date.')
    from.value = '2024-01-01'
    from.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
    expect(textOn()).toContain('The first date lies after the second.')
    expect(win.fake.calls.length).toBe(asked)
  })

  it('starts at a snapshot as it was taken, with what changed since', async () => {
    await show([snapshot(1, { name: 'Review' })])
    const [from] = document.querySelectorAll('select')
    if (!from) throw new RangeError('There is no choice.')
    from.value = '1'
    from.dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
    expect(sent('score.changes')).toMatchObject({ from: '2023-11-15', to: '2023-12-15' })
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => textOn(row))
    expect(rows[0]).toBe('Review 62.0')
    expect(rows[1]).toMatch(/^Data or rules changed since/)
  })

  it('says so where a date has no total', async () => {
    const { to, ...rest } = changes()
    win.fake.answer({ 'score.changes': () => ({ ...rest, to: { ...to, total: null } }) })
    await show()
    expect(textOn()).toContain('One of the two dates has no total.')
  })
})
