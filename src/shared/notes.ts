import { z } from 'zod'
import { profileId } from './primitives'
import { metricId } from './score'

/** Short texts that a consultant writes down: about a partner, one of its metrics, or a customer. */

export const noteAbout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partner') }),
  z.strictObject({ kind: z.literal('metric'), metricId }),
  z.strictObject({
    kind: z.literal('customer'),
    /** Lower-case GUID. */
    tenantId: z.guid().toLowerCase(),
  }),
])
export type NoteAbout = z.infer<typeof noteAbout>

export const noteId = z.int().positive()
/** As typed in; an empty one is refused with a code of its own when it is stored. */
export const noteText = z.string().max(2000)

export const noteSchema = z.object({
  id: noteId,
  profileId,
  about: noteAbout,
  text: z.string(),
  /** ISO 8601 in UTC. */
  createdAt: z.string(),
  changedAt: z.string(),
})
export type Note = z.infer<typeof noteSchema>
