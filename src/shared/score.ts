import { z } from 'zod'
import { isoDate, isoMonth } from './primitives'

/**
 * The score as every surface sees it: window, command line, report. The keys of CLI.md "score --json"
 * are fixed; keys ending in `Shown` were added for people and hold the value as it may be displayed
 * (SCORING.md "Terms": one decimal, never rounded up to a threshold that was not reached).
 * Points are rounded half-up to six decimals from exact values; null where there is no data.
 */
export const allMetricIds = [
  'net-customer-adds',
  'intermediate-certifications',
  'advanced-certifications',
  'deployments',
  'usage-growth',
] as const
export const metricId = z.enum(allMetricIds)
export type MetricId = z.infer<typeof metricId>

/** The four of the security designation; which ones a score has, its edition decides. */
export const metricIds = [
  'net-customer-adds',
  'intermediate-certifications',
  'deployments',
  'usage-growth',
] as const satisfies readonly MetricId[]

export const streamIds = ['azure', 'm365'] as const
export const streamId = z.enum(streamIds)
export type StreamId = z.infer<typeof streamId>

/** The open questions of the rules and the answers a score can be computed with (SCORING.md "Readings"). */
export const readingsSchema = z.strictObject({
  streamFloor: z.enum(['each', 'sum']),
  growthSteps: z.enum(['proportional', 'whole']),
  metricMinimum: z.enum(['one', 'positive']),
  seatScope: z.enum(['workload', 'tenant']),
  activeCap: z.enum(['paid', 'reported']),
  currentMonth: z.enum(['strict', 'newest']),
})
export type Readings = z.infer<typeof readingsSchema>
export type ReadingId = keyof Readings

export const category = z.enum(['performance', 'skilling', 'customer-success'])
export const scoreStatus = z.enum(['scored', 'no-data'])

/** One stream of one metric. `current` and `previous` are customers, deployments, USD or users. */
export const streamSchema = z.object({
  id: streamId,
  status: scoreStatus,
  current: z.number().nullable(),
  previous: z.number().nullable(),
  delta: z.number().nullable(),
  points: z.number().nullable(),
  pointsShown: z.number().nullable(),
})
export type StreamScore = z.infer<typeof streamSchema>

export const stepSchema = z.object({
  id: z.string(),
  people: z.int().nonnegative(),
  required: z.int().positive().optional(),
  met: z.boolean().optional(),
})
export type StepScore = z.infer<typeof stepSchema>

export const metricSchema = z.object({
  id: metricId,
  category,
  points: z.number().nullable(),
  pointsShown: z.number().nullable(),
  max: z.number(),
  minimumMet: z.boolean(),
  status: scoreStatus,
  streams: z.array(streamSchema).optional(),
  steps: z.array(stepSchema).optional(),
})
export type MetricScore = z.infer<typeof metricSchema>

export const alternativeSchema = z.object({
  reading: readingsSchema.keyof(),
  value: z.string(),
  total: z.number().nullable(),
  totalShown: z.number().nullable(),
  attained: z.boolean(),
})

/** Something a reader must know about a score: what was left out, what is missing, which rule is uncertain. */
export const warningSchema = z.object({
  code: z.enum([
    'unknown-service',
    'unknown-workload',
    'unknown-offer',
    'unknown-association',
    'unknown-certification',
    'name-treated-as',
    'offer-missing',
    'association-missing',
    'usage-month-missing',
    'months-missing',
    'edition-not-seen',
    'edition-custom',
    'amount-rounded',
  ]),
  message: z.string(),
  count: z.int().nonnegative(),
  names: z.array(z.string()).optional(),
  /** The stream it is about, where it is about one. */
  stream: streamId.optional(),
})
export type ScoreWarning = z.infer<typeof warningSchema>

/** What the rules of another track of the same day give (SCORING.md "Later editions"). */
export const otherTrackSchema = z.object({
  edition: z.string(),
  track: z.string(),
  total: z.number().nullable(),
  totalShown: z.number().nullable(),
  attained: z.boolean(),
})
export type OtherTrack = z.infer<typeof otherTrackSchema>

