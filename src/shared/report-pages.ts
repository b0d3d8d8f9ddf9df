import type { ReportFormat, ReportPage, ReportTemplate } from './report'

/**
 * What the window needs of reports beside their types. It stands by itself, as the page must not load
 * the schemas: their library asks for a compiler, which the policy of the page refuses.
 */

/** Templates in the order in which they are offered. */
export const reportTemplates = [
  'full',
  'brief',
  'change',
  'roster',
] as const satisfies readonly ReportTemplate[]

/** The pages that each template can have, in their order; all are on unless they are switched off. */
export const templatePages: Readonly<Record<ReportTemplate, readonly ReportPage[]>> = {
  full: [
    'cover',
    'breakdown',
    'metrics',
    'plan',
    'scenarios',
    'history',
    'actions',
    'data',
    'method',
    'annex',
  ],
  brief: [],
  change: ['breakdown', 'history', 'data'],
  roster: ['cover', 'metrics', 'history', 'method'],
}

/** Formats that carry what the score was computed from, so that it can be computed again. */
export function carriesInputs(format: ReportFormat): boolean {
  return format === 'pdf' || format === 'json'
}

/** Spreadsheets have room for every customer; the other formats are as paper is. */
export function takesAllCustomers(format: ReportFormat): boolean {
  return format === 'xlsx' || format === 'csv'
}
