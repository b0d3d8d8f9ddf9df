import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { scoreWithFailedMinimum } from '../app/testing/scores'
import { useLanguage } from './language'
import ReportDocument from './ReportDocument.vue'
import { templatePages } from '../../shared/report-pages'
import { wholeModel } from './testing/model'

const documentOf = (change: Parameters<typeof wholeModel>[1] = {}) =>
  mount(ReportDocument, { props: { model: wholeModel(scoreWithFailedMinimum(), change) } })
const titles = (of: ReturnType<typeof documentOf>) =>
  of.findAll('.sheet :is(h1, h2)').map((each) => each.text())
const report = documentOf()

describe('a report', () => {
  it('is one document in its language, on the paper that was asked for', () => {
    expect(report.attributes()).toMatchObject({ lang: 'en', 'data-page-size': 'A4' })
  })

  it('has a sheet for each part, in their order', () => {
    expect(titles(report)).toEqual([
      'Halden Ridge Systems',
      '72.0 points, but deployments misses its minimum',
      'Up 2.0 points since 15 November 2023',
      'Net customer adds: 12.0 of 20 points',
      'Intermediate certifications: 40.0 of 40 points',
      'Deployments: 0.0 of 20 points',
      'Usage growth: 20.0 of 20 points',
      '10.0 points to 70: the cheapest way takes 11 days',
      'The scenario does not attain the designation',
      'Attained on the first day of one of the last two months',
      'Two actions, 11 days of work',
      'One file, 1,240 rows read',
      'How the score was computed',
      'The 2 customers, and what each of them moves',
    ])
  })

  it('has only the pages that are on, and its imprint once whatever they are', () => {
    const short = documentOf({ pages: ['plan'] })
    expect(titles(short)).toEqual([
      'Halden Ridge Systems Partner capability score, estimate as of 15 December 2023',
      '72.0 points, but deployments misses its minimum',
      '10.0 points to 70: the cheapest way takes 11 days',
    ])
    for (const each of [report, short, documentOf({ template: 'brief', pages: [] })])
      expect(each.findAll('.imprint').map((block) => block.text())).toEqual([
        expect.stringContaining('Independent estimate prepared by Northlight Advisory.'),
      ])
  })

  it('is one sheet as a brief, and about people as a roster', () => {
    expect(documentOf({ template: 'brief', pages: [] }).findAll('.sheet')).toHaveLength(1)
    expect(titles(documentOf({ template: 'roster', pages: [...templatePages.roster] }))).toEqual([
      'Halden Ridge Systems',
      'Intermediate certifications: 40.0 of 40 points',
      'One certification that counts ends by 1 February 2024',
      'How the score was computed',
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
