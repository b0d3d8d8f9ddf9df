import { z } from 'zod'
import { actionSchema } from '../../../shared/actions'
import { manualTotalsSchema } from '../../../shared/manual'
import { noteSchema } from '../../../shared/notes'
import { anniversaryMonth } from '../../../shared/profiles'
import { scenarioSchema } from '../../../shared/scenarios'
import { snapshotSchema } from '../../../shared/snapshots'

/**
 * What a step does, as the log keeps it: a small closed union. Each operation says which state one
 * place has afterwards, and carrying it out gives the operation that puts back what stood there, so
 * that any sequence can be taken back and made again exactly. Whatever another change needs to be
 * undone becomes another member, with its place and its state.
 */

const id = z.int().positive()
const text = z.string()
const instant = z.string()

/** The values of a stored row in effect; micro-dollars, seats and days. Tenant and month stand. */
export const rowContent = z.discriminatedUnion('dataset', [
  z.strictObject({
    dataset: z.literal('azure-usage'),
    service: text,
    offer: text.nullable(),
    association: text.nullable(),
    duplicate: z.int(),
    microUsd: z.int(),
  }),
  z.strictObject({
    dataset: z.literal('m365-usage'),
    workload: text,
    association: text.nullable(),
    duplicate: z.int(),
    paidSeats: z.int(),
    activeSeats: z.int(),
  }),
  z.strictObject({
    dataset: z.literal('certifications'),
    title: text,
    completed: z.int(),
    expires: z.int().nullable(),
    activation: text.nullable(),
  }),
])
export type RowContent = z.infer<typeof rowContent>

/** That a row was changed: when, whether it is left out, and what the file said. */
const rowMark = z.strictObject({ at: instant, leftOut: z.boolean(), original: rowContent })
export type RowMark = z.infer<typeof rowMark>

/** A row that was typed in, with everything beside its values. */
export const entryContent = z.strictObject({
  at: instant,
  /** Month of usage; null for certifications. */
  month: z.int().nullable(),
  /** Tenant id, or the identity of a person. */
  subject: text,
  /** Given to a subject that is new; null or empty: it has none. */
  subjectName: text.nullable(),
  content: rowContent,
})
export type EntryContent = z.infer<typeof entryContent>

/**
 * Dictionary entries that came with a change and go when it is taken back, unless the profile had an
 * import since (a newer one than `newestImport`) that may use them by now.
 */
const created = z.strictObject({
  newestImport: z.int().nonnegative(),
  tenant: id.nullable(),
  person: id.nullable(),
  kind: id.nullable(),
  location: id.nullable(),
})
export type Created = z.infer<typeof created>

export const operation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partner-name'), profileId: id, name: text }),
  /** null: not enrolled. */
  z.strictObject({
    kind: z.literal('anniversary'),
    profileId: id,
    month: anniversaryMonth.nullable(),
  }),
  /** null: never set. */
  z.strictObject({ kind: z.literal('setting'), key: text, value: z.json() }),
  /** null: the edition of the score date. */
  z.strictObject({ kind: z.literal('edition'), profileId: id, edition: text.nullable() }),
  /** null: it does not exist. */
  z.strictObject({ kind: z.literal('scenario'), id, scenario: scenarioSchema.nullable() }),
  /** null: it does not exist. */
  z.strictObject({ kind: z.literal('action'), id, action: actionSchema.nullable() }),
  z.strictObject({ kind: z.literal('note'), id, note: noteSchema.nullable() }),
  z.strictObject({ kind: z.literal('snapshot'), id, snapshot: snapshotSchema.nullable() }),
  /** null: the name of the files. */
  z.strictObject({ kind: z.literal('customer-name'), tenant: id, name: text.nullable() }),
  /** `mark` null: as in its file. */
  z.strictObject({
    kind: z.literal('row'),
    profileId: id,
    row: id,
    content: rowContent,
    mark: rowMark.nullable(),
    created: created.nullable(),
  }),
  /** `entry` null: it was not typed in. The place is the import that the row is. */
  z.strictObject({
    kind: z.literal('entry'),
    profileId: id,
    importId: id,
    entry: entryContent.nullable(),
    created: created.nullable(),
  }),
  /** null: nothing is typed in. */
  z.strictObject({
    kind: z.literal('totals'),
    profileId: id,
    state: z.strictObject({ at: instant, who: text, totals: manualTotalsSchema }).nullable(),
  }),
])
export type Operation = z.infer<typeof operation>
export type OperationOf<K extends Operation['kind']> = Extract<Operation, { kind: K }>
