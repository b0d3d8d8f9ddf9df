import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { Output } from '../../shared/contract'
import { ask, bridge } from './client'

const AFTER_MS = 80
const nobody: Output<'search.find'> = { customers: [], people: [] }

/**
 * The customers and people of a partner that fit what is typed, once the typing pauses. An answer
 * that was overtaken is dropped; without a partner, or with nothing typed, there is nobody.
 */
export function useFound(profileId: () => number | undefined, sought: Ref<string>) {
  const found = shallowRef(nobody)
  const failed = ref(false)
  let question = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function find(id: number, text: string): Promise<void> {
    const mine = ++question
    try {
      const answer = await ask(bridge().search.find, { profileId: id, text })
      if (mine === question) [found.value, failed.value] = [answer, false]
    } catch {
      if (mine === question) [found.value, failed.value] = [nobody, true]
    }
  }

  watch([sought, profileId], ([text, id]) => {
    clearTimeout(waiting)
    const wanted = text.trim().slice(0, 200)
    if (id !== undefined && wanted !== '') {
      waiting = setTimeout(() => void find(id, wanted), AFTER_MS)
      return
    }
    question += 1
    ;[found.value, failed.value] = [nobody, false]
  })
  onScopeDispose(() => clearTimeout(waiting))
  return { found, failed }
}
