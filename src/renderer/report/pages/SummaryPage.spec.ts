import { describe, expect, it } from 'vitest'
import type { ReportModel } from '../../../shared/report'
import type { Score, ScoreWarning } from '../../../shared/score'
import { score, scoreWithFailedMinimum, scoreWithoutUsage } from '../../app/testing/scores'
import { cells, mountInReport, reportModel } from '../testing/model'
import SummaryPage from './SummaryPage.vue'

const page = (of: Score = score(), change: Partial<ReportModel> = {}) =>
  mountInReport(SummaryPage, { model: reportModel(of, change) })
const heading = (wrapper: ReturnType<typeof page>, text: string) =>
  wrapper.findAll('h3').find((each) => each.text() === text)

describe('the summary of an attained score', () => {
  it('has its message as its title', () => {
    expect(page().get('h2').text()).toBe('Attained: 71.3 points, all four minimums met')
  })

  it('has a gauge with a name that says total, line and verdict', () => {
    expect(page().get('.score-gauge').attributes('aria-label')).toBe(
      'Gauge: 71.3 of 100 points; the line stands at 70. Attained.',
    )
  })

  it('has the same numbers in a table', () => {
    expect(cells(page().get('table').element)).toEqual([
      ['Metric', 'Share of the maximum', 'Points', 'Minimum'],
      ['Net customer adds', '', '18.0 of 20', 'Met'],
      ['Intermediate certifications', '', '13.3 of 40', 'Met'],
      ['Deployments', '', '20.0 of 20', 'Met'],
      ['Usage growth', '', '20.0 of 20', 'Met'],
      ['Total', '', '71.3 of 100', 'Attained'],
    ])
  })

  it('leaves out what there is nothing to say about', () => {
    const wrapper = page()
    expect(heading(wrapper, 'To know when reading this')).toBeUndefined()
    expect(heading(wrapper, 'If open questions are read otherwise')).toBeUndefined()
  })
})

describe('the summary of 72 points with a failed minimum', () => {
  const wrapper = page(scoreWithFailedMinimum())

  it('is no success anywhere: not in words, not in colour', () => {
    expect(wrapper.get('h2').text()).toBe('72.0 points, but deployments misses its minimum')
    expect(wrapper.get('.score-gauge').classes()).toContain('short')
    expect(wrapper.get('.score-gauge').text()).toContain('Minimum missed')
    expect(wrapper.get('tfoot').text()).toContain('Not attained')
    expect(wrapper.find('.attained').exists()).toBe(false)
  })

  it('tells the two conditions apart', () => {
    const conditions = wrapper.findAll('.conditions dl > div').map((each) => ({
      text: each.findAll('dt, dd').map((part) => part.text()),
      mark: each.get('.state-mark').classes(),
    }))
    expect(conditions[0]?.text).toEqual([
      'At least 70 points in total',
      '72.0 of 100 points',
      'Met',
    ])
    expect(conditions[0]?.mark).toContain('met')
    expect(conditions[1]?.text).toEqual([
      'At least 1 point in each metric',
      '3 of 4 metrics',
      'Missed',
    ])
    expect(conditions[1]?.mark).toContain('missed')
  })

  it('begins what drives it with the failed minimum', () => {
    expect(wrapper.get('ol li').text()).toContain('Deployments')
    expect(wrapper.get('ol li .state-mark').text()).toBe('Missed')
  })
})

describe('the summary of a score without data', () => {
  it('says "No data" and never 0', () => {
    const rows = cells(page(scoreWithoutUsage()).get('table').element)
    expect(rows[1]).toEqual(['Net customer adds', '', 'No data', 'No data'])
  })

  it('has no verdict where there is no total', () => {
    const none = { ...scoreWithoutUsage(), total: null, totalShown: null }
    const wrapper = page(none)
    expect(wrapper.get('.score-gauge').classes()).toContain('none')
    expect(cells(wrapper.get('tfoot').element)[0]).toEqual(['Total', '', 'No data', 'No data'])
    expect(wrapper.findAll('.conditions dl > div')[0]?.text()).toContain('No data')
  })
})

describe('what a reader has to know', () => {
  const warning = (message: string): ScoreWarning => ({
    code: 'unknown-service',
    message,
    count: 1,
    names: ['X'],
  })

  it('are the first remarks, and how many more there are', () => {
    const wrapper = page(score({ warnings: ['One.', 'Two.', 'Three.', 'Four.'].map(warning) }))
    const section = heading(wrapper, 'To know when reading this')?.element.parentElement
    expect(
      [...(section?.querySelectorAll('li') ?? [])].map((each) => each.textContent?.trim()),
    ).toEqual(['One.', 'Two.'])
    expect(section?.textContent).toContain('2 more remarks stand under Data and provenance.')
  })

  it('are readings that change the result, what changes the attainment first', () => {
    const alternative = (
      reading: 'activeCap' | 'growthSteps',
      value: string,
      attained: boolean,
    ) => ({
      reading,
      value,
      total: attained ? 71.9 : 69.97,
      totalShown: attained ? 71.9 : 69.9,
      attained,
    })
    const wrapper = page(
      score({
        alternatives: [
          alternative('activeCap', 'reported', true),
          alternative('growthSteps', 'whole', false),
          alternative('activeCap', 'reported', true),
        ],
      }),
    )
    const section = heading(wrapper, 'If open questions are read otherwise')?.element.parentElement
    expect(section?.querySelector('dd')?.textContent).toBe(
      'whole steps only: 69.9 points, not attained',
    )
    expect(section?.textContent).toContain('1 more such reading stands under Method.')
  })
})
