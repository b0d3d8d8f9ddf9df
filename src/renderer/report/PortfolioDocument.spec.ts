import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PortfolioReport } from '../../shared/report'
import { score, scoreWithFailedMinimum } from '../app/testing/scores'
import PortfolioDocument from './PortfolioDocument.vue'
import { documentTitle, runningTitles } from './running-titles'
import { cells, english } from './testing/model'

const partner = { score: null, change: null, problem: null }
const report = (partners: PortfolioReport['partners']): PortfolioReport => ({
  ...{ reportId: '7KM3-Q9XW', appVersion: '0.1.0', template: 'portfolio', firm: 'Northlight' },
  ...{ preparedOn: '2023-12-15', pageSize: 'A4', asOf: '2023-12-15', imprint: 'Independent.' },
  partners,
})
const page = (...partners: PortfolioReport['partners']) =>
  mount(PortfolioDocument, { props: { report: report(partners) } })

it('has every partner in a line: total, change, designation, and what is below its minimum', () => {
  const shown = page(
    { ...partner, name: 'Aldermoor', score: score(), change: 2 },
    { ...partner, name: 'Birch', score: scoreWithFailedMinimum(), change: -1.5 },
    { ...partner, name: 'Cove', problem: 'The edition is not there.' },
  )
  expect(shown.get('h2').text()).toBe(
    'One of three partners attains the designation on 15 December 2023',
  )
  expect(cells(shown.get('table').element).slice(1)).toEqual([
    ['Aldermoor', '71.3', '+2.0', 'Attained', '', 'security-2023-12'],
    ['Birch', '72.0', '−1.5', 'Not attained', 'Deployments', 'security-2023-12'],
    ['Cove The edition is not there.', 'No data', '–', 'No data', '', '–'],
  ])
  expect(shown.get('svg.total-bars').attributes('aria-label')).toContain('Birch 72.0')
})

it('stands without partners, and with more than a chart has room for', () => {
  expect(page().get('h2').text()).toBe('No partners yet')
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...{ ...partner, name: `Partner ${String(index)}`, score: score() },
  }))
  const shown = page(...many)
  expect(shown.findAll('tbody tr')).toHaveLength(60)
  expect(shown.find('.total-bars').exists()).toBe(false)
})

it('is named for what it is, in header and properties', () => {
  expect(documentTitle(report([]), english)).toBe('Portfolio: partner capability score')
  expect(runningTitles(report([]), english)).toMatchObject({
    '--running-client': '"Portfolio"',
    '--running-month': '"15 December 2023"',
  })
})
