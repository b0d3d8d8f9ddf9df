import { SeventyError } from '../../../shared/errors'
import type { NextSteps, StepSummary } from '../../../shared/edits'
import type { Clock, ReadableWorkspace, WritableWorkspace } from '../ports'
import type { Operation } from './operations'
import type { NewStep, ReadableEdits, Step, WritableEdits } from './ports'

export type EditableWorkspace = Pick<WritableWorkspace, 'transaction' | 'audit' | 'profileById'> &
  WritableEdits

/** A step before it is carried out. */
export type Wanted = Omit<NewStep, 'at' | 'forward' | 'backward'>

/**
 * Carries out a change and logs it as one step, inside the transaction of the caller; a change that
 * changes nothing leaves no step. Throws as {@link WritableEdits.apply}.
 */
export function carryOut(
  workspace: Pick<EditableWorkspace, 'apply' | 'addStep' | 'audit'>,
  clock: Clock,
  step: Wanted,
  forward: Operation,
): void {
  const at = clock.now()
  const backward = workspace.apply(forward)
  if (JSON.stringify(backward) === JSON.stringify(forward)) return
  workspace.addStep({ ...step, at, forward, backward })
  const details = { profileId: step.profileId, ...step.values }
  workspace.audit({ at, action: 'changed-by-hand', subject: step.label, details })
}

/** The steps that undo and redo would take next. */
export function nextSteps(
  workspace: Pick<ReadableEdits, 'nextUndo' | 'nextRedo'> & Pick<ReadableWorkspace, 'profileById'>,
): NextSteps {
  const [undo, redo] = [workspace.nextUndo(), workspace.nextRedo()]
  return {
    undo: undo ? summaryOf(workspace, undo) : null,
    redo: redo ? summaryOf(workspace, redo) : null,
  }
}

/** Takes back the last step. Throws `nothing-to-undo`, `step-not-next`. */
export function undoStep(workspace: EditableWorkspace, clock: Clock, stepId?: number): StepSummary {
  return moved(workspace, clock, { undone: true, stepId })
}

/** Makes the step again that was taken back last. Throws `nothing-to-redo`, `step-not-next`. */
export function redoStep(workspace: EditableWorkspace, clock: Clock, stepId?: number): StepSummary {
  return moved(workspace, clock, { undone: false, stepId })
}

function moved(
  workspace: EditableWorkspace,
  clock: Clock,
  { undone, stepId }: { readonly undone: boolean; readonly stepId: number | undefined },
): StepSummary {
  return workspace.transaction(() => {
    const step = undone ? workspace.nextUndo() : workspace.nextRedo()
    if (!step) throw undone ? nothingToUndo() : nothingToRedo()
    if (stepId !== undefined && stepId !== step.id) throw notNext()
    workspace.apply(undone ? step.backward : step.forward)
    workspace.markStep(step.id, undone)
    const details = { step: step.id, profileId: step.profileId, ...step.values }
    const action = undone ? 'change-undone' : 'change-redone'
    workspace.audit({ at: clock.now(), action, subject: step.label, details })
    return summaryOf(workspace, step)
  })
}

function summaryOf(
  workspace: Pick<ReadableWorkspace, 'profileById'>,
  { id, at, who, profileId, label, values }: Step,
): StepSummary {
  const partner = profileId === null ? null : (workspace.profileById(profileId)?.name ?? null)
  return { id, at, who, profileId, partner, label, values: { ...values } }
}

function nothingToUndo(): SeventyError {
  return new SeventyError(
    'nothing-to-undo',
    'There is no change by hand that could be undone. An import is taken back where it is listed.',
  )
}

function nothingToRedo(): SeventyError {
  return new SeventyError(
    'nothing-to-redo',
    'There is nothing to redo: no change was undone, or something was changed or imported since.',
  )
}

function notNext(): SeventyError {
  return new SeventyError(
    'step-not-next',
    'Something else was changed since. Undo the later changes first, with Edit, Undo.',
  )
}
