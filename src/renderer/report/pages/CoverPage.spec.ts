import { expect, it } from 'vitest'
import type { ReportModel } from '../../../shared/report'
import { score } from '../../app/testing/scores'
import { mountInReport, reportModel } from '../testing/model'
import CoverPage from './CoverPage.vue'

const page = (change: Partial<ReportModel> = {}) =>
  mountInReport(CoverPage, { model: reportModel(score(), change) })
const terms = (wrapper: ReturnType<typeof page>) => wrapper.findAll('dt').map((each) => each.text())

it('names the client, the firm and the days', () => {
  const wrapper = page()
  expect(wrapper.get('h1').text()).toBe('Halden Ridge Systems')
  expect(wrapper.text()).toContain('Northlight Advisory')
  expect(wrapper.text()).toContain('15 December 2023')
  expect(wrapper.text()).toContain('not to be passed on without its consent')
})

it('has the partner id only where it is known', () => {
  expect(terms(page())).toContain('Partner id')
  expect(terms(page({ mpnId: null }))).not.toContain('Partner id')
})

it('says that a sample is invented', () => {
  expect(page({ sample: true }).text()).toContain('are invented')
  expect(page().text()).not.toContain('are invented')
})

it('says that totals were typed in, by whom and when', () => {
  const typedIn = { at: '2023-12-14T09:00:00.000Z', who: 'Ada' }
  expect(page({ typedIn }).text()).toContain(
    'From totals typed in by Ada on 14 December 2023, not from files.',
  )
})

it('gives a long name a smaller size, so that it stays a title', () => {
  const size = (client: string) => page({ client }).get('h1').classes()
  expect([size('A'.repeat(32)), size('A'.repeat(33)), size('A'.repeat(71))]).toEqual([
    ['short'],
    ['long'],
    ['very-long'],
  ])
})
