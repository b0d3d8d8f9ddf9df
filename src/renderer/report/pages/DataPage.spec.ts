import { describe, expect, it } from 'vitest'
import type { ReportModel } from '../../../shared/report'
import { score } from '../../app/testing/scores'
import { importedFile } from '../../app/testing/workspace'
import { cells, mountInReport, reportModel } from '../testing/model'
import DataPage from './DataPage.vue'

const page = (change: Partial<ReportModel> = {}, of = score()) =>
  mountInReport(DataPage, { model: reportModel(of, change) })

describe('the files', () => {
  it('stand with their hash, their months and their rows', () => {
    expect(cells(page().get('table').element)[1]).toEqual([
      `azure-usage.csv ${'a'.repeat(64)}`,
      'Azure usage imported 14 December 2023',
      'Sept 2023 to Nov 2023, 3 months',
      '1,240',
      '1,240',
      '0',
    ])
  })

  it('are summed up in the title and the first sentence', () => {
    const files = [
      importedFile(),
      importedFile({ id: 2, rowsRead: 60, rowsAccepted: 50, rowsRejected: 10 }),
    ]
    const wrapper = page({ files })
    expect(wrapper.get('h2').text()).toBe('2 files, 1,300 rows read')
    expect(wrapper.get('.lead').text()).toBe('1,290 rows were accepted and 10 rejected.')
  })

  it('show a gap between their months', () => {
    const months = ['2023-01', '2023-02', '2023-05']
    const wrapper = page({ files: [importedFile({ months })] })
    expect(wrapper.findAll('tbody td p').map((each) => each.text())).toEqual([
      'Jan 2023 to Feb 2023, 2 months',
      'May 2023',
    ])
  })

  it('without months say so', () => {
    const files = [importedFile({ dataset: 'certifications', months: [] })]
    expect(cells(page({ files }).get('table').element)[1]?.[2]).toBe('none')
  })

  it('that are none are told in the title, without an empty table', () => {
    const wrapper = page({ files: [] })
    expect(wrapper.get('h2').text()).toBe('No files were imported')
    expect(wrapper.find('table').exists()).toBe(false)
    expect(wrapper.find('.lead').exists()).toBe(false)
  })
})

describe('the remarks', () => {
  it('are all there, with the names their sentences had no room for', () => {
    const warnings = ['One.', 'Two.', 'Three: A and 1 more.'].map((message) => ({
      code: 'unknown-service' as const,
      message,
      count: 2,
      names: message.startsWith('Three') ? ['A', 'Bastion'] : [],
    }))
    const remarks = page({}, score({ warnings })).findAll('.remarks li')
    expect(remarks.map((each) => each.text().replaceAll(/\s+/g, ' '))).toEqual([
      'One.',
      'Two.',
      'Three: A and 1 more. Bastion',
    ])
  })

  it('say that there are none', () => {
    expect(page().text()).toContain('None: every name was known')
  })
})
