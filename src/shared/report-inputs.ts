import { z } from 'zod'
import { isoDate, isoMonth } from './primitives'

/**
 * What a score was computed from, small enough to travel inside its report: usage added up by customer
 * and kind in the months that the score compares, and the certifications. Names are as the files spelt
 * them, so that the rules of the edition decide again what counts.
 */

const name = z.string().nullable()
const at = z.int().nonnegative()

export const reportInputsSchema = z.object({
  /** Ids of the customers; rows name them by position. */
  tenants: z.array(z.string()),
  azure: z.object({
    /** All months for which data was imported, ascending; rows name them by position. */
    months: z.array(isoMonth),
    kinds: z.array(
      z.object({ service: z.string(), offer: name, association: name, duplicate: z.boolean() }),
    ),
    /**
     * Customer, month, kind, micro-dollars. Months that every comparison adds up together stand as
     * the last of them.
     */
    rows: z.array(z.tuple([at, at, at, z.int()])),
  }),
  m365: z.object({
    months: z.array(isoMonth),
    kinds: z.array(z.object({ workload: z.string(), association: name, duplicate: z.boolean() })),
    /** Customer, month, kind, paid seats, active seats. */
    rows: z.array(z.tuple([at, at, at, at, at])),
  }),
  certifications: z.object({
    /** False: none were ever imported, which is not the same as nobody having one. */
    imported: z.boolean(),
    rows: z.array(
      z.object({
        person: z.string(),
        personName: z.string(),
        title: z.string(),
        trainingType: name,
        completed: isoDate,
        expires: isoDate.nullable(),
        activation: name,
      }),
    ),
  }),
})
export type ReportInputs = z.infer<typeof reportInputsSchema>

/** Inputs of a report, or how many rows there would be where they are too many to travel along. */
export const attachedInputsSchema = z.discriminatedUnion('status', [
  reportInputsSchema.extend({ status: z.literal('attached') }),
  z.object({ status: z.literal('too-large'), rows: z.int().positive(), rowsAtMost: z.int() }),
])
export type AttachedInputs = z.infer<typeof attachedInputsSchema>
