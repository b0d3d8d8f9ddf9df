import { onScopeDispose, ref, watch } from 'vue'

const AFTER_MS = 200

/** What stands in a search field; it is searched for once the typing pauses. */
export function useTyped(current: () => string, search: (text: string) => void) {
  const typed = ref('')
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(current, (text) => (typed.value = text), { immediate: true })
  onScopeDispose(() => clearTimeout(waiting))
  function onType(text: string): void {
    typed.value = text
    clearTimeout(waiting)
    waiting = setTimeout(() => search(text), AFTER_MS)
  }
  return { typed, onType }
}
