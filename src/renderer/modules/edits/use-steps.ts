import { onScopeDispose } from 'vue'
import type { useI18n } from 'vue-i18n'
import { stepWords } from '../../../shared/edit-labels'
import type { NextSteps, StepSummary } from '../../../shared/edits'
import { ask, bridge } from '../../app/client'
import { dismiss, notify, notifyFailure } from '../../app/notices'
import { saving } from '../../app/workspace'

type Translate = ReturnType<typeof useI18n>['t']

/** Steps whose change is plain to see where it was made. */
const UNSAID: ReadonlySet<string> = new Set(['settings-changed'])

/**
 * Says every change by hand with a button that takes it back, and undoes and redoes steps. A step is
 * new when its id is above all that were seen before: redone steps have their old one.
 */
export function useSteps(t: Translate) {
  let newest: number | null = null
  let said: number | null = null

  const undo = (stepId?: number) => move('undo', stepId)
  const redo = (stepId?: number) => move('redo', stepId)

  async function move(kind: 'undo' | 'redo', stepId?: number): Promise<void> {
    try {
      const step = await saving(() => ask(bridge().edits[kind], { stepId }))
      const back = kind === 'undo' ? 'redo' : 'undo'
      say(t(`edits.done.${kind}`, { step: stepWords(step) }), back, step)
    } catch (thrown) {
      notifyFailure(t(`edits.failed.${kind}`), thrown)
    }
  }

  /** Only the last step can be taken back from here, so its message takes the place of the one before. */
  function say(title: string, action: 'undo' | 'redo', { id }: StepSummary): void {
    const run = () => void (action === 'undo' ? undo(id) : redo(id))
    if (said !== null) dismiss(said)
    said = notify({ tone: 'done', title, action: { label: t(`edits.action.${action}`), run } })
  }

  function look({ undo: step, redo: undone }: NextSteps): void {
    const highest = Math.max(step?.id ?? 0, undone?.id ?? 0)
    if (newest !== null && step && step.id > newest && !UNSAID.has(step.label)) {
      say(t('edits.done.change', { step: stepWords(step) }), 'undo', step)
    }
    newest = Math.max(newest ?? 0, highest)
  }

  const load = () =>
    ask(bridge().edits.steps, {}).then(look, (thrown: unknown) => {
      notifyFailure(t('edits.failed.steps'), thrown)
    })
  void load()
  onScopeDispose(bridge().events.onChanged(() => void load()))
  return { undo, redo }
}
