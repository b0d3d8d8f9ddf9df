import { z } from 'zod'
import { category, metricId } from '../../shared/score'
import { boundsSchema } from './bounds'

/**
 * The kinds of metric that an edition may be made of. Each kind is a way of counting that the engine
 * knows; everything else about a metric is a number or a name in the edition's file.
 */

export const text = z.string().trim().min(1).max(1_000)

/**
 * An exact rate or share: "2", "20/6". Four digits a side keep every product of a share with a
 * number of seats below 2^53, so that comparing them is exact.
 */
export const fraction = z
  .string()
  .regex(/^\d{1,4}(\/[1-9]\d{0,3})?$/, {
    error: 'Expected a whole number or a fraction such as "20/6".',
  })
  .describe('An exact number: "2" or "20/6"')

const metricBase = {
  id: metricId,
  category,
  max: z.int().positive().describe('Points at most'),
}

const streamBase = {
  max: z
    .int()
    .positive()
    .optional()
    .describe("Points of this stream at most; left out: the metric's maximum"),
  bestOf: z
    .array(text)
    .min(2)
    .optional()
    .describe(
      "Ids of the stream's association options: it is counted under each and the better one stands",
    ),
}

// ---- what a stream counts -----------------------------------------------------------------------

const azureCustomers = {
  trailingYearUsd: boundsSchema.describe('Dollars of twelve months that a customer has to have'),
  ...streamBase,
}

const seatCustomers = {
  paidSeats: boundsSchema.describe('Paid seats that a customer has to have'),
  activeShare: z
    .strictObject({ atLeast: fraction })
    .optional()
    .describe('Active seats as a share of paid ones; left out where the page asks for none'),
  ...streamBase,
}

const azureTenants = z
  .strictObject({ trailingYearUsd: boundsSchema })
  .optional()
  .describe('Whose usage is added up; left out: that of all customers')
const seatTenants = z
  .strictObject({ paidSeats: boundsSchema })
  .optional()
  .describe('Whose seats are added up; left out: those of all customers')

const azureGrowth = {
  points: fraction,
  perUsd: z.int().positive().describe('Dollars of growth that give the points'),
  tenants: azureTenants,
  ...streamBase,
}

const seatGrowth = {
  points: fraction,
  perActiveSeats: z.int().positive().describe('Active seats of growth that give the points'),
  tenants: seatTenants,
  ...streamBase,
}

const percent = {
  points: fraction,
  perPercent: fraction.describe('Percent of growth that give the points'),
}

const azurePercent = {
  ...percent,
  baselineUsd: z
    .int()
    .positive()
    .describe('Dollars a year ago below which the growth gives no points'),
  tenants: azureTenants,
  ...streamBase,
}

const seatPercent = {
  ...percent,
  baselineActiveSeats: z
    .int()
    .positive()
    .describe('Active seats a year ago below which the growth gives no points'),
  tenants: seatTenants,
  ...streamBase,
}

/** One stream or both; a designation without Microsoft 365 has no such stream. */
function streams<A extends z.ZodType, M extends z.ZodType>(azure: A, m365: M) {
  return z
    .strictObject({ azure: azure.optional(), m365: m365.optional() })
    .refine((given) => Object.values(given).some((stream) => stream !== undefined), {
      error: 'Expected the stream "azure", "m365" or both.',
    })
}

// ---- kinds that count usage ---------------------------------------------------------------------

const counted = {
  unit: z.enum(['customer', 'deployment']).describe('What one counted customer is called'),
  pointsEach: fraction,
}

/** Customers inside the bounds now, minus those that were inside a year ago. */
const countDifference = z.strictObject({
  ...metricBase,
  kind: z.literal('count-difference'),
  ...counted,
  streams: streams(z.strictObject(azureCustomers), z.strictObject(seatCustomers)),
})
export type CountDifference = z.infer<typeof countDifference>

