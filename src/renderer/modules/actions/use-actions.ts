import { computed } from 'vue'
import type { Action } from '../../../shared/actions'
import { ask, bridge } from '../../app/client'
import { useQuery } from '../../app/query'
import { isWaiting } from './from-step'

/** The actions of a partner, those still to be done by due date, and their titles. */
export function useActions(profileId: () => number) {
  const query = useQuery(() => ask(bridge().actions.list, { profileId: profileId() }), {
    key: profileId,
    profileId,
  })
  const actions = computed(() => query.data.value ?? [])
  const waiting = computed(() => actions.value.filter(isWaiting).toSorted(byDue))
  const taken = computed(() => new Set(waiting.value.map(({ title }) => title)))
  return { query, actions, waiting, taken }
}

/** Dates of this form sort as text; the sign is behind every digit. */
function byDue(a: Action, b: Action): number {
  const [left, right] = [a.due ?? '~', b.due ?? '~']
  return left < right ? -1 : Number(left > right)
}
