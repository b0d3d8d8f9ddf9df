import { z } from 'zod'
import { SeventyError } from '../../shared/errors'
import { isoDate } from '../../shared/primitives'
import { category, metricId, readingsSchema } from '../../shared/score'
import { boundsSchema } from './bounds'
import { editionFaults } from './edition-checks'

/**
 * An edition: the rules of one designation for one span of time, as data. What a rule is called, who
 * counts and what it is worth stands in a JSON file under `editions/`; the engine only knows the
 * kinds of metric below. A new edition is a new file, a new way of counting is a new kind.
 */

const text = z.string().trim().min(1)

/**
 * An exact rate or share: "2", "20/6". Four digits a side keep every product of a share with a
 * number of seats below 2^53, so that comparing them is exact.
 */
const fraction = z.string().regex(/^\d{1,4}(\/[1-9]\d{0,3})?$/, {
  error: 'Expected a whole number or a fraction such as "20/6".',
})

/** Names of the source page, each with the other spellings that mean the same. */
const names = z
  .record(text, z.array(text))
  .transform((list) => Object.entries(list).map(([name, aliases]) => ({ name, aliases })))

/** Names that let a row count, and known names that do not. What is in neither list is reported. */
const associations = z.strictObject({ counting: names, other: names })

const azureRules = z.strictObject({
  services: names,
  /** An offer in neither list counts, because the page names only the excluded ones; it is reported. */
  offers: z.strictObject({ counting: names, excluded: names }),
  associations,
})

const m365Rules = z.strictObject({ workloads: names, associations })

/**
 * A retired certification still counts for a while: for everybody up to and including `countsUntil`,
 * or for each holder so many years from the completion.
 */
const retirement = z.union([
  z.strictObject({ retired: isoDate, countsUntil: isoDate }),
  z.strictObject({ retired: isoDate, yearsFromCompletion: z.int().positive() }),
])
export type Retirement = z.infer<typeof retirement>

const certification = z.strictObject({
  /** The exam code; it is a spelling, too. */
  id: text,
  name: text,
  aliases: z.array(text),
  retirement: retirement.optional(),
})
export type Certification = z.infer<typeof certification>

const metricBase = {
  id: metricId,
  category,
  /** Points at most. */
  max: z.int().positive(),
}

/** Customers inside the bounds now, minus those that were inside a year ago. */
const countDifference = z.strictObject({
  ...metricBase,
  kind: z.literal('count-difference'),
  unit: z.enum(['customer', 'deployment']),
  pointsEach: fraction,
  streams: z.strictObject({
    azure: z.strictObject({ trailingYearUsd: boundsSchema }),
    m365: z.strictObject({
      paidSeats: boundsSchema,
      /** Active seats as a share of paid ones; left out where the page asks for none. */
      activeShare: z.strictObject({ atLeast: fraction }).optional(),
    }),
  }),
})
export type CountDifference = z.infer<typeof countDifference>

const step = z.strictObject({
  id: text,
  certifications: z.array(text).min(1),
  /** A gate: so many people are needed before the steps that come after it give points. */
  requiredPeople: z.int().positive().optional(),
  /** What a gate gives once it is met, however many people there are. */
  pointsWhenMet: fraction.optional(),
  pointsPerPerson: fraction.optional(),
  /** Gates that have to be met before this step gives points. */
  after: z.array(text).default([]),
})
export type Step = z.infer<typeof step>

/** People with certifications, in steps of which some are gates. */
const certificateSteps = z.strictObject({
  ...metricBase,
  kind: z.literal('certificate-steps'),
  steps: z.array(step).min(1),
})
export type CertificateSteps = z.infer<typeof certificateSteps>

/** More usage than a year ago, over all tenants or over those inside the bounds of each window. */
const usageGrowth = z.strictObject({
  ...metricBase,
  kind: z.literal('usage-growth'),
  streams: z.strictObject({
    azure: z.strictObject({
      points: fraction,
      perUsd: z.int().positive(),
      tenants: z.strictObject({ trailingYearUsd: boundsSchema }).optional(),
    }),
    m365: z.strictObject({
      points: fraction,
      perActiveSeats: z.int().positive(),
      tenants: z.strictObject({ paidSeats: boundsSchema }).optional(),
    }),
  }),
})
export type UsageGrowth = z.infer<typeof usageGrowth>

const metric = z.discriminatedUnion('kind', [countDifference, certificateSteps, usageGrowth])
export type MetricRule = z.infer<typeof metric>

export const editionSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    designation: text,
    /** Editions of one designation that begin on the same day are its tracks; null: there is only one. */
    track: text.nullable(),
    title: text,
    source: z.strictObject({ title: text, publisher: text, dated: isoDate, retrieved: isoDate }),
    /** First and last score date for which these rules were seen; null while nothing follows them. */
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    /** What is different from the edition before it, in words. */
    changes: z.array(text),
    /** What the source leaves open and these rules decide, beyond the readings. */
    assumptions: z.array(text).default([]),
    /** Points that the total has to reach, and each metric under the reading `metricMinimum: one`. */
    threshold: z.int().positive(),
    metricMinimum: z.int().positive(),
    metrics: z.array(metric).min(1),
    certifications: z.array(certification),
    azure: azureRules,
    m365: m365Rules,
    /** The answers used where the page leaves a question open. */
    readings: readingsSchema,
  })
  .superRefine((edition, context) => {
    for (const { path, message } of editionFaults(edition)) {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
  })
  .readonly()
export type Edition = z.infer<typeof editionSchema>

/**
 * An edition from its JSON. Throws `edition-invalid` with every fault and its place when the data
 * does not follow the schema or contradicts itself.
 */
export function parseEdition(json: unknown): Edition {
  // Compiling the schema first would take longer than the few editions that it is for.
  const result = editionSchema.safeParse(json, { jitless: true })
  if (result.success) return result.data
  throw new SeventyError(
    'edition-invalid',
    `The rule edition cannot be used, correct its file:\n${z.prettifyError(result.error)}`,
    { issues: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) },
  )
}