/** Customers inside the bounds now, each once, whatever was a year ago. */
const distinctCount = z.strictObject({
  ...metricBase,
  kind: z.literal('distinct-count'),
  ...counted,
  streams: streams(z.strictObject(azureCustomers), z.strictObject(seatCustomers)),
})
export type DistinctCount = z.infer<typeof distinctCount>

/** More usage than a year ago, over all tenants or over those inside the bounds of each window. */
const usageGrowth = z.strictObject({
  ...metricBase,
  kind: z.literal('usage-growth'),
  streams: streams(z.strictObject(azureGrowth), z.strictObject(seatGrowth)),
})
export type UsageGrowth = z.infer<typeof usageGrowth>

/** Growth as a share of the usage a year ago, which has to reach a baseline. */
const percentGrowth = z.strictObject({
  ...metricBase,
  kind: z.literal('percent-growth'),
  streams: streams(z.strictObject(azurePercent), z.strictObject(seatPercent)),
})
export type PercentGrowth = z.infer<typeof percentGrowth>

const kindOf = <K extends string>(kind: K) => ({ kind: z.literal(kind) })
const ownMax = { max: z.int().positive().describe('Points of this stream at most') }

const azurePart = z.discriminatedUnion('kind', [
  z.strictObject({ ...kindOf('count-difference'), ...counted, ...azureCustomers, ...ownMax }),
  z.strictObject({ ...kindOf('distinct-count'), ...counted, ...azureCustomers, ...ownMax }),
  z.strictObject({ ...kindOf('usage-growth'), ...azureGrowth, ...ownMax }),
  z.strictObject({ ...kindOf('percent-growth'), ...azurePercent, ...ownMax }),
])
const seatPart = z.discriminatedUnion('kind', [
  z.strictObject({ ...kindOf('count-difference'), ...counted, ...seatCustomers, ...ownMax }),
  z.strictObject({ ...kindOf('distinct-count'), ...counted, ...seatCustomers, ...ownMax }),
  z.strictObject({ ...kindOf('usage-growth'), ...seatGrowth, ...ownMax }),
  z.strictObject({ ...kindOf('percent-growth'), ...seatPercent, ...ownMax }),
])
export type AzurePart = z.infer<typeof azurePart>
export type SeatPart = z.infer<typeof seatPart>

/** A metric whose points are split: each stream counts in its own way, up to its own maximum. */
const split = z.strictObject({
  ...metricBase,
  kind: z.literal('split'),
  streams: streams(azurePart, seatPart),
})
export type Split = z.infer<typeof split>

// ---- kinds that count people --------------------------------------------------------------------

const gate = {
  requiredPeople: z
    .int()
    .positive()
    .optional()
    .describe('A gate: so many people are needed before the steps after it give points'),
  pointsWhenMet: fraction
    .optional()
    .describe('What a gate gives once it is met, however many people there are'),
}

const step = z.strictObject({
  id: text,
  certifications: z.array(text).min(1).describe('Ids of certifications, any of which counts'),
  ...gate,
  pointsPerPerson: fraction.optional(),
  max: z.int().positive().optional().describe('Points of this step at most'),
  after: z
    .array(text)
    .default([])
    .describe('Gates that have to be met before this step gives points'),
})
export type Step = z.infer<typeof step>

/** People with certifications, in steps of which some are gates. */
const certificateSteps = z.strictObject({
  ...metricBase,
  kind: z.literal('certificate-steps'),
  steps: z.array(step).min(1),
})
export type CertificateSteps = z.infer<typeof certificateSteps>

/** People who hold any certification of a pool, each once. */
const certificatePool = z.strictObject({
  ...metricBase,
  kind: z.literal('certificate-pool'),
  certifications: z.array(text).min(1).describe('Ids of certifications, any of which counts'),
  ...gate,
  pointsPerPerson: fraction.optional(),
})
export type CertificatePool = z.infer<typeof certificatePool>

export const metric = z.discriminatedUnion('kind', [
  countDifference,
  distinctCount,
  usageGrowth,
  percentGrowth,
  split,
  certificateSteps,
  certificatePool,
])
export type MetricRule = z.infer<typeof metric>
export type MetricKind = MetricRule['kind']