export const scoreSchema = z.object({
  designation: z.string(),
  edition: z.string(),
  /** Only there, and true, where the edition is one that the user added. */
  custom: z.literal(true).optional(),
  /** Only there where the numbers are totals that were typed in, and not from files. */
  basis: z.literal('typed-in').optional(),
  /** Which of several tracks decides; null where the edition has none. */
  track: z.string().nullable(),
  /** The tracks that do not decide; empty where the edition has none. */
  otherTracks: z.array(otherTrackSchema),
  asOf: isoDate,
  usageMonth: isoMonth,
  total: z.number().nullable(),
  totalShown: z.number().nullable(),
  max: z.number(),
  threshold: z.number(),
  thresholdMet: z.boolean(),
  minimumsMet: z.boolean(),
  attained: z.boolean(),
  metrics: z.array(metricSchema),
  readings: readingsSchema,
  alternatives: z.array(alternativeSchema),
  warnings: z.array(warningSchema),
})
export type Score = z.infer<typeof scoreSchema>

/** A tenant's part in one stream of a customer metric: what it had now and a year ago, and whether it counted. */
export const tenantStandingSchema = z.object({
  tenantId: z.string(),
  name: z.string().nullable(),
  current: z.number(),
  previous: z.number(),
  /** Active seats beside the paid ones of `current` and `previous`, where the metric asks for a share of them. */
  currentActive: z.number().optional(),
  previousActive: z.number().optional(),
  countsNow: z.boolean(),
  countedBefore: z.boolean(),
})
export type TenantStanding = z.infer<typeof tenantStandingSchema>

/** The formula of a stream with its numbers: points = clamp(delta × points / per, 0, max). */
export const streamDetailSchema = streamSchema.extend({
  unit: z.enum(['customer', 'deployment', 'usd', 'user']),
  rate: z.object({ points: z.string(), per: z.number() }),
  threshold: z.number().nullable(),
  /**
   * Which tenants count, in dollars of twelve months or paid seats; null where all do. Where amounts
   * are added, the amount of a tenant is 0 in a window in which it is outside.
   */
  bounds: z
    .object({
      atLeast: z.number().nullable(),
      above: z.number().nullable(),
      atMost: z.number().nullable(),
      /** A tenant that was inside a year ago may be past `atMost`. */
      sticky: z.boolean(),
    })
    .nullable(),
  activeShare: z.number().nullable(),
  /** Only where it is not the difference to a year ago, in units, that gives the points. */
  counting: z
    .discriminatedUnion('kind', [
      /** Those that count now; a year ago is not looked at. */
      z.object({ kind: z.literal('distinct') }),
      /** The difference in percent of a year ago, which has to be at least `baseline` units. */
      z.object({ kind: z.literal('percent'), baseline: z.number(), perPercent: z.string() }),
    ])
    .optional(),
  /** Only where the stream has a maximum of its own: points. */
  max: z.number().optional(),
  /** Only where the stream was counted under several options of associations: the one that stands. */
  option: z.string().optional(),
  window: z.object({ from: isoMonth, to: isoMonth, previousFrom: isoMonth, previousTo: isoMonth }),
  standings: z.array(tenantStandingSchema),
  standingsTotal: z.int().nonnegative(),
})
export type StreamDetail = z.infer<typeof streamDetailSchema>

export const personStandingSchema = z.object({
  person: z.string(),
  name: z.string(),
  certifications: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      completed: isoDate,
      expires: isoDate.nullable(),
      counts: z.boolean(),
      reason: z.enum([
        'counts',
        'not-yet-completed',
        'expired',
        'retired',
        'inactive',
        'not-a-certification',
      ]),
    }),
  ),
  steps: z.array(z.string()),
})
export type PersonStanding = z.infer<typeof personStandingSchema>

export const stepDetailSchema = stepSchema.extend({
  certifications: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What a gate gives once it is met; null where it only opens the steps after it. */
  pointsWhenMet: z.string().nullable(),
  pointsPerPerson: z.string().nullable(),
})
export type StepDetail = z.infer<typeof stepDetailSchema>

/** Everything the page of one metric shows. */
export const metricDetailSchema = z.object({
  score: scoreSchema,
  metric: metricSchema,
  source: z.object({ title: z.string(), dated: isoDate }),
  streams: z.array(streamDetailSchema),
  steps: z.array(stepDetailSchema),
  people: z.array(personStandingSchema),
})
export type MetricDetail = z.infer<typeof metricDetailSchema>
