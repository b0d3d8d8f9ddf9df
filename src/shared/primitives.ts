import { z } from 'zod'
import { parseDay, parseMonth } from './calendar'

/** A calendar date, `YYYY-MM-DD`, that exists. */
export const isoDate = z.string().refine((text) => parseDay(text) !== undefined, {
  error: 'Expected a date of the calendar as YYYY-MM-DD.',
})

/** A calendar month, `YYYY-MM`, that exists. */
export const isoMonth = z.string().refine((text) => parseMonth(text) !== undefined, {
  error: 'Expected a month of the calendar as YYYY-MM.',
})

export const profileId = z.int().positive()

/** A stand-in for a file that the main process knows; the window never sees or sends a path. */
export const fileToken = z.uuid()

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
