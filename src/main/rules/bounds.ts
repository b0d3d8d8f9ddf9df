import { z } from 'zod'

/**
 * The amount a tenant has to have, in the words of the rules page: "at least 25", "above 12,000",
 * "5 to 300". Whole dollars or seats, so that a bound is an exact number of micro-dollars.
 */
const shape = z.strictObject({
  /** The bound itself counts. */
  atLeast: z.int().positive().optional(),
  /** The bound itself does not count. */
  above: z.int().nonnegative().optional(),
  /** The bound itself counts. */
  atMost: z.int().positive().optional(),
  /**
   * A tenant that was inside the range a year ago stays eligible when it has grown past `atMost`
   * (SCORING.md "Later editions").
   */
  sticky: z.literal(true).optional(),
})

/** From a bound up, or between two; a range may be sticky. */
export const boundsSchema = shape.superRefine(({ atLeast, above, atMost, sticky }, context) => {
  const fault = (message: string) => {
    context.addIssue({ code: 'custom', message })
  }
  if ((atLeast === undefined) === (above === undefined)) {
    fault('Expected one lower bound, either "atLeast" or "above".')
  }
  if (atMost !== undefined && atMost < (atLeast ?? (above ?? 0) + 1)) {
    fault('The range ends before it begins.')
  }
  if (sticky && atMost === undefined) {
    fault('Only a range that ends with "atMost" can be outgrown, so only such a range is sticky.')
  }
})
export type Bounds = z.infer<typeof boundsSchema>
