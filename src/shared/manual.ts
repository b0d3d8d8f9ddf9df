import { z } from 'zod'
import { profileId } from './primitives'
import { metricId, streamId } from './score'

/**
 * Totals typed in for a partner without any file, for a first talk: what each stream had and has, and
 * how many people hold the certifications of each step. They belong to the edition they were typed
 * under, since another edition or track counts other customers.
 */

/** Customers, deployments, US dollars or users; dollars to the micro-dollar. */
const amount = z
  .number()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .refine((value) => Number.isSafeInteger(Math.round(value * 1e6)))

export const streamTotalsSchema = z.strictObject({
  metricId,
  stream: streamId,
  current: amount,
  previous: amount,
})

export const stepTotalsSchema = z.strictObject({
  metricId,
  step: z.string().min(1).max(60),
  people: z.int().min(0).max(100_000),
})

/** The totals under one edition; a stream or step that is missing has no data, which is not 0. */
export const editionTotalsSchema = z.strictObject({
  edition: z.string().min(1).max(60),
  streams: z.array(streamTotalsSchema).max(20),
  steps: z.array(stepTotalsSchema).max(40),
})
export type EditionTotals = z.infer<typeof editionTotalsSchema>

export const manualTotalsSchema = z.strictObject({
  editions: z.array(editionTotalsSchema).min(1).max(6),
})
export type ManualTotals = z.infer<typeof manualTotalsSchema>

/** The totals with when and by whom they were typed in. */
export const typedInSchema = z.object({ at: z.string(), who: z.string() })
export type TypedIn = z.infer<typeof typedInSchema>

/** One number that an edition asks for. */
export const totalsFieldSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stream'),
    metricId,
    stream: streamId,
    unit: z.enum(['customer', 'deployment', 'usd', 'user']),
    /** Nothing is subtracted: what there was a year ago does not matter. */
    distinct: z.boolean(),
  }),
  z.object({
    kind: z.literal('step'),
    metricId,
    step: z.string(),
    required: z.int().nullable(),
    certifications: z.array(z.string()),
  }),
])
export type TotalsField = z.infer<typeof totalsFieldSchema>

export const manualViewSchema = z.object({
  totals: manualTotalsSchema.nullable(),
  typedIn: typedInSchema.nullable(),
  /** Files were imported: the totals no longer count and may be removed. */
  overtaken: z.boolean(),
  /** What the editions of the score date ask for, one entry a track. */
  editions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      track: z.string().nullable(),
      fields: z.array(totalsFieldSchema),
    }),
  ),
})
export type ManualView = z.infer<typeof manualViewSchema>

export const manualInput = z.strictObject({ profileId, totals: manualTotalsSchema })
