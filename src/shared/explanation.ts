import { z } from 'zod'
import { byHandSchema } from './edits'
import { isoDate, isoMonth } from './primitives'
import { metricId, scoreStatus } from './score'

/**
 * The explanation of a metric: metric → section (a stream, or a step of the certifications) →
 * subject (a customer or a person) → the stored rows, and what was left out, each row for one cause.
 * Points ending in `exact` are fractions in lowest terms ("40/3"); a section's amounts are in `unit`.
 */

/** Why a row, or all rows of a subject, do not count. A row has the first cause that applies. */
export const causeIds = [
  'outside-window',
  'service-not-eligible',
  'workload-not-eligible',
  'offer-excluded',
  'duplicate',
  'association-missing',
  'association-other',
  'association-unknown',
  'superseded',
  'another-workload',
  'below-threshold',
  'above-range',
  'too-few-active',
  'certification-unknown',
  'not-a-certification',
  'not-in-step',
  'inactive',
  'not-yet-completed',
  'expired',
  'retired',
] as const
export const causeId = z.enum(causeIds)
export type CauseId = z.infer<typeof causeId>

/** Rows of the current window, of the one a year ago, or (null) of neither. */
export const windowId = z.enum(['current', 'previous'])
export type WindowId = z.infer<typeof windowId>

export const listIds = ['countedNow', 'yearAgo', 'gained', 'lost', 'near'] as const
export type ListId = (typeof listIds)[number]

/** A customer or person with what it had now and a year ago. */
export const subjectSchema = z.object({
  /** Tenant id, or the person's e-mail or MCP ID. */
  id: z.string(),
  name: z.string().nullable(),
  now: z.number(),
  before: z.number(),
  /** Active seats beside the paid ones, where a share of them is asked for. */
  nowActive: z.number().nullable(),
  beforeActive: z.number().nullable(),
  countsNow: z.boolean(),
  countedBefore: z.boolean(),
  /** Why it does not count now; null when it does, or has nothing now. */
  cause: causeId.nullable(),
  /** What is missing now, for one that is near: amount to the threshold, and active seats. */
  gap: z.number().nullable(),
  gapActive: z.number().nullable(),
})
export type ExplainedSubject = z.infer<typeof subjectSchema>

/** A list that may be longer than what is given of it. */
const listOf = <T extends z.ZodType>(entry: T) =>
  z.object({ total: z.int().nonnegative(), entries: z.array(entry) })
const subjectList = listOf(subjectSchema)
export type SubjectList = z.infer<typeof subjectList>

export const sectionSchema = z.object({
  /** A stream (`azure`, `m365`) or a step (`step-1`). */
  id: z.string(),
  kind: z.enum(['stream', 'step']),
  unit: z.enum(['usd', 'seat', 'user', 'certification']),
  status: scoreStatus,
  /** Customers, deployments, dollars, users or people that count. */
  current: z.number().nullable(),
  previous: z.number().nullable(),
  delta: z.number().nullable(),
  points: z.number().nullable(),
  pointsExact: z.string().nullable(),
  /** Of a gate: how many people are needed. */
  required: z.int().nullable(),
  /** What a customer has to reach, in `unit`; null where every amount is added, and for people. */
  threshold: z.number().nullable(),
  activeShare: z.number().nullable(),
  /** The compared windows; null without data, and for steps, which compare the day a year before. */
  window: z
    .object({ from: isoMonth, to: isoMonth, previousFrom: isoMonth, previousTo: isoMonth })
    .nullable(),
  lists: z.object({
    countedNow: subjectList,
    yearAgo: subjectList,
    gained: subjectList,
    lost: subjectList,
    near: subjectList,
  }),
})
export type ExplainedSection = z.infer<typeof sectionSchema>

export const explanationSchema = z.object({
  asOf: isoDate,
  edition: z.string(),
  metricId,
  points: z.number().nullable(),
  pointsExact: z.string().nullable(),
  max: z.number(),
  sections: z.array(sectionSchema),
})
export type Explanation = z.infer<typeof explanationSchema>

/** How many rows there are of a kind, of how many subjects, and what they add up to. */
const tallySchema = z.object({
  window: windowId.nullable(),
  rows: z.int().nonnegative(),
  subjects: z.int().nonnegative(),
  amount: z.number(),
})
export const causeTallySchema = tallySchema.extend({ cause: causeId })
export type CauseTally = z.infer<typeof causeTallySchema>

export const leftOutEntrySchema = z.object({
  cause: causeId,
  window: windowId.nullable(),
  subject: z.object({ id: z.string(), name: z.string().nullable() }),
  rows: z.int().nonnegative(),
  amount: z.number(),
})
export type LeftOutEntry = z.infer<typeof leftOutEntrySchema>

/** What became of all stored rows of a section: `counted` and `causes` together are `rows`. */
export const leftOutSchema = z.object({
  section: z.string(),
  rows: z.int().nonnegative(),
  counted: z.array(tallySchema),
  causes: z.array(causeTallySchema),
  /** Per cause and subject, the largest first. */
  entries: listOf(leftOutEntrySchema),
  /** Usage in the current window that would count with the association that it lacks. */
  withoutAssociation: listOf(
    subjectSchema.extend({ unassociated: z.object({ rows: z.int(), amount: z.number() }) }),
  ),
})
export type LeftOut = z.infer<typeof leftOutSchema>

export const explainedRowSchema = z.object({
  /** The row's own number in its dataset, for what changes it. */
  row: z.int().positive(),
  file: z.string(),
  line: z.int().positive(),
  /** Of usage; null for certifications. */
  month: isoMonth.nullable(),
  window: windowId.nullable(),
  /** Service, workload or title as in the file. */
  name: z.string(),
  offer: z.string().nullable(),
  association: z.string().nullable(),
  duplicate: z.boolean(),
  /** In the section's unit. */
  amount: z.number(),
  paidSeats: z.number().nullable(),
  activeSeats: z.number().nullable(),
  completed: isoDate.nullable(),
  expires: isoDate.nullable(),
  counts: z.boolean(),
  cause: causeId.nullable(),
  /** Only there where the row was typed in or changed by hand. */
  byHand: byHandSchema.optional(),
})
export type ExplainedRow = z.infer<typeof explainedRowSchema>

/** One page of a subject's rows in the order in which they were stored. */
export const rowPageSchema = z.object({
  /** All rows of the subject in this dataset, and what became of them. */
  rows: z.int().nonnegative(),
  counted: z.array(tallySchema),
  causes: z.array(causeTallySchema),
  entries: z.array(explainedRowSchema),
  /** Where the next page begins; null: this is the last one. */
  next: z.int().nonnegative().nullable(),
})
export type RowPage = z.infer<typeof rowPageSchema>

/** Which rows of a subject are wanted: those in a compared window, or all that were stored. */
export const rowScope = z.enum(['compared', 'all'])
export type RowScope = z.infer<typeof rowScope>

/** What `score --json --explain` adds: the tree with everything in it, bounded where it is long. */
export const explainedScoreSchema = z.object({
  total: z.number().nullable(),
  totalExact: z.string().nullable(),
  metrics: z.array(
    explanationSchema.omit({ asOf: true, edition: true }).extend({
      sections: z.array(
        sectionSchema.extend({
          leftOut: leftOutSchema.omit({ section: true }),
          /** Everyone with an amount in a compared window, with the rows of both. */
          subjects: listOf(
            subjectSchema.extend({
              rows: z.object({ total: z.int(), entries: z.array(explainedRowSchema) }),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type ExplainedScore = z.infer<typeof explainedScoreSchema>
