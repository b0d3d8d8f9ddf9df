import { parseMonth } from '../../../shared/calendar'
import type { EditableRow, EditDone, NewRow, RowValues } from '../../../shared/edits'
import { formatMonth } from '../../../shared/calendar'
import { SeventyError } from '../../../shared/errors'
import type { EditableDataset } from '../../../shared/edits'
import { profileName } from '../../../shared/profiles'
import type { Edition } from '../../rules/edition-schema'
import type { Clock, ReadableWorkspace } from '../ports'
import { requireProfile } from '../profiles'
import { byHandOf } from './by-hand'
import { nameWarnings } from './known-names'
import { carryOut, type EditableWorkspace, type Wanted } from './log'
import type { EntryContent, RowContent } from './operations'
import type { ReadableEdits, RowState } from './ports'
import { contentFrom, required, tenantFrom, valuesFrom } from './values'

/**
 * Changes to the data of a partner by hand. Each is one transaction and one step of the log. What a
 * file said is never lost: a changed row keeps its values of before, a row typed in stands beside the
 * files, and a name given by hand beside that of the files.
 */
export interface EditContext {
  readonly workspace: EditableWorkspace
  readonly clock: Clock
  /** The editions that a partner is scored with on its score date. */
  readonly editionsOf: (profileId: number) => readonly Edition[]
}

/** What stands in place of the activation of a certification that was left out: it does not count. */
const LEFT_OUT = 'Left out by hand'

/**
 * Types a row in. Throws `profile-not-found`, `tenant-id-invalid`, `month-invalid`, and as
 * {@link contentFrom}.
 */
export function addRow(
  { workspace, clock, editionsOf }: EditContext,
  { profileId, row }: { readonly profileId: number; readonly row: NewRow },
): EditDone {
  return workspace.transaction(() => {
    requireProfile(workspace, profileId)
    const entry = entryFrom(row, clock.now())
    const { label, name } = addedAs(entry.content)
    const find = row.dataset === 'certifications' ? 'person' : 'customer'
    const known = workspace[find](profileId, entry.subject)
    const subject = (known?.name || entry.subjectName) ?? entry.subject
    const importId = workspace.nextImportId()
    carryOut(
      workspace,
      clock,
      { profileId, label, values: { name, subject } },
      { kind: 'entry', profileId, importId, entry, created: null },
    )
    return { warnings: nameWarnings(editionsOf(profileId), entry.content) }
  })
}

function entryFrom(row: NewRow, at: string): EntryContent {
  if (row.dataset === 'certifications') {
    const { person, personName, ...values } = row
    const subject = required('person', person).toLowerCase()
    const content = contentFrom(values)
    return { at, month: null, subject, subjectName: personName.trim() || null, content }
  }
  const { month, tenantId, customerName, ...values } = row
  const parsed = parseMonth(month)
  if (parsed === undefined) {
    throw new SeventyError(
      'month-invalid',
      `month: "${month}" is not a month of the calendar. Write it as YYYY-MM.`,
      { field: 'month', value: month },
    )
  }
  const subjectName = customerName?.trim() ? customerName.trim() : null
  const content = contentFrom(values)
  return { at, month: parsed, subject: tenantFrom(tenantId), subjectName, content }
}

function addedAs(content: RowContent): { label: Wanted['label']; name: string } {
  if (content.dataset === 'azure-usage') return { label: 'usage-added', name: content.service }
  if (content.dataset === 'm365-usage') return { label: 'seats-added', name: content.workload }
  return { label: 'certification-added', name: content.title }
}

/** One stored row for an editor. Throws `profile-not-found`, `row-not-found`. */
export function rowToEdit(
  workspace: ReadableEdits & Pick<ReadableWorkspace, 'profileById'>,
  place: { readonly profileId: number; readonly dataset: EditableDataset; readonly row: number },
): EditableRow {
  const state = requireRow(workspace, place)
  const { row, file, line, month, subject, subjectName, content, inForce } = state
  return {
    ...{ row, file, line, inForce, byHand: byHandOf(state) },
    month: month === null ? null : formatMonth(month),
    subject: { id: subject, name: subjectName },
    values: valuesFrom(content),
  }
}

export type RowChange =
  | { readonly kind: 'values'; readonly values: RowValues }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'restore' }

/**
 * Gives a stored row other values, leaves it out, or makes it as its file has it. Throws
 * `profile-not-found`, `row-not-found`, `input-invalid` for values of another dataset, and as
 * {@link contentFrom}.
 */
