import { z } from 'zod'
import { isoDate, isoMonth, profileId } from './primitives'

/**
 * The kinds of row that can be changed or typed in. Seats are one kind, whichever report told of them;
 * a partner's own locations are none.
 */
export const editableDataset = z.enum(['azure-usage', 'm365-usage', 'certifications'])
export type EditableDataset = z.infer<typeof editableDataset>

/**
 * Changes to data by hand. Each is one step of one line of steps that `edits.undo` takes back and
 * `edits.redo` makes again, also after a restart.
 */

/** What a step is called; {@link ./edit-labels} has the words. */
export const stepLabels = [
  'customer-renamed',
  'usage-added',
  'seats-added',
  'certification-added',
  'row-changed',
  'row-left-out',
  'row-restored',
  'partner-renamed',
  'settings-changed',
  'scenario-added',
  'scenario-changed',
  'scenario-removed',
  'edition-chosen',
  'totals-typed',
  'totals-removed',
  'anniversary-set',
  'action-added',
  'action-changed',
  'action-moved',
  'action-removed',
  'note-added',
  'note-changed',
  'note-removed',
  'snapshot-taken',
  'snapshot-renamed',
  'snapshot-removed',
] as const
export const stepLabel = z.enum(stepLabels)
export type StepLabel = z.infer<typeof stepLabel>

export const stepSummarySchema = z.object({
  id: z.int().positive(),
  at: z.string(),
  who: z.string(),
  /** null: of the workspace. */
  profileId: profileId.nullable(),
  partner: z.string().nullable(),
  label: stepLabel,
  values: z.record(z.string(), z.string()),
})
export type StepSummary = z.infer<typeof stepSummarySchema>

/** The steps that undo and redo would take next. */
export const nextStepsSchema = z.object({
  undo: stepSummarySchema.nullable(),
  redo: stepSummarySchema.nullable(),
})
export type NextSteps = z.infer<typeof nextStepsSchema>

/** `stepId`: only if it is still the next one. */
export const stepInput = z.strictObject({ stepId: z.int().positive().optional() })

/** As typed in; what is wrong with it is said with a code of its own when it is stored. */
const words = z.string().max(200)

/** The values of a usage or certification row that can be typed in; dollars, seats and dates. */
export const azureValues = z.strictObject({
  dataset: z.literal('azure-usage'),
  service: words,
  offer: words.nullable(),
  association: words.nullable(),
  usd: z.number(),
})
export const seatValues = z.strictObject({
  dataset: z.literal('m365-usage'),
  workload: words,
  association: words.nullable(),
  paid: z.number(),
  active: z.number(),
})
export const certificationValues = z.strictObject({
  dataset: z.literal('certifications'),
  title: words,
  completed: isoDate,
  expires: isoDate.nullable(),
})
export const rowValues = z.discriminatedUnion('dataset', [
  azureValues,
  seatValues,
  certificationValues,
])
export type RowValues = z.infer<typeof rowValues>

const customer = {
  month: isoMonth,
  tenantId: words,
  /** Only of a customer that is new. */
  customerName: words.nullable(),
}
export const newRow = z.discriminatedUnion('dataset', [
  azureValues.extend(customer),
  seatValues.extend(customer),
  certificationValues.extend({
    /** E-mail or MCP ID. */
    person: words,
    personName: words,
  }),
])
export type NewRow = z.infer<typeof newRow>

export const addInput = z.strictObject({ profileId, row: newRow })

export const renameInput = z.strictObject({ profileId, tenantId: words, name: words })
export const anniversaryInput = z.strictObject({
  profileId,
  /** 1 to 12; null: not enrolled. */
  month: z.int().min(1).max(12).nullable(),
})
export const partnerInput = z.strictObject({ profileId, name: words })

export const rowInput = z.strictObject({
  profileId,
  dataset: editableDataset,
  row: z.int().positive(),
})

export const changeInput = rowInput.extend({
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('values'), values: rowValues }),
    /** Counts as if it were not there; it stays in the list with a mark. */
    z.strictObject({ kind: z.literal('leave-out') }),
    /** As the file has it. */
    z.strictObject({ kind: z.literal('restore') }),
  ]),
})

/** A change keeps what was wrong with names that no edition knows; they are stored as typed. */
export const editDoneSchema = z.object({
  warnings: z.array(
    z.object({
      code: z.enum(['unknown-service', 'unknown-workload', 'unknown-certification']),
      name: z.string(),
      /** The known name that is nearest; null when none is near. */
      nearest: z.string().nullable(),
    }),
  ),
})
export type EditDone = z.infer<typeof editDoneSchema>

/** How a row came to say what it says, where it was not only read from a file. */
export const byHandSchema = z.object({
  kind: z.enum(['entered', 'changed', 'left-out']),
  /** ISO 8601 in UTC. */
  at: z.string(),
  /** What the file said before a change; null for rows typed in. */
  was: rowValues.nullable(),
})
export type ByHand = z.infer<typeof byHandSchema>

/** One stored row for an editor. */
export const editableRowSchema = z.object({
  row: z.int().positive(),
  file: z.string(),
  line: z.int().positive(),
  month: isoMonth.nullable(),
  /** Customer or person. */
  subject: z.object({ id: z.string(), name: z.string().nullable() }),
  values: rowValues,
  byHand: byHandSchema.nullable(),
  /** False: a newer download took its place, so that changing it has no effect. */
  inForce: z.boolean(),
})
export type EditableRow = z.infer<typeof editableRowSchema>

/** Known names to choose from, of the edition that a profile is scored with. */
export const editNamesSchema = z.object({
  services: z.array(z.string()),
  workloads: z.array(z.string()),
  certifications: z.array(z.string()),
  azureAssociations: z.array(z.string()),
  seatAssociations: z.array(z.string()),
  /** The newest month in the data, else the last closed one. */
  month: isoMonth,
})
export type EditNames = z.infer<typeof editNamesSchema>
