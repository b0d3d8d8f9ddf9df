import { computed, ref, watch } from 'vue'
import type { BrowseRow } from '../../../shared/browse'

/**
 * The active row and the one that is looked at. A change can move that row: the inspector stays with
 * it, and closes where it is no longer among the rows that are loaded.
 */
export function useInspected(
  rowAt: (place: number) => BrowseRow | undefined,
  placeOf: (key: string) => number | null,
) {
  const active = ref(0)
  const inspected = ref<number | null>(null)
  let opened: string | undefined
  const row = computed(() => (inspected.value === null ? undefined : rowAt(inspected.value)))

  function open(place: number): void {
    opened = rowAt(place)?.key
    inspected.value = place
  }
  watch(
    () => row.value?.key,
    (key) => {
      if (key === undefined || opened === undefined || key === opened) return
      inspected.value = placeOf(opened)
      active.value = inspected.value ?? active.value
    },
  )
  return { active, row, open, shut: () => (inspected.value = null) }
}
