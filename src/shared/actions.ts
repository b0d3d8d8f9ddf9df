import { z } from 'zod'
import { leverId } from './plan'
import { isoDate, profileId } from './primitives'
import { metricId, streamId } from './score'

/** What a consultant means to do for a partner: who does it, by when, and what it should bring. */

export const actionStatuses = ['open', 'in-progress', 'done', 'dropped'] as const
export const actionStatus = z.enum(actionStatuses)
export type ActionStatus = z.infer<typeof actionStatus>

/** The step of a plan that an action was made from; all null for one that was typed in. */
export const actionOrigin = z.strictObject({
  lever: leverId.nullable(),
  /** The metric that the step moves most. */
  metric: metricId.nullable(),
  stream: streamId.nullable(),
  /** The customer or person it is about, where it is one. */
  subject: z
    .strictObject({ kind: z.enum(['customer', 'person']), id: z.string(), name: z.string() })
    .nullable(),
})
export type ActionOrigin = z.infer<typeof actionOrigin>

/** As typed in; an empty title is refused with a code of its own when it is stored. */
const fields = {
  title: z.string().max(200),
  /** Empty: nobody yet. */
  owner: z.string().max(120),
  due: isoDate.nullable(),
  /** Points that it is expected to add to the total; null: not said. */
  points: z.number().min(0).max(100).nullable(),
  status: actionStatus,
  note: z.string().max(2000),
}
export const actionFields = z.strictObject(fields)
export type ActionFields = z.infer<typeof actionFields>

export const actionId = z.int().positive()

export const actionSchema = z.object({
  id: actionId,
  profileId,
  ...fields,
  origin: actionOrigin,
  /** ISO 8601 in UTC. */
  createdAt: z.string(),
  changedAt: z.string(),
})
export type Action = z.infer<typeof actionSchema>

export const newAction = actionFields.extend({ profileId, origin: actionOrigin })
export const actionChange = z.strictObject({ actionId, change: actionFields.partial() })
