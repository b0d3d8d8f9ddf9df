import type { StepLabel } from '../../../shared/edits'
import type { EditableDataset } from '../../../shared/edits'
import type { ManualTotals } from '../../../shared/manual'
import type { Operation, RowContent, RowMark } from './operations'

/** What changes by hand need from the store. */

export interface NewStep {
  readonly at: string
  /** null: of the workspace. */
  readonly profileId: number | null
  readonly label: StepLabel
  readonly values: Readonly<Record<string, string>>
  readonly forward: Operation
  readonly backward: Operation
}

export interface Step extends NewStep {
  readonly id: number
  readonly who: string
}

/** A stored row as it stands, with what a change of it has to know. */
export interface RowState {
  readonly row: number
  readonly profileId: number
  readonly file: string
  readonly line: number
  /** Typed in, not read from a file; `enteredAt` is then the instant. */
  readonly enteredAt: string | null
  readonly month: number | null
  /** Tenant id or identity of a person, and its name. */
  readonly subject: string
  readonly subjectName: string | null
  readonly inForce: boolean
  readonly content: RowContent
  readonly mark: RowMark | null
}

/** Totals as they were typed in. */
export interface TypedTotals {
  readonly at: string
  readonly who: string
  readonly totals: ManualTotals
}

export interface ReadableEdits {
  /** The last step that stands. */
  nextUndo(): Step | undefined
  /** The first step that was taken back. */
  nextRedo(): Step | undefined
  /** Undefined when there is no such row. */
  storedRow(dataset: EditableDataset, row: number): RowState | undefined
  /** The customer's row id and its name in effect; undefined when the profile has no such tenant. */
  customer(
    profileId: number,
    tenantId: string,
  ): { readonly id: number; readonly name: string | null } | undefined
  /** Undefined when the profile has no such person. */
  person(
    profileId: number,
    identity: string,
  ): { readonly id: number; readonly name: string } | undefined
}

export interface StepLog {
  /** Adds a step that was carried out just now, and drops those that were taken back. */
  addStep(step: NewStep): void
}

export interface WritableEdits extends ReadableEdits, StepLog {
  /** Account name of the person at the computer. */
  readonly who: string
  /**
   * Carries out an operation and returns the one that takes it back. Throws `number-out-of-range`
   * where sums would no longer be exact, `profile-exists` for the name of another partner.
   */
  apply(operation: Operation): Operation
  markStep(id: number, undone: boolean): void
  /** The id that the next import will have. */
  nextImportId(): number
}
