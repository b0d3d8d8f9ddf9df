import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { SeventyError } from '../../shared/errors'
import { asSeventyError, bridge } from './client'

export interface Query<T> {
  readonly data: ShallowRef<T | null>
  readonly error: ShallowRef<SeventyError | null>
  /** True while something is being asked, also when older data is still shown. */
  readonly busy: Ref<boolean>
  readonly reload: () => Promise<void>
}

/**
 * Asks now, whenever `key` changes, and whenever the facts of the profile change. Data stays on
 * screen until newer data arrives; an answer that was overtaken by a newer question is dropped.
 */
export function useQuery<T>(
  load: () => Promise<T>,
  options: { readonly key?: () => unknown; readonly profileId?: () => number } = {},
): Query<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<SeventyError | null>(null)
  const busy = ref(false)
  let question = 0

  const reload = async () => {
    const mine = ++question
    busy.value = true
    try {
      const answer = await load()
      if (mine !== question) return
      data.value = answer
      error.value = null
    } catch (thrown) {
      if (mine === question) error.value = asSeventyError(thrown)
    } finally {
      if (mine === question) busy.value = false
    }
  }

  watch(() => options.key?.(), reload, { immediate: true })
  const unsubscribe = bridge().events.onChanged((changed) => {
    if (changed === null || options.profileId === undefined || changed === options.profileId())
      void reload()
  })
  onScopeDispose(unsubscribe)
  return { data, error, busy, reload }
}
