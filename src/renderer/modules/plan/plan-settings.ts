import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { LeverId, Plan, PlanSettings } from '../../../shared/plan'
import { ask, bridge } from '../../app/client'
import { notifyFailure } from '../../app/notices'
import type { Query } from '../../app/query'
import { saving } from '../../app/workspace'

export type PlanNumber = 'effort' | 'limit'

/** What a field of a lever may hold; the contract asks for the same. */
const RULES: Readonly<Record<PlanNumber, { most: number; decimals: number }>> = {
  effort: { most: 10_000, decimals: 2 },
  limit: { most: 10_000, decimals: 0 },
}

/** The number a field means; undefined: none, or one that a lever cannot take. */
export function numberIn(text: string, kind: PlanNumber): number | undefined {
  const { most, decimals } = RULES[kind]
  const digits = text.trim().replace(',', '.')
  if (!/^\d{1,5}(\.\d+)?$/.test(digits)) return undefined
  const number = Number(digits)
  const fine = (digits.split('.')[1] ?? '').length <= decimals
  return fine && number <= most ? number : undefined
}

export interface PlanSettingsOfPartner {
  readonly changed: ComputedRef<boolean>
  /** Empty text gives the number back to the default. */
  set(kind: PlanNumber, lever: LeverId, text: string): Promise<void>
  reset(): Promise<void>
}

const DEFAULTS: PlanSettings = { effort: {}, limit: {} }

/**
 * Effort and limits of a partner's plan, kept in the workspace: a change is saved, then the plan is
 * made anew with what is saved. `plan` is the question for that plan.
 */
export function usePlanSettings(
  profileId: () => number,
  plan: Pick<Query<Plan>, 'data' | 'reload'>,
  failure: () => string,
): PlanSettingsOfPartner {
  /** What was set since the last answer, so that a second change does not lose the first. */
  const edited = shallowRef<PlanSettings | null>(null)
  watch([profileId, plan.data], () => {
    edited.value = null
  })
  const settings = computed(() => edited.value ?? plan.data.value?.settings ?? DEFAULTS)
  const changed = computed(() => {
    const { effort, limit } = settings.value
    return Object.keys(effort).length + Object.keys(limit).length > 0
  })
  const save = async (next: PlanSettings) => {
    edited.value = next
    try {
      await saving(() => ask(bridge().plans.set, { profileId: profileId(), settings: next }))
    } catch (thrown) {
      edited.value = null
      notifyFailure(failure(), thrown)
    }
    await plan.reload()
  }
  const set = (kind: PlanNumber, lever: LeverId, text: string) => {
    const { [lever]: _old, ...others } = settings.value[kind]
    const number = numberIn(text, kind)
    const numbers = number === undefined ? others : { ...others, [lever]: number }
    return save({ ...settings.value, [kind]: numbers })
  }
  return { changed, set, reset: () => save(DEFAULTS) }
}
