import { computed, onScopeDispose, reactive, ref, shallowRef, watch, type ShallowRef } from 'vue'
import { SCENARIOS_COMPARED } from '../../../shared/no-overrides'
import type { Overrides, Scenario } from '../../../shared/scenarios'

/**
 * What is open on the screen: which scenario is edited, which stand side by side, and what was changed
 * and not saved yet. Drafts stay while the screen is open, also of scenarios that are not in view.
 */
export function useDrafts(saved: () => readonly Scenario[]) {
  const drafts = reactive(new Map<number, Overrides>())
  const chosen = ref<number | null>(null)
  const beside = ref<readonly number[]>([])

  const edited = computed(() => saved().find(({ id }) => id === chosen.value) ?? saved()[0] ?? null)
  const overridesOf = ({ id, overrides }: Scenario): Overrides => drafts.get(id) ?? overrides
  const isChanged = (scenario: Scenario) =>
    JSON.stringify(overridesOf(scenario)) !== JSON.stringify(scenario.overrides)
  /** The edited one and those chosen to stand beside it, in the order of the list. */
  const compared = computed(() =>
    saved().filter(({ id }) => id === edited.value?.id || beside.value.includes(id)),
  )
  const isFull = computed(() => compared.value.length >= SCENARIOS_COMPARED)

  return {
    edited,
    compared,
    isFull,
    overridesOf,
    isChanged,
    edit: (id: number) => {
      const others = beside.value.filter((each) => each !== id)
      const before = edited.value
      // Who was edited stays in view as long as there is room.
      const kept = before && before.id !== id ? [...others, before.id] : others
      beside.value = kept.slice(-(SCENARIOS_COMPARED - 1))
      chosen.value = id
    },
    toggle: (id: number) => {
      beside.value = beside.value.includes(id)
        ? beside.value.filter((each) => each !== id)
        : [...beside.value, id]
    },
    change: (id: number, overrides: Overrides) => drafts.set(id, overrides),
    forget: (id: number) => drafts.delete(id),
  }
}

/** A value that follows another one at most once a frame, so that a slider asks no more than is shown. */
export function useFrame<T>(source: () => T): ShallowRef<T> {
  const value = shallowRef(source())
  let frame = 0
  watch(source, () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => (value.value = source()))
  })
  onScopeDispose(() => cancelAnimationFrame(frame))
  return value
}
