import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Exported } from '../../../shared/exports'
import { noBranding } from '../../../shared/no-branding'
import type { ReportModel } from '../../../shared/report'
import { templatePages } from '../../../shared/report-pages'
import { useJobsStore } from '../../app/jobs-store'
import { useNoticesStore } from '../../app/notices-store'
import { useSessionStore } from '../../app/session-store'
import { metricDetail } from '../../app/testing/details'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, textOn, type } from '../../app/testing/names'
import { score } from '../../app/testing/scores'
import { importedFile, profile, settings } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import ReportPage from './ReportPage.vue'

/* The document has its own specs; here it only has to be given its model. */
vi.mock('../../report/ReportDocument.vue', async () => {
  const { defineComponent, h } = await import('vue')
  return {
    __esModule: true,
    default: defineComponent({
      props: { model: { type: Object, required: true } },
      setup:
        ({ model }) =>
        () =>
          h('article', `Report of ${(model as ReportModel).client}`),
    }),
  }
})

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
const model: ReportModel = {
  reportId: 'HRS-2023-12-15',
  appVersion: '0.1.0',
  client: 'Halden Ridge Systems',
  mpnId: null,
  template: 'full',
  pages: [],
  firm: settings.firm,
  preparedOn: '2023-12-15',
  pageSize: 'A4',
  score: score(),
  edition: {
    id: 'security-2023-12',
    title: 'Security, from December 2023',
    validFrom: '2023-12-01',
    validTo: null,
    source: {
      title: 'Rules',
      publisher: 'Publisher',
      dated: '2023-12-01',
      retrieved: '2023-12-02',
    },
      counting: {
        azure: {
          associations: ['Partner Admin Link'],
          excludedOffers: ['Support', 'Internal', 'Benefit Program', 'Trial'],
        },
        m365: { associations: ['Claiming Partner of Record'] },
      },
  },
  metrics: [{ ...metricDetail('deployments'), leftOut: [] }],
  changes: null,
  plan: null,
  scenarios: null,
  history: null,
  annex: null,
  files: [importedFile()],
  imprint: 'Independent estimate.',
  sample: false, inputs: null, branding: noBranding,
}

let win: TestWindow
beforeEach(() => {
  win = testWindow()
  win.fake.answer({ 'reports.branding': () => ({ firm: noBranding, partner: noBranding }) })
  win.fake.answer({ 'reports.model': () => model, 'reports.export': () => ({ jobId }) })
})

async function show(): Promise<void> {
  mountInWindow(win, ReportPage, { profileId: 1 })
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
}
const inputs = (name: string) =>
  win.fake.calls.filter((call) => call.name === name).map(({ input }) => input)

describe('the preview', () => {
  it('is the report itself, in a region with a name', async () => {
    await show()
    const region = document.querySelector('[role="region"]')
    expect(region?.getAttribute('aria-label')).toBe('Preview of the report')
    expect(textOn(region ?? document)).toBe('Report of Halden Ridge Systems')
    expect(inputs('reports.model')).toEqual([
      { profileId: 1, pageSize: 'A4', template: 'full', pages: templatePages.full },
    ])
  })

  it('follows the page size, which is kept', async () => {
    await show()
    control('Letter').click()
    await flushPromises()
    expect(inputs('settings.set')).toEqual([{ pageSize: 'Letter' }])
    expect(inputs('reports.model').at(-1)).toMatchObject({ pageSize: 'Letter' })
  })

  it('follows the name of the firm, which is kept', async () => {
    await show()
    expect(field('Your firm').value).toBe('Northlight Advisory')
    type(field('Your firm'), 'Eastlight')
    await flushPromises()
    expect(inputs('settings.set')).toEqual([{ firm: 'Eastlight' }])
    expect(inputs('reports.model')).toHaveLength(2)
  })

  it('follows the score date', async () => {
    await show()
    type(field('Score date'), '2023-10-31')
    await flushPromises()
    expect(inputs('reports.model').at(-1)).toMatchObject({ asOf: '2023-10-31' })
  })

  it('follows template and pages; what is switched off stays off', async () => {
    await show()
    control('Annex: customers').click()
    await flushPromises()
    expect(inputs('reports.model').at(-1)).toMatchObject({ pages: templatePages.full.slice(0, -1) })
    const template = field('Template')
    template.value = 'change'
    template.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(inputs('reports.model').at(-1)).toMatchObject({
      template: 'change',
      pages: ['breakdown', 'history', 'data'],
    })
  })

  it('names everything that can be operated', async () => {
    await show()
    expect(nameless()).toEqual([])
  })

  it('is not made for a partner without files, which is led to the import', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0, newestMonth: null })]
    await show()
    expect(textOn()).toContain('A report needs a score.')
    expect(() => control('Export PDF…')).toThrow('No control')
    expect(control('Import files').getAttribute('href')).toContain('/partner/1/import')
  })
})

