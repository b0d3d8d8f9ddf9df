import { mount } from '@vue/test-utils'
import { defineComponent, h, type Component } from 'vue'
import { noBranding } from '../../../shared/no-branding'
import type { ReportAnnex, ReportExpiry, ReportModel } from '../../../shared/report'
import { templatePages } from '../../../shared/report-pages'
import type { Score } from '../../../shared/score'
import { changes } from '../../app/testing/changes'
import { metricDetail, tenantId } from '../../app/testing/details'
import { plan } from '../../app/testing/plan'
import { comparison, scored } from '../../app/testing/scenarios'
import { forecast, trend } from '../../app/testing/trend'
import { score as attainedScore } from '../../app/testing/scores'
import { leftOut } from '../../app/testing/explanation'
import { importedFile } from '../../app/testing/workspace'
import { provideLanguage, reportLanguage } from '../language'

export const english = reportLanguage('en')

/** A report of a score, with a page for each of its metrics. */
export function reportModel(
  of: Score = attainedScore(),
  change: Partial<ReportModel> = {},
): ReportModel {
  return {
    reportId: '7KM3-Q9XW',
    appVersion: '0.1.0',
    client: 'Halden Ridge Systems',
    mpnId: '6148203',
    template: 'full',
    pages: [...templatePages.full],
    firm: 'Northlight Advisory',
    preparedOn: '2023-12-15',
    pageSize: 'A4',
    score: of,
    edition: {
      id: 'security-2023-12',
      title: 'Security, from December 2023',
      validFrom: '2023-12-01',
      validTo: '2024-06-30',
      source: {
        title: 'Solutions Partner for Security',
        publisher: 'Microsoft Learn',
        dated: '2023-06-13',
        retrieved: '2023-12-01',
      },
      counting: {
        azure: {
          associations: ['Partner Admin Link'],
          excludedOffers: ['Support', 'Internal', 'Benefit Program', 'Trial'],
        },
        m365: { associations: ['Claiming Partner of Record'] },
      },
    },
    metrics: of.metrics.map(({ id }) => {
      const { score: _, ...detail } = metricDetail(id, of)
      return { ...detail, leftOut: detail.streams.map(({ id: section }) => leftOut(section)) }
    }),
    changes: null,
    plan: null,
    scenarios: null,
    history: null,
    annex: null,
    files: [importedFile()],
    imprint: 'Independent estimate prepared by Northlight Advisory.',
    sample: false,
    branding: noBranding,
    inputs: null,
    ...change,
  }
}

/** A report with every page: what changed, ways, a scenario, history and customers. */
export function wholeModel(of?: Score, change: Partial<ReportModel> = {}): ReportModel {
  return reportModel(of, {
    changes: changes(),
    plan: { status: 'planned', plan: plan(), holds: false },
    scenarios: { names: ['More seats'], comparison: comparison({ scenarios: [scored(-2)] }) },
    history: { trend: trend(), forecast: forecast(), expiries: [expiry()] },
    annex: annex(),
    ...change,
  })
}

export function expiry(change: Partial<ReportExpiry> = {}): ReportExpiry {
  return {
    ...{ person: 'ines@halden.example', name: 'Inês Almeida', certification: 'SC-100' },
    ...{ steps: ['step-3'], expires: '2024-01-17', ...change },
  }
}

/** Two customers in one stream: one that came, one that went. */
export function annex(change: Partial<ReportAnnex> = {}): ReportAnnex {
  const came = { current: 4200, previous: 60, countsNow: true, countedBefore: false, points: 2 }
  const went = { current: 0, previous: 150, countsNow: false, countedBefore: true, points: -2 }
  return {
    columns: [
      { metric: 'net-customer-adds', stream: 'azure', unit: 'usd' },
      { metric: 'net-customer-adds', stream: 'm365', unit: 'seats' },
    ],
    customers: [
      { tenantId: tenantId(1), name: 'Aldermoor Foods', cells: [came, null] },
      { tenantId: tenantId(2), name: null, cells: [went, null] },
    ],
    customersTotal: 2,
    ...change,
  }
}

/** Mounts a part of the report inside a report in English. */
export function mountInReport(component: Component, props: Record<string, unknown>) {
  const report = defineComponent({
    setup() {
      provideLanguage(english)
      return () => h('article', { class: 'report' }, h(component, props))
    },
  })
  return mount(report)
}

/** The cells of a table, row by row, as one reads them. */
export function cells(table: Element): string[][] {
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
  )
}
