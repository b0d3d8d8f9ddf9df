import { describe, expect, it } from 'vitest'
import { changeCause, changes } from '../../app/testing/changes'
import { plan, planStep } from '../../app/testing/plan'
import { scoreWithFailedMinimum } from '../../app/testing/scores'
import { eligibility, forecast, trend } from '../../app/testing/trend'
import { annex, cells, expiry, mountInReport, wholeModel } from '../testing/model'
import ActionsPage from './ActionsPage.vue'
import AnnexPage from './AnnexPage.vue'
import BreakdownPage from './BreakdownPage.vue'
import HistoryPage from './HistoryPage.vue'
import PlanPage from './PlanPage.vue'
import ScenariosPage from './ScenariosPage.vue'

const whole = wholeModel()

describe('the breakdown', () => {
  const smaller = changeCause({ kind: 'other', subject: null, effect: 0.333333, count: 3 })
  const of = changes({ difference: 2.333333, causes: [changeCause(), smaller] })
  const page = mountInReport(BreakdownPage, { model: whole, changes: of })

  it('tells the points of each stream beside those of a month before', () => {
    const [parts] = page.findAll('table')
    expect(cells(parts?.element as Element).slice(1, 3)).toEqual([
      ['Net customer adds', '14.0', '4.0', '–', '18.0', '16.0', '+2.00'],
      ['Intermediate certifications', '–', '–', '13.3', '13.3', '13.3', '0.00'],
    ])
  })

  it('has causes that add up to the difference below them', () => {
    const rows = cells(page.findAll('table')[1]?.element as Element)
    expect(rows.slice(1)).toEqual([
      ['1', 'Aldermoor Foods reached $100', 'Net customer adds, Azure', '+2.00'],
      ['2', '3 smaller causes together', 'Net customer adds, Azure', '+0.33'],
      ['Difference of the totals', '+2.33'],
    ])
    expect(page.get('.waterfall').attributes('aria-label')).toBe(
      'Waterfall from 69.3 to 71.3 points: cause 1 +2.00, cause 2 +0.33.',
    )
  })

  it('draws no bridge from a score that is not there', () => {
    const unknown = changes({ difference: null, differenceShown: null, causes: [] })
    expect(
      mountInReport(BreakdownPage, { model: whole, changes: unknown }).find('.waterfall').exists(),
    ).toBe(false)
  })
})

describe('the ways', () => {
  it('stand beside each other with effort and total, drawn as planned', () => {
    const page = mountInReport(PlanPage, { part: whole.plan })
    expect(cells(page.get('.ways').element)).toEqual([
      ['Way', 'What it takes', 'Effort', 'Reaches'],
      [
        'The cheapest',
        'Lift a near customer over the Azure thresholdCertify two people for points',
        '11 days',
        '70.0',
      ],
      ['Without certifications', 'Win five Azure customers', '14 days', '70.0'],
    ])
    expect(page.findAll('.planned')).toHaveLength(3)
  })

  it('say why they are not there', () => {
    const page = mountInReport(PlanPage, { part: { status: 'refused', message: 'No levers.' } })
    expect(page.text()).toContain('No levers.')
    expect(page.find('table').exists()).toBe(false)
  })
})

describe('the actions', () => {
  const part = (of = plan(), holds = false) => ({ status: 'planned' as const, plan: of, holds })

  it('have their order, whom they mean, and the total after each', () => {
    const page = mountInReport(ActionsPage, { part: part() })
    const rows = cells(page.get('table').element)
    expect(rows[1]).toEqual(['', 'Today', '60.0'])
    expect(rows[2]?.slice(2)).toEqual(['Saltmarsh Marine: lacks $11.50', '1 day', '+2.00', '70.0'])
    expect(rows[3]?.[1]).toContain('any of SC-100 and SC-300')
  })

  it('never show a total after a step as the line that it does not reach', () => {
    const steps = [planStep('azure-customer', { totalAfter: 69.97 })]
    const ways = [{ effort: 6, total: 70, totalShown: 70, without: null, steps }]
    const page = mountInReport(ActionsPage, { part: part(plan({ ways })) })
    expect(cells(page.get('table').element)[2]?.at(-1)).toBe('69.9')
  })

  it('are none where the designation holds', () => {
    const page = mountInReport(ActionsPage, { part: part(plan({ ways: [] }), true) })
    expect(page.get('h2').text()).toBe('Nothing has to be done')
  })
})

