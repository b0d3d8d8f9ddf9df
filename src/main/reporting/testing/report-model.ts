import { noBranding } from '../../../shared/no-branding'
import type { ReportModel } from '../../../shared/report'
import { templatePages } from '../../../shared/report-pages'

/** A report of a partner with no metric to speak of: enough for what only frames and files it. */
export function reportModel(change: Partial<ReportModel> = {}): ReportModel {
  return {
    reportId: '7KM3-Q9XW',
    appVersion: '0.1.0',
    client: 'Halden Ridge Systems – Süd',
    mpnId: '6148203',
    template: 'full',
    pages: [...templatePages.full],
    firm: 'Northlight Advisory',
    preparedOn: '2023-12-15',
    pageSize: 'A4',
    score: {
      designation: 'security',
      edition: 'security-2023-12',
      track: null,
      otherTracks: [],
      asOf: '2023-12-14',
      usageMonth: '2023-11',
      total: null,
      totalShown: null,
      max: 100,
      threshold: 70,
      thresholdMet: false,
      minimumsMet: false,
      attained: false,
      metrics: [],
      readings: {
        streamFloor: 'each',
        growthSteps: 'proportional',
        metricMinimum: 'one',
        seatScope: 'workload',
        activeCap: 'paid',
        currentMonth: 'strict',
      },
      alternatives: [],
      warnings: [],
    },
    edition: {
      id: 'security-2023-12',
      title: 'Security, from December 2023',
      validFrom: '2023-12-01',
      validTo: null,
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
    metrics: [],
    changes: null,
    plan: null,
    scenarios: null,
    history: null,
    annex: null,
    files: [],
    imprint: 'Independent estimate.',
    sample: false,
    branding: noBranding,
    inputs: null,
    ...change,
  }
}
