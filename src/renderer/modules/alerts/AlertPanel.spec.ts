import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import AlertPanel from './AlertPanel.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

const alert = (change: Partial<Alert>): Alert => ({
  kind: 'certification-expiring',
  urgent: false,
  date: null,
  daysLeft: null,
  subject: null,
  certifications: [],
  steps: [],
  metric: null,
  stream: null,
  count: 1,
  effect: null,
  ...change,
})

async function show(...alerts: readonly Alert[]) {
  win.fake.answer({ 'score.alerts': () => [...alerts] })
  mountInWindow(win, AlertPanel, { profileId: 1, asOf: '2023-12-15' })
  await flushPromises()
  return [...document.querySelectorAll('li')].map((line) => textOn(line))
}

describe('the alerts of a partner', () => {
  it('take no room while there are none', async () => {
    await show()
    expect(document.querySelector('section')).toBeNull()
  })

  it('say what happens to whom, when, what it takes, and lead to where something can be done', async () => {
    const lines = await show(
      alert({ kind: 'designation-at-risk', urgent: true, date: '2024-02-01', daysLeft: 48 }),
      alert({
        ...{
          subject: { id: 'x', name: 'Xenia Hart' },
          certifications: ['AZ-500', 'SC-100'],
          steps: ['step-1', 'step-3'],
        },
        ...{ date: '2024-01-15', daysLeft: 1, metric: 'intermediate-certifications', effect: -6.7 },
      }),
      alert({
        ...{ kind: 'customer-falling', subject: { id: 'a', name: 'Ardenmoor' }, stream: 'azure' },
        ...{ date: '2024-01-01', daysLeft: 17, metric: 'net-customer-adds', effect: -2 },
      }),
      alert({ kind: 'data-old', count: 2, urgent: true }),
      alert({ kind: 'association-missing', stream: 'm365', metric: 'net-customer-adds', count: 3 }),
    )
    expect(lines).toEqual([
      'The designation is lost on 1 February 2024 if nothing is done In 48 days History',
      'Xenia Hart leaves Step 1 + Step 3 on 15 January 2024 (AZ-500, SC-100) -6.7 In 1 day Certifications',
      'Ardenmoor (Azure) no longer counts from 1 January 2024: older months leave the window -2.0 In 17 days Customer adds',
      'The data is 2 months older than Partner Center has Now Import files',
      '3 more Microsoft 365 customers would count with the association the rules ask for Now Customer adds',
    ])
    expect(control('Import files').getAttribute('href')).toContain('/partner/1/import')
    expect(nameless()).toEqual([])
  })

  it('tell of a renewal window that opens, and of one in which no day qualifies yet', async () => {
    const lines = await show(
      alert({ kind: 'renewal-window', date: '2024-01-01', daysLeft: 17 }),
      alert({ kind: 'renewal-window', urgent: true, date: '2024-06-01', daysLeft: 169 }),
    )
    expect(lines[0]).toMatch(/^The renewal window opens on 1 January 2024/)
    expect(lines[1]).toMatch(/^The renewal window is open .* over on 1 June 2024/)
    expect(control('History').getAttribute('href')).toContain('/partner/1/history')
  })

  it('shows the first five, and the others when asked', async () => {
    const many = Array.from({ length: 7 }, () => alert({ kind: 'data-old' }))
    expect(await show(...many)).toHaveLength(5)
    control('Show 2 more').click()
    await flushPromises()
    expect(document.querySelectorAll('li')).toHaveLength(7)
    control('Show fewer').click()
    await flushPromises()
    expect(document.querySelectorAll('li')).toHaveLength(5)
  })
})
