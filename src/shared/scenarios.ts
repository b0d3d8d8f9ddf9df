import { z } from 'zod'
import { isoDate } from './primitives'
import { metricId, readingsSchema, scoreSchema } from './score'

/** Percent that usage is kept at, raised or lowered to; 100 leaves it as it is. */
const percent = z.int().min(0).max(1000)

/** What a customer's usage becomes on paper; what is left out stays as it is. */
export const customerOverrideSchema = z.strictObject({
  /** Lower-case GUID of a customer of the data, or a new one for a customer that is not in it. */
  tenantId: z.guid().toLowerCase(),
  /** A name makes it a customer that the data need not know; null: the data have to know it. */
  newName: z.string().trim().min(1).max(200).nullable(),
  /** ACR that counts, in USD, of the trailing year as a whole or of each of its months. */
  azure: z
    .strictObject({ per: z.enum(['year', 'month']), usd: z.number().min(0).max(1_000_000_000) })
    .nullable(),
  /** Seats that count in the usage month, by workload; other workloads stay as they are. */
  seats: z
    .array(
      z.strictObject({
        workload: z.string().min(1).max(200),
        paid: z.int().min(0).max(10_000_000),
        active: z.int().min(0).max(10_000_000),
      }),
    )
    .max(50),
  /** True: nothing is used any more in the current windows, whatever else is said. */
  removed: z.boolean(),
})
export type CustomerOverride = z.infer<typeof customerOverrideSchema>

/** What happens to a certification of one person on paper. */
export const certificationOverrideSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    /** E-mail or MCP ID of somebody in the data, or of somebody new. */
    person: z.string().trim().toLowerCase().min(1).max(320),
    personName: z.string().trim().max(200),
    certification: z.string().min(1).max(40),
    completed: isoDate,
    expires: isoDate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('remove'),
    person: z.string().trim().toLowerCase().min(1).max(320),
    certification: z.string().min(1).max(40),
  }),
  z.strictObject({
    kind: z.literal('renew'),
    person: z.string().trim().toLowerCase().min(1).max(320),
    certification: z.string().min(1).max(40),
    /** The new last day; null: it does not expire. */
    expires: isoDate.nullable(),
  }),
])
export type CertificationOverride = z.infer<typeof certificationOverrideSchema>

/**
 * A scenario on top of the facts of a partner. Only the windows that a score calls current change,
 * the trailing year of Azure and the usage month of Microsoft 365; what was a year ago stays. The
 * percentages apply to every customer whose usage in that stream is not given by itself.
 */
export const overridesSchema = z.strictObject({
  usage: z.strictObject({ azurePercent: percent, m365Percent: percent }),
  customers: z.array(customerOverrideSchema).max(500),
  certifications: z.array(certificationOverrideSchema).max(500),
})
export type Overrides = z.infer<typeof overridesSchema>

export const scenarioId = z.int().positive()
export const scenarioName = z.string().trim().min(1).max(80)

export const scenarioSchema = z.object({
  id: scenarioId,
  profileId: z.int().positive(),
  name: z.string(),
  overrides: overridesSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Scenario = z.infer<typeof scenarioSchema>

/** The part of a score that scenarios are compared by. */
export const scenarioScoreSchema = scoreSchema.pick({
  edition: true,
  track: true,
  total: true,
  totalShown: true,
  thresholdMet: true,
  minimumsMet: true,
  attained: true,
  metrics: true,
})
export type ScenarioScore = z.infer<typeof scenarioScoreSchema>

/** A scenario beside the score as it is, or why it cannot be computed. */
export const scenarioResultSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('scored'),
    score: scenarioScoreSchema,
    /** Points more or less than without the scenario, half up to six decimals; null where one has none. */
    difference: z.number().nullable(),
    /** Between the totals as shown. */
    differenceShown: z.number().nullable(),
    metrics: z.array(z.object({ id: metricId, difference: z.number().nullable() })),
  }),
  z.object({
    status: z.literal('refused'),
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  }),
])
export type ScenarioResult = z.infer<typeof scenarioResultSchema>

export const comparisonSchema = z.object({
  asOf: isoDate,
  usageMonth: z.string(),
  max: z.number(),
  threshold: z.number(),
  readings: readingsSchema.partial(),
  baseline: scenarioScoreSchema,
  /** In the order in which they were asked for. */
  scenarios: z.array(scenarioResultSchema),
})
export type Comparison = z.infer<typeof comparisonSchema>

/** What an editor of scenarios offers to choose from. */
export const scenarioChoicesSchema = z.object({
  /** Those whose name or id contains the words searched for, those with the most usage first. */
  customers: z.array(
    z.object({
      tenantId: z.string(),
      name: z.string().nullable(),
      /** USD in the trailing year. */
      azureUsd: z.number(),
      seats: z.array(z.object({ workload: z.string(), paid: z.int(), active: z.int() })),
    }),
  ),
  people: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      certifications: z.array(
        z.object({ id: z.string(), completed: isoDate, expires: isoDate.nullable() }),
      ),
    }),
  ),
  workloads: z.array(z.string()),
  certifications: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type ScenarioChoices = z.infer<typeof scenarioChoicesSchema>
