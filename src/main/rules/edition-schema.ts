import { z } from 'zod'
import type { EditionProblem } from '../../shared/editions'
import { SeventyError } from '../../shared/errors'
import { isoDate } from '../../shared/primitives'
import { readingsSchema } from '../../shared/score'
import { editionFaults } from './edition-checks'
import { problemsOf, problemText, type LineOf } from './edition-problems'
import { metric, text } from './metric-schema'

export type {
  CertificatePool,
  CertificateSteps,
  CountDifference,
  DistinctCount,
  MetricKind,
  MetricRule,
  PercentGrowth,
  Split,
  Step,
  UsageGrowth,
} from './metric-schema'

/**
 * An edition: the rules of one designation for one span of time, as data. What a rule is called, who
 * counts and what it is worth stands in a JSON file under `editions/`; the engine only knows the
 * kinds of metric (see `metric-schema.ts`). A new edition is a new file, a new way of counting is a
 * new kind.
 */

/** Names of the source page, each with the other spellings that mean the same. */
const names = z
  .record(text, z.array(text))
  .transform((list) => Object.entries(list).map(([name, aliases]) => ({ name, aliases })))

/** Ways of counting by association, for metrics that take the best of several. */
const associationOptions = z
  .record(text, z.array(text).min(1))
  .transform((list) => Object.entries(list).map(([id, counting]) => ({ id, counting })))

/** Names that let a row count, and known names that do not. What is in neither list is reported. */
const associations = z.strictObject({
  counting: names.describe('Associations that let a row count, each with its other spellings'),
  other: names.describe('Known associations that do not'),
  options: associationOptions
    .optional()
    .describe('By id: the counting associations of one way to count, for metrics with "bestOf"'),
})

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

export const editionSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where an editor finds this schema; not read'),
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
        error: 'Expected small letters and digits, in parts joined by hyphens.',
      })
      .describe('Small letters and digits in parts joined by hyphens; no other edition has it'),
    designation: text.describe('Editions of one designation follow one another'),
    /** Editions of one designation that begin on the same day are its tracks; null: there is only one. */
    track: text.nullable(),
    title: text,
    /** Where the rules were read. `dated`: the page's own date; `retrieved`: when it was read. */
    source: z.strictObject({
      title: text,
      publisher: text,
      url: z
        .url({ protocol: /^https$/ })
        .max(500)
        .optional(),
      dated: isoDate,
      retrieved: isoDate,
    }),
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
    for (const { path, message, ...params } of editionFaults(edition)) {
      context.addIssue({ code: 'custom', path: [...path], message, params })
    }
  })
  .readonly()
export type Edition = z.infer<typeof editionSchema>

/**
 * An edition from its JSON. Throws `edition-invalid` with every fault, its place and what to do
 * (`details.issues`) when the data does not follow the schema or contradicts itself. `lineOf` tells
 * the line of a place where the JSON came from a file.
 */
export function parseEdition(json: unknown, lineOf?: LineOf): Edition {
  // Compiling the schema first would take longer than the few editions that it is for.
  const result = editionSchema.safeParse(json, { jitless: true })
  if (result.success) return result.data
  throw editionInvalid(problemsOf(result.error.issues, json, lineOf))
}

/** The `edition-invalid` of a list of problems, which are its `details.issues`. */
export function editionInvalid(issues: readonly EditionProblem[]): SeventyError {
  return new SeventyError(
    'edition-invalid',
    `The rule edition cannot be used, correct its file:\n${issues.map(problemText).join('\n')}`,
    { issues },
  )
}