it('scenarios stand beside the score as it is, metric by metric', () => {
  const page = mountInReport(ScenariosPage, { part: whole.scenarios })
  const rows = cells(page.get('table').element)
  expect(rows[0]).toEqual(['Metric', 'As it is', 'More seats'])
  expect(rows[1]).toEqual(['Net customer adds', '18.0', '18.0 −2.0'])
  expect(rows.at(-2)).toEqual(['Total', '71.3', '69.3 −2.0'])
  expect(rows.at(-1)).toEqual(['Designation', 'Attained', 'Not attained'])
})

describe('the history', () => {
  const page = mountInReport(HistoryPage, { part: whole.history })

  it('hatches what is expected and keeps "no data" apart from 0', () => {
    expect(page.findAll('.forecast').length).toBeGreaterThan(2)
    const rows = page.findAll('.halves table').flatMap(({ element }) => cells(element).slice(1))
    expect(rows).toEqual([
      ['Oct 2023', 'No data', 'No data', ''],
      ['Nov 2023', '64.0', 'Not attained', '2 months missing'],
      ['Dec 2023', '71.3', 'Attained', 'rules security-2023-12'],
      ['Jan 2024', '71.3', 'Attained', 'forecast'],
      ['Feb 2024', '69.3', 'Not attained', 'forecast'],
    ])
  })

  it('tells the days of the window and what ends soon', () => {
    expect(page.text()).toContain(
      'Between 1 July 2023 and 15 December 2023 both conditions held on 16 days: 30 November 2023 and 1 December 2023 to 15 December 2023.',
    )
    expect(page.text()).toContain('17 January 2024')
  })

  it('counts the certifications that it has no room for', () => {
    const expiries = Array.from({ length: 9 }, (_, index) => expiry({ person: String(index) }))
    const none = eligibility({ qualifies: false, qualifyingDays: 0, spans: [] })
    const part = { trend: trend({ eligibility: none }), forecast: forecast(), expiries }
    const text = mountInReport(HistoryPage, { part }).text()
    expect(text).toContain('and 3 more')
    expect(text).toContain('both conditions held on no day')
    expect(mountInReport(HistoryPage, { part, roster: true }).findAll('tbody tr')).toHaveLength(9)
  })
})

describe('the annex', () => {
  it('says what each customer moves, with its amounts, shaded by size', () => {
    const page = mountInReport(AnnexPage, { part: annex() })
    expect(cells(page.get('table').element).slice(1)).toEqual([
      [expect.stringContaining('Aldermoor Foods'), '+2.00 $4,200 · $60', '–'],
      [expect.stringContaining('Customer without a name'), '−2.00 $0 · $150', '–'],
    ])
    expect(page.findAll('td').map((cell) => cell.classes().at(-1))).toEqual([
      ...['gain-3', 'number', 'loss-3', 'number'],
    ])
  })

  it('says how many it does not list, and that there is nobody', () => {
    const cut = mountInReport(AnnexPage, { part: annex({ customersTotal: 5000 }) })
    expect(cut.text()).toContain('all 5,000 are in the spreadsheet')
    const empty = mountInReport(AnnexPage, { part: annex({ customers: [], customersTotal: 0 }) })
    expect(empty.find('table').exists()).toBe(false)
  })
})

it('a failed minimum is never told as attained, on any page', () => {
  const model = wholeModel(scoreWithFailedMinimum())
  const page = mountInReport(BreakdownPage, { model, changes: changes() })
  expect(page.html()).not.toMatch(/attained/i)
})
