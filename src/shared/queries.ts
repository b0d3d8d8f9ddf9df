import { z } from 'zod'
import { rowScope } from './explanation'
import { FORECAST_MONTHS_AT_MOST, usageAssumption } from './forecast'
import { askedPlanSettings } from './plan'
import { isoDate, isoMonth, profileId } from './primitives'
import { pageSize, reportPage, reportTemplate } from './report'
import { metricId, readingsSchema } from './score'

/** What the procedures of the contract that answer about a score take. */

/** Which score is meant; what is left out takes the profile's score date, its edition and default readings. */
export const scoreQuery = z.strictObject({
  profileId,
  asOf: isoDate.optional(),
  edition: z.string().optional(),
  readings: readingsSchema.partial().optional(),
})

/** Which months, and the date whose eligibility window is asked for: the first day of `to` if left out. */
export const trendQuery = scoreQuery.extend({ from: isoMonth, to: isoMonth })
/** Two dates of one partner, the earlier first, and how many causes to list (the rest becomes one). */
export const changesQuery = scoreQuery.omit({ asOf: true }).extend({
  from: isoDate,
  to: isoDate,
  limit: z.int().min(1).max(200).optional(),
})

/** The day of the goal, else the score date; effort and limits of the levers, else the saved ones. */
export const planQuery = scoreQuery.extend({
  by: isoDate.optional(),
  settings: askedPlanSettings.optional(),
})
/** A section of a metric: a stream (`azure`, `m365`) or a step (`step-1`). */
export const sectionQuery = scoreQuery.extend({ metricId, section: z.string().min(1) })
/** Rows of a customer or person of a section, from the one after `after` on. */
export const rowsQuery = sectionQuery.extend({
  subject: z.string().min(1),
  scope: rowScope,
  after: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
})
/** How many months to look ahead of a date; what is left out: six, with steady usage. */
export const forecastQuery = scoreQuery.extend({
  months: z.int().min(1).max(FORECAST_MONTHS_AT_MOST).optional(),
  usage: usageAssumption.optional(),
  /** Causes listed a month; the rest becomes one. */
  limit: z.int().min(1).max(200).optional(),
})

/** What is left out: the full report with all its pages. */
export const reportQuery = z.strictObject({
  profileId,
  asOf: isoDate.optional(),
  pageSize,
  template: reportTemplate.optional(),
  pages: z.array(reportPage).optional(),
  /** True: all customers instead of those that paper carries. */
  allCustomers: z.boolean().optional(),
  /** True: with what the score was computed from. */
  inputs: z.boolean().optional(),
})