describe('the export', () => {
  async function finish(
    result: { name: string; bytes: number; sha256: string; pages: number } | null,
  ) {
    win.fake.emitJob({ jobId, state: 'done', result })
    await flushPromises()
  }
  const file = { name: 'halden.pdf', bytes: 91_000, sha256: 'b'.repeat(64), pages: 8 }

  it('asks for what is shown, and says where it went', async () => {
    useSessionStore().scoreDates = { 1: '2023-10-31' }
    await show()
    control('Export PDF…').click()
    await flushPromises()
    expect(inputs('reports.export')).toEqual([
      {
        ...{ profileId: 1, asOf: '2023-10-31', pageSize: 'A4', format: 'pdf' },
        ...{ template: 'full', pages: templatePages.full },
      },
    ])
    await finish(file)
    expect(useNoticesStore().shown).toMatchObject([
      { tone: 'done', title: 'The report was exported', text: 'halden.pdf, 8 pages' },
    ])
  })

  it('in another format is chosen from a menu and names the file alone', async () => {
    await show()
    control('Other formats').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
    )
    await flushPromises()
    control('Workbook (XLSX)…').click()
    await flushPromises()
    expect(inputs('reports.export')).toMatchObject([{ format: 'xlsx' }])
    await finish({ ...file, name: 'halden.xlsx', pages: 0 })
    expect(useNoticesStore().shown).toMatchObject([{ text: 'halden.xlsx' }])
  })

  it('cannot be started twice', async () => {
    await show()
    control('Export PDF…').click()
    await flushPromises()
    expect(control('Export PDF…').hasAttribute('disabled')).toBe(true)
    await finish(file)
    expect(control('Export PDF…').hasAttribute('disabled')).toBe(false)
  })

  it('says nothing when the dialog was closed', async () => {
    await show()
    control('Export PDF…').click()
    await flushPromises()
    await finish(null)
    expect(useNoticesStore().shown).toEqual([])
    expect(useJobsStore().running).toEqual([])
  })

  it('says why nothing was written', async () => {
    await show()
    control('Export PDF…').click()
    await flushPromises()
    const error = { code: 'output-unwritable', message: 'The disk is full.', details: {} } as const
    win.fake.emitJob({ jobId, state: 'failed', error })
    await flushPromises()
    expect(useNoticesStore().shown).toMatchObject([{ tone: 'failed', text: 'The disk is full.' }])
  })
})

describe('past exports', () => {
  const past: Exported = {
    ...{ id: 2, at: '2023-12-16T08:00:00.000Z', template: 'brief', format: 'pdf' },
    ...{ scoreDate: '2023-12-15', edition: 'security-2023-12', totalShown: 71.3 },
    ...{ reportId: '7KM3-Q9XW', fileName: 'halden.pdf', bytes: 91_000, sha256: 'b'.repeat(64) },
  }

  it('tell file, kind, id, dates, points and the whole hash', async () => {
    win.fake.answer({ 'reports.history': () => [past, { ...past, id: 1, totalShown: null }] })
    await show()
    control('Past exports').click()
    await flushPromises()
    const rows = [...document.querySelectorAll('[role="dialog"] tbody tr')].map((row) => textOn(row))
    expect(rows[0]).toBe(
      `halden.pdf Brief, one page, PDF, report 7KM3-Q9XW, 91 kB ${past.sha256} 16 December 2023 15 December 2023 security-2023-12 71.3`,
    )
    expect(rows[1]).toContain('No data')
  })

  it('say that there are none', async () => {
    win.fake.answer({ 'reports.history': () => [] })
    await show()
    control('Past exports').click()
    await flushPromises()
    expect(textOn()).toContain('Nothing was exported yet.')
    expect(nameless()).toEqual([])
  })
})
