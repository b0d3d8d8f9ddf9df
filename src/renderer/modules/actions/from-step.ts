import { useI18n } from 'vue-i18n'
import type { Action, ActionFields, ActionOrigin } from '../../../shared/actions'
import type { LeverId, Plan, PlanStep } from '../../../shared/plan'
import { useCandidateWords } from '../plan/candidate-words'
import { useLeverNames } from '../plan/lever-names'

/** An action as it is typed in: with its id where it is stored, without where it is new. */
export interface ActionDraft {
  readonly id?: number
  readonly fields: ActionFields
  readonly origin: ActionOrigin
}

const TITLE_LENGTH = 200
const NOTE_LENGTH = 2000

export function emptyDraft(): ActionDraft {
  return {
    fields: { title: '', owner: '', due: null, points: null, status: 'open', note: '' },
    origin: { lever: null, metric: null, stream: null, subject: null },
  }
}

export function draftOf(action: Action): ActionDraft {
  const { id, title, owner, due, points, status, note, origin } = action
  return { id, fields: { title, owner, due, points, status, note }, origin }
}

/** Whether an action is still to be done. */
export function isWaiting({ status }: Pick<Action, 'status'>): boolean {
  return status === 'open' || status === 'in-progress'
}

/** Turns the step of a way into an action: what to do, what it brings, and whom it means. */
export function useStepDrafts(plan: () => Pick<Plan, 'levers'>) {
  const { t } = useI18n()
  const leverName = useLeverNames(plan)
  const { nameOf, remark } = useCandidateWords()

  function titleOf({ lever, count, certification, candidates }: PlanStep): string {
    const [only] = candidates.length === 1 ? candidates : []
    const meant = only ? nameOf(only) : (certification?.ids.join(', ') ?? '')
    const name = leverName(lever)
    const what = count === 1 ? name : t('actions.times', { count, name })
    return (meant === '' ? what : t('actions.about', { what, meant })).slice(0, TITLE_LENGTH)
  }

  function draft(step: PlanStep): ActionDraft {
    const { lever, candidates, metrics, points } = step
    const most = metrics.toSorted((a, b) => b.points - a.points)[0]
    const [only] = candidates.length === 1 ? candidates : []
    const lines = candidates.map((each) => [nameOf(each), remark(each)].filter(Boolean).join(': '))
    return {
      fields: {
        ...{ title: titleOf(step), owner: '', due: null },
        // A step may only make room for the next one; then nothing is expected of it alone.
        points: points > 0 ? Math.round(points * 100) / 100 : null,
        ...{ status: 'open', note: lines.join('\n').slice(0, NOTE_LENGTH) },
      },
      origin: {
        ...{ lever, metric: most?.id ?? null, stream: streamOf(lever) },
        subject: only ? { kind: only.kind, id: only.id, name: only.name } : null,
      },
    }
  }
  return { titleOf, draft }
}

function streamOf(lever: LeverId): 'azure' | 'm365' | null {
  if (lever.includes('azure')) return 'azure'
  return lever.includes('m365') ? 'm365' : null
}
