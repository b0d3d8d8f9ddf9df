import { computed, onScopeDispose, ref, shallowRef, watch, type ShallowRef } from 'vue'
import { SCENARIOS_COMPARED } from '../../../shared/no-overrides'
import type { Overrides, Scenario } from '../../../shared/scenarios'
import { useSessionStore } from '../../app/session-store'

/**
 * What is open on the screen: which scenario is edited, which stand side by side, and what was changed
 * and not saved yet. Drafts outlive the screen: who looks something up elsewhere finds them again.
 */
export function useDrafts(listed: () => readonly Scenario[]) {
  const session = useSessionStore()
  const chosen = ref<number | null>(null)
  const beside = ref<readonly number[]>([])

  const edited = computed(
    () => listed().find(({ id }) => id === chosen.value) ?? listed()[0] ?? null,
  )
  const overridesOf = ({ id, overrides }: Scenario): Overrides =>
    session.scenarioDrafts[id]?.overrides ?? overrides
  const isChanged = ({ id }: Scenario) => session.scenarioDrafts[id] !== undefined
  function forget(id: number): void {
    const others = Object.entries(session.scenarioDrafts).filter(([key]) => Number(key) !== id)
    session.scenarioDrafts = Object.fromEntries(others)
  }
  /** The edited one and those chosen to stand beside it, in the order of the list. */
  const compared = computed(() =>
    listed().filter(({ id }) => id === edited.value?.id || beside.value.includes(id)),
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
    /** What is as it was saved is no draft. */
    change: ({ id, profileId, overrides: saved }: Scenario, overrides: Overrides) => {
      if (JSON.stringify(overrides) === JSON.stringify(saved)) forget(id)
      else session.scenarioDrafts = { ...session.scenarioDrafts, [id]: { profileId, overrides } }
    },
    forget,
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
