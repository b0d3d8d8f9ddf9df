import { z } from 'zod'
import { brandingSchema } from './branding'
import { changesSchema } from './changes'
import { leftOutSchema } from './explanation'
import { forecastSchema } from './forecast'
import { importedFileSchema } from './imports'
import { typedInSchema } from './manual'
import { planSchema } from './plan'
import { isoDate } from './primitives'
import { attachedInputsSchema } from './report-inputs'
import { comparisonSchema } from './scenarios'
import { metricDetailSchema, metricId, scoreSchema, streamId } from './score'
import { trendSchema } from './trend'

export const pageSize = z.enum(['A4', 'Letter'])
export type PageSize = z.infer<typeof pageSize>

export const reportFormat = z.enum(['pdf', 'xlsx', 'csv', 'html', 'json'])
export type ReportFormat = z.infer<typeof reportFormat>

/** What a report is for; each brings pages of its own (see `templatePages`). */
export const reportTemplate = z.enum(['full', 'brief', 'change', 'roster'])
export type ReportTemplate = z.infer<typeof reportTemplate>

/** Pages that can be switched, in their order; summary and imprint are in every report. */
export const reportPage = z.enum([
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
])
export type ReportPage = z.infer<typeof reportPage>

/**
 * A part that the rules do not allow to be computed, and why. Only `input-invalid` ends here: rules
 * whose levers are not known; every other fault stops the report.
 */
const refused = z.object({ status: z.literal('refused'), message: z.string() })

const reportPlanSchema = z.discriminatedUnion('status', [
  refused,
  z.object({
    status: z.literal('planned'),
    plan: planSchema,
    /** True: attained on the score date; the plan is for the first month in which it would be lost. */
    holds: z.boolean(),
  }),
])

const reportScenariosSchema = z.object({
  /** In the order of the comparison's scenarios. */
  names: z.array(z.string()),
  comparison: comparisonSchema,
})

/** A certification that counts on the score date and stops to. */
const expirySchema = z.object({
  person: z.string(),
  name: z.string(),
  certification: z.string(),
  steps: z.array(z.string()),
  /** The last day on which it counts by its own date. */
  expires: isoDate,
})
export type ReportExpiry = z.infer<typeof expirySchema>

const historySchema = z.object({
  trend: trendSchema,
  forecast: forecastSchema,
  /** Within the months that the forecast looks ahead, the next first. */
  expiries: z.array(expirySchema),
})

/** One customer in one stream of one metric. `points`: what it moves there before floor and maximum. */
const annexCellSchema = z.object({
  current: z.number(),
  previous: z.number(),
  currentActive: z.number().optional(),
  previousActive: z.number().optional(),
  countsNow: z.boolean(),
  countedBefore: z.boolean(),
  /** Half up to six decimals; null where a customer has no share of its own. */
  points: z.number().nullable(),
})
export type AnnexCell = z.infer<typeof annexCellSchema>

const annexSchema = z.object({
  columns: z.array(
    z.object({ metric: metricId, stream: streamId, unit: z.enum(['usd', 'seats', 'users']) }),
  ),
  /** Those that move most points first; `cells` in the order of the columns, null: nothing in either window. */
  customers: z.array(
    z.object({
      tenantId: z.string(),
      name: z.string().nullable(),
      cells: z.array(annexCellSchema.nullable()),
    }),
  ),
  customersTotal: z.int().nonnegative(),
})
export type ReportAnnex = z.infer<typeof annexSchema>

/**
 * Everything a report says, as data: the preview, the printed page, the JSON export and the
 * attachment inside the PDF are all made from this one object, so they cannot disagree. Parts that
 * no page of the report needs are null.
 */
export const reportModelSchema = z.object({
  reportId: z.string(),
  appVersion: z.string(),
  template: reportTemplate,
  /** The pages beside summary and imprint, in their order. */
  pages: z.array(reportPage),
  client: z.string(),
  mpnId: z.string().nullable(),
  firm: z.string(),
  /** What was chosen for this partner or for all; an empty text: the product's own. */
  branding: brandingSchema,
  preparedOn: isoDate,
  pageSize,
  score: scoreSchema,
  edition: z.object({
    id: z.string(),
    title: z.string(),
    /** Only there, and true, where the user added the edition. */
    custom: z.literal(true).optional(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    source: z.object({
      title: z.string(),
      publisher: z.string(),
      url: z.string().optional(),
      dated: isoDate,
      retrieved: isoDate,
    }),
    /** What usage needs to count, by stream: names of the edition's own lists. */
    counting: z.object({
      azure: z.object({ associations: z.array(z.string()), excludedOffers: z.array(z.string()) }),
      m365: z.object({ associations: z.array(z.string()) }),
    }),
  }),
  /** Details in the order of the score's metrics. */
  metrics: z.array(
    metricDetailSchema.omit({ score: true }).extend({
      /** What became of all stored rows, by stream; entries are the largest only. Certifications: by person. */
      leftOut: z.array(leftOutSchema),
    }),
  ),
  /** Since the same day a month before. */
  changes: changesSchema.nullable(),
  plan: reportPlanSchema.nullable(),
  scenarios: reportScenariosSchema.nullable(),
  history: historySchema.nullable(),
  annex: annexSchema.nullable(),
  files: z.array(importedFileSchema),
  /** Only there where rows in force were changed or left out by hand: how many. */
  changedRows: z.int().positive().optional(),
  /** Only there where the numbers are totals that were typed in. */
  typedIn: typedInSchema.optional(),
  imprint: z.string(),
  /** True for the invented partners of the sample workspace. */
  sample: z.boolean(),
  /** What the score was computed from; null in the formats that are not made to be verified. */
  inputs: attachedInputsSchema.nullable(),
})
export type ReportModel = z.infer<typeof reportModelSchema>

/** All partners of a workspace on one date, side by side. */
export const portfolioReportSchema = z.object({
  reportId: z.string(),
  appVersion: z.string(),
  template: z.literal('portfolio'),
  firm: z.string(),
  preparedOn: isoDate,
  pageSize,
  asOf: isoDate,
  /** In the order of their names. */
  partners: z.array(
    z.object({
      name: z.string(),
      /** null: nothing was imported, or `problem` says why there is none. */
      score: scoreSchema.nullable(),
      /** Since the same day a month before, as shown; null where one of the two has no total. */
      change: z.number().nullable(),
      problem: z.string().nullable(),
    }),
  ),
  imprint: z.string(),
})
export type PortfolioReport = z.infer<typeof portfolioReportSchema>

/** What the print page lays out. */
export const printableSchema = z.union([reportModelSchema, portfolioReportSchema])
export type Printable = z.infer<typeof printableSchema>