export function changeRow(
  { workspace, clock, editionsOf }: EditContext,
  input: {
    readonly profileId: number
    readonly dataset: EditableDataset
    readonly row: number
    readonly change: RowChange
  },
): EditDone {
  return workspace.transaction(() => {
    const { profileId, row, change } = input
    const state = requireRow(workspace, input)
    const original = state.mark?.original ?? state.content
    const content = contentAfter(change, original)
    const unchanged = JSON.stringify(content) === JSON.stringify(original)
    const leftOut = change.kind === 'leave-out'
    const mark = unchanged && !leftOut ? null : { at: clock.now(), leftOut, original }
    const kept = state.mark && mark && sameChange(state, content, leftOut) ? state.mark : mark
    const label = changedAs(change, unchanged)
    const values = { name: addedAs(original).name, subject: state.subjectName ?? state.subject }
    carryOut(
      workspace,
      clock,
      { profileId, label, values },
      { kind: 'row', profileId, row, content, mark: kept, created: null },
    )
    return { warnings: leftOut ? [] : nameWarnings(editionsOf(profileId), content) }
  })
}

function changedAs({ kind }: RowChange, unchanged: boolean): Wanted['label'] {
  if (kind === 'leave-out') return 'row-left-out'
  return kind === 'restore' || unchanged ? 'row-restored' : 'row-changed'
}

/** What is in effect already need not be changed once more. */
function sameChange({ content, mark }: RowState, wanted: RowContent, leftOut: boolean): boolean {
  return mark?.leftOut === leftOut && JSON.stringify(content) === JSON.stringify(wanted)
}

/** The values in effect after a change; what is not typed in stays as the file has it. */
function contentAfter(change: RowChange, original: RowContent): RowContent {
  if (change.kind === 'restore') return original
  if (change.kind === 'leave-out') return withoutEffect(original)
  const content = contentFrom(change.values)
  if (content.dataset !== original.dataset) {
    throw new SeventyError('input-invalid', 'The values are those of another kind of row.', {
      dataset: content.dataset,
    })
  }
  const { activation } = original.dataset === 'certifications' ? original : { activation: null }
  if (content.dataset === 'certifications') return { ...content, activation }
  const { duplicate } = original.dataset === 'certifications' ? { duplicate: 0 } : original
  return { ...content, duplicate }
}

/** As if the row were not there: nothing to add, no seats to compare, nothing that counts. */
function withoutEffect(original: RowContent): RowContent {
  if (original.dataset === 'azure-usage') return { ...original, microUsd: 0 }
  if (original.dataset === 'm365-usage') return { ...original, paidSeats: 0, activeSeats: 0 }
  return { ...original, activation: LEFT_OUT }
}

/**
 * Gives a customer a name that stays whatever later files say. Throws `profile-not-found`,
 * `tenant-id-invalid`, `customer-not-found`, `value-missing`.
 */
export function renameCustomer(
  { workspace, clock }: EditContext,
  wanted: { readonly profileId: number; readonly tenantId: string; readonly name: string },
): void {
  workspace.transaction(() => {
    const { profileId } = wanted
    requireProfile(workspace, profileId)
    const customer = workspace.customer(profileId, tenantFrom(wanted.tenantId))
    if (!customer) {
      throw new SeventyError(
        'customer-not-found',
        'This partner has no customer with that tenant id. Take one from the list of customers.',
        { tenantId: wanted.tenantId },
      )
    }
    const name = required('name', wanted.name)
    if (customer.name === name) return
    const values = { from: customer.name ?? wanted.tenantId, to: name }
    const step: Wanted = { profileId, label: 'customer-renamed', values }
    carryOut(workspace, clock, step, { kind: 'customer-name', tenant: customer.id, name })
  })
}

/** Throws `profile-not-found`, `profile-name-invalid`, `profile-exists`. */
export function renamePartner(
  { workspace, clock }: EditContext,
  wanted: { readonly profileId: number; readonly name: string },
): void {
  workspace.transaction(() => {
    const profile = requireProfile(workspace, wanted.profileId)
    const name = profileName.safeParse(wanted.name)
    if (!name.success) {
      throw new SeventyError(
        'profile-name-invalid',
        'A partner profile needs a name of 1 to 120 characters.',
        { name: wanted.name },
      )
    }
    const values = { from: profile.name, to: name.data }
    const step: Wanted = { profileId: profile.id, label: 'partner-renamed', values }
    const forward = { kind: 'partner-name', profileId: profile.id, name: name.data } as const
    carryOut(workspace, clock, step, forward)
  })
}

function requireRow(
  workspace: ReadableEdits & Pick<ReadableWorkspace, 'profileById'>,
  place: { readonly profileId: number; readonly dataset: EditableDataset; readonly row: number },
): RowState {
  requireProfile(workspace, place.profileId)
  const state = workspace.storedRow(place.dataset, place.row)
  if (state?.profileId === place.profileId) return state
  throw new SeventyError(
    'row-not-found',
    'This row is no longer in the workspace. Close the list and open it again.',
    { row: place.row },
  )
}
