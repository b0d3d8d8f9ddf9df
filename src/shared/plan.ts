import { z } from 'zod'
import { isoDate } from './primitives'
import { metricId } from './score'

/**
 * The cheapest ways to the designation (SCORING.md "Attainment"): which levers, how many of each,
 * what they cost in days of effort and what they give in points.
 */
export const leverId = z.enum([
  'association',
  'renewal',
  'near-azure-customer',
  'near-m365-customer',
  'near-azure-deployment',
  'near-m365-deployment',
  'azure-customer',
  'm365-customer',
  'azure-deployment',
  'm365-deployment',
  'azure-growth',
  'm365-growth',
  'gate-certification',
  'step-certification',
])
export type LeverId = z.infer<typeof leverId>

/** Days of effort: not negative, hundredths at the finest. */
export const effortDays = z.number().nonnegative().max(10_000).multipleOf(0.01)
export const leverLimit = z.int().nonnegative().max(10_000)

const efforts = z.partialRecord(leverId, effortDays)
const limits = z.partialRecord(leverId, leverLimit)

/** What the consultant sets; what is left out is the default. */
export const planSettingsSchema = z.strictObject({
  /** Days for one of a lever. */
  effort: efforts.default({}),
  /** How many of a lever at most. */
  limit: limits.default({}),
})
export type PlanSettings = z.infer<typeof planSettingsSchema>

/** What a plan is asked with; a part that is left out is the one saved for the partner. */
export const askedPlanSettings = z.strictObject({
  effort: efforts.optional(),
  limit: limits.optional(),
})

export const planSettingsPart = z.enum(['effort', 'limit'])
export type PlanSettingsPart = z.infer<typeof planSettingsPart>

/** A customer or person that a lever means, and what it lacks. */
export const candidateSchema = z.object({
  kind: z.enum(['customer', 'person']),
  id: z.string(),
  /** Empty where no file names it. */
  name: z.string(),
  /** What is missing to the threshold: dollars of the trailing year, paid seats, active seats. */
  missing: z.object({
    usd: z.number().optional(),
    paidSeats: z.number().optional(),
    activeSeats: z.number().optional(),
  }),
  /** The certification to renew. */
  certification: z.string().optional(),
  /** Last day of the certification to renew. */
  expires: isoDate.optional(),
})
export type Candidate = z.infer<typeof candidateSchema>

export const planLeverSchema = z.object({
  id: leverId,
  effort: z.number(),
  defaultEffort: z.number(),
  limit: z.int(),
  /** What the limit is unless the consultant sets another one. */
  defaultLimit: z.int(),
  /** In dollars, seats or users: what one of them is. */
  unit: z.object({
    amount: z.number(),
    of: z.enum(['usd', 'users', 'people', 'customers']),
  }),
  /** Customers or people that the lever could mean, closest first. */
  candidates: z.array(candidateSchema),
  candidatesTotal: z.int(),
})
export type PlanLever = z.infer<typeof planLeverSchema>

export const planStepSchema = z.object({
  lever: leverId,
  count: z.int().positive(),
  effort: z.number(),
  /** What the step adds to the total, in the order of the steps; they add up to the difference. */
  points: z.number(),
  totalAfter: z.number(),
  /** The metrics it moves, with the points each gains. */
  metrics: z.array(z.object({ id: metricId, points: z.number() })),
  /** Certification levers: the steps in which the certification counts, and which ones do. */
  certification: z.object({ steps: z.array(z.string()), ids: z.array(z.string()) }).nullable(),
  /** Those that are meant, as many as can be named. */
  candidates: z.array(candidateSchema),
})
export type PlanStep = z.infer<typeof planStepSchema>

export const planWaySchema = z.object({
  /** In days. */
  effort: z.number(),
  total: z.number(),
  totalShown: z.number(),
  /** The group of levers that this way does without; null: the cheapest of all. */
  without: z
    .enum(['certifications', 'customers', 'deployments', 'growth', 'associations'])
    .nullable(),
  steps: z.array(planStepSchema),
})
export type PlanWay = z.infer<typeof planWaySchema>

export const planSchema = z.object({
  edition: z.string(),
  track: z.string().nullable(),
  asOf: isoDate,
  /** The date by which the rules are to be met; null: the score date itself. */
  by: isoDate.nullable(),
  /** The score from which the ways start: on `by`, if nothing is done, else on the score date. */
  total: z.number(),
  /** As a score shows it: one decimal, cut where rounding would show a threshold that is not reached. */
  totalShown: z.number(),
  max: z.number(),
  threshold: z.number(),
  /** Points to the threshold; 0 when it is reached. */
  gap: z.number(),
  /** One decimal, so that total and gap as shown add up to the threshold. */
  gapShown: z.number(),
  attained: z.boolean(),
  minimumsMissed: z.array(metricId),
  saturated: z.array(metricId),
  noData: z.array(metricId),
  /**
   * Metrics that take the best of several associations: what a customer adds to them depends on the
   * association it comes with. They are counted at their present points.
   */
  notPlanned: z.array(metricId),
  /** The effort and limits that differ from the defaults. */
  settings: planSettingsSchema,
  /** Which of them are those saved for the partner. */
  saved: z.array(planSettingsPart),
  /** None where the designation is attained. */
  levers: z.array(planLeverSchema),
  /** Cheapest first; none when nothing is to be done, or nothing within the limits is enough. */
  ways: z.array(planWaySchema),
  /** What all levers together reach within their limits. */
  reachable: z.number(),
  /** False where the search was cut short: there may be a cheaper way. */
  proven: z.boolean(),
  /** Parts of the search that were looked at. */
  nodes: z.int(),
  /**
   * The other tracks of the edition, with what the cheapest way takes there; null: out of reach. None
   * where the designation is attained.
   */
  otherTracks: z.array(
    z.object({
      edition: z.string(),
      track: z.string().nullable(),
      total: z.number(),
      effort: z.number().nullable(),
    }),
  ),
})
export type Plan = z.infer<typeof planSchema>
