import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { scoreWithFailedMinimum } from '../app/testing/scores'
import { useLanguage } from './language'
import ReportDocument from './ReportDocument.vue'
import { reportModel } from './testing/model'

const report = mount(ReportDocument, { props: { model: reportModel(scoreWithFailedMinimum()) } })

describe('a report', () => {
  it('is one document in its language, on the paper that was asked for', () => {
    expect(report.attributes()).toMatchObject({ lang: 'en', 'data-page-size': 'A4' })
  })

  it('has a sheet for each part, in their order', () => {
    expect(report.findAll('.sheet :is(h1, h2)').map((each) => each.text())).toEqual([
      'Halden Ridge Systems',
      '72.0 points, but deployments misses its minimum',
      'Net customer adds: 12.0 of 20 points',
      'Intermediate certifications: 40.0 of 40 points',
      'Deployments: 0.0 of 20 points',
      'Usage growth: 20.0 of 20 points',
      'How the score was computed',
      'One file, 1,240 rows read',
    ])
  })

  it('skips no level of its outline', () => {
    const levels = report.findAll('h1, h2, h3, h4').map(({ element }) => Number(element.tagName[1]))
    const steps = levels.slice(1).map((level, index) => level - (levels[index] ?? 0))
    expect(levels[0]).toBe(1)
    expect(Math.max(...steps)).toBe(1)
  })

  it('has a name for every image, and heads for every table', () => {
    const images = report.findAll('svg:not([aria-hidden])')
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) {
      expect(image.attributes('role')).toBe('img')
      expect(image.attributes('aria-label')).toMatch(/\w/)
    }
    for (const table of report.findAll('table')) {
      expect(table.findAll('thead th[scope="col"]').length).toBeGreaterThan(1)
      expect(table.findAll('tbody tr').every((row) => row.find('th[scope="row"]').exists())).toBe(
        true,
      )
    }
  })
})

it('a part of a report does not stand outside one', () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  expect(() => mount({ setup: () => useLanguage() as never })).toThrow('outside a ReportDocument')
  vi.restoreAllMocks()
})
