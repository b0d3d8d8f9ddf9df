import { z } from 'zod'
import { datasetId, fileReportSchema } from './imports'
import { nameKind } from './names'
import { isoDate, isoMonth } from './primitives'

/**
 * What is stored of one dataset for one month, whether or not a row counts. What a dataset does not
 * have is null. Seats are those of each customer and workload once, however many rows describe them.
 */
export const storedTotalsSchema = z.object({
  rows: z.int().nonnegative(),
  /** Customers, or people with certifications. */
  subjects: z.int().nonnegative(),
  acrUsd: z.number().nullable(),
  paidSeats: z.number().nonnegative().nullable(),
  activeSeats: z.number().nonnegative().nullable(),
  certifications: z.int().nonnegative().nullable(),
})
export type StoredTotals = z.infer<typeof storedTotalsSchema>

/** What the import does to one month; `month` is null for certifications, which have none. */
export const reviewedMonthSchema = z.object({
  dataset: datasetId,
  month: isoMonth.nullable(),
  /** `extended`: rows come beside those that are there, of other locations or by mode `append`. */
  change: z.enum(['added', 'replaced', 'extended']),
  /** null: nothing is stored for the month now. */
  before: storedTotalsSchema.nullable(),
  after: storedTotalsSchema,
  /** Customers or people of the month who are no longer in it; at most 20 are named. */
  lost: z.object({
    count: z.int().nonnegative(),
    names: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  }),
})
export type ReviewedMonth = z.infer<typeof reviewedMonthSchema>

/** A name of the files that decides whether rows count, and how much hangs on it. */
export const reviewedNameSchema = z.object({
  kind: nameKind,
  name: z.string(),
  /** Customers, or people for a certification. */
  subjects: z.int().nonnegative(),
  /** ACR of all its months in USD; null where the name is none of Azure usage. */
  acrUsd: z.number().nullable(),
  /** Paid seats of its newest month; null where the name is none of Microsoft 365 usage. */
  paidSeats: z.number().nullable(),
})

export const unknownNameSchema = reviewedNameSchema.extend({
  /** Names that the rules know and that are most like it, the most like first. */
  nearest: z.array(z.string()),
})
export type UnknownName = z.infer<typeof unknownNameSchema>

export const appliedNameSchema = reviewedNameSchema.extend({ treatAs: z.string() })
export type AppliedName = z.infer<typeof appliedNameSchema>

/** Which of the months that a full comparison needs are there, before the import and after it. */
export const coverageSchema = z.object({
  stream: z.enum(['azure', 'm365']),
  months: z.array(z.object({ month: isoMonth, before: z.boolean(), after: z.boolean() })),
})
export type Coverage = z.infer<typeof coverageSchema>

/** A score as the overview shows it; null: there is nothing to score. */
export const reviewedScoreSchema = z.object({
  asOf: isoDate,
  total: z.number().nullable(),
  totalShown: z.number().nullable(),
  max: z.number(),
  attained: z.boolean(),
})
export type ReviewedScore = z.infer<typeof reviewedScoreSchema>

/** What an import does to what is stored, before anybody agrees to it. */
export const importReviewSchema = z.object({
  months: z.array(reviewedMonthSchema),
  unknownNames: z.array(unknownNameSchema),
  /** Names of the files that count as others because somebody decided it. */
  treatedNames: z.array(appliedNameSchema),
  /** Customers whose name changes; at most 20 are named. */
  renamed: z.object({
    count: z.int().nonnegative(),
    customers: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  }),
  coverage: z.array(coverageSchema),
  score: z.object({
    before: reviewedScoreSchema.nullable(),
    after: reviewedScoreSchema.nullable(),
    /** Why there is no score although there is data; null: there is no such reason. */
    error: z.string().nullable(),
  }),
})
export type ImportReview = z.infer<typeof importReviewSchema>

export const importReportSchema = z.object({
  files: z.array(fileReportSchema),
  /** What the import does to what is stored; null or absent where nothing is to be stored. */
  review: importReviewSchema.nullable().optional(),
})
export type ImportReport = z.infer<typeof importReportSchema>

/** The list of bad rows once it stands on the disk; no row, no file. */
export const savedRejectsSchema = z.object({ name: z.string(), rows: z.int().nonnegative() })
export type SavedRejects = z.infer<typeof savedRejectsSchema>
