import { z } from 'zod'
import { isoDate, profileId, sha256 } from './primitives'
import { category, metricId } from './score'

/**
 * Rule editions as every surface sees them: which there are, what one of them says in words, how two
 * differ, and what is wrong with a file that should become one.
 */

/**
 * What can be wrong with an edition. A code is a promise to scripts: it may be added, never renamed.
 *
 * - `not-json`, `too-large`, `too-deep`, `forbidden-key`, `key-twice`: the text itself is refused
 * - `value-missing`, `unknown-key`, `wrong-type`, `wrong-format`, `not-allowed`, `unknown-kind`,
 *   `out-of-range`, `wrong-shape`: a field does not follow the schema
 * - `name-twice`, `name-not-listed`, `gate-missing`, `caps-inconsistent`, `threshold-unreachable`,
 *   `validity-empty`: fields contradict each other
 * - `id-taken`, `validity-overlap`, `validity-gap`, `track-missing`: it does not fit beside the others
 */
export const editionProblemCode = z.enum([
  'not-json',
  'too-large',
  'too-deep',
  'forbidden-key',
  'key-twice',
  'value-missing',
  'unknown-key',
  'wrong-type',
  'wrong-format',
  'not-allowed',
  'unknown-kind',
  'out-of-range',
  'wrong-shape',
  'name-twice',
  'name-not-listed',
  'gate-missing',
  'caps-inconsistent',
  'threshold-unreachable',
  'validity-empty',
  'id-taken',
  'validity-overlap',
  'validity-gap',
  'track-missing',
])
export type EditionProblemCode = z.infer<typeof editionProblemCode>

export const editionProblemSchema = z.object({
  code: editionProblemCode,
  /** Keys from the outermost in, joined by dots: `metrics.0.pointsEach`; empty for the whole file. */
  path: z.string(),
  /** The line of the file, from 1; null where the edition is no file. */
  line: z.int().positive().nullable(),
  /** What stands there, as JSON, cut after eighty characters; null where nothing does. */
  value: z.string().nullable(),
  /** What is wrong, as a sentence. */
  message: z.string(),
  /** What to do about it, as a sentence. */
  remedy: z.string(),
})
export type EditionProblem = z.infer<typeof editionProblemSchema>

export const editionId = z.string().min(1).max(60)

export const editionSourceSchema = z.object({
  title: z.string(),
  publisher: z.string(),
  url: z.string().optional(),
  dated: isoDate,
  retrieved: isoDate,
})

export const editionSummarySchema = z.object({
  id: z.string(),
  designation: z.string(),
  track: z.string().nullable(),
  title: z.string(),
  source: editionSourceSchema,
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  /** True where the user added it; nobody but its author has checked it. */
  custom: z.boolean(),
  /** Of a custom edition: the file it came from, and the instant it was added. */
  file: z.object({ name: z.string(), sha256, addedAt: z.string() }).nullable(),
  /** Partners that are scored with it whatever the date. */
  chosenBy: z.array(profileId),
})
export type EditionSummary = z.infer<typeof editionSummarySchema>

/** One rule in words. Two editions are compared by `id`, which names the place of the rule. */
export const ruleLineSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  /** Further words below the value: other spellings, a retirement. */
  note: z.string().nullable(),
})
export type RuleLine = z.infer<typeof ruleLineSchema>

export const ruleSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Of a section about one metric. */
  metric: z.object({ id: metricId, category, max: z.number() }).nullable(),
  lines: z.array(ruleLineSchema),
})
export type RuleSection = z.infer<typeof ruleSectionSchema>

export const editionViewSchema = z.object({
  summary: editionSummarySchema,
  sections: z.array(ruleSectionSchema),
})
export type EditionView = z.infer<typeof editionViewSchema>

export const ruleDifferenceSchema = z.object({
  section: z.string(),
  id: z.string(),
  label: z.string(),
  /** null: the edition has no such rule. */
  left: z.string().nullable(),
  right: z.string().nullable(),
})
export type RuleDifference = z.infer<typeof ruleDifferenceSchema>

export const editionComparisonSchema = z.object({
  left: editionSummarySchema,
  right: editionSummarySchema,
  differences: z.array(ruleDifferenceSchema),
  /** Rules that read the same in both. */
  same: z.int().nonnegative(),
})
export type EditionComparison = z.infer<typeof editionComparisonSchema>

/** The result of checking a file: either it can be added, or `problems` says why not. */
export const editionCheckSchema = z.object({
  name: z.string(),
  /** What keeps it from being added; empty when nothing does. */
  problems: z.array(editionProblemSchema),
  /** What to know before it is added. */
  notices: z.array(editionProblemSchema),
  /** null while there are problems. */
  view: editionViewSchema.nullable(),
})
export type EditionCheck = z.infer<typeof editionCheckSchema>
