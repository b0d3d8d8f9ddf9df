import { computed, type ComputedRef } from 'vue'
import type { LeverId, PlanSettings } from '../../../shared/plan'
import { useSessionStore } from '../../app/session-store'

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
  readonly settings: ComputedRef<PlanSettings>
  readonly changed: ComputedRef<boolean>
  /** Empty text gives the number back to the default. */
  set(kind: PlanNumber, lever: LeverId, text: string): void
  reset(): void
}

/** Effort and limits of a partner's plan: what the consultant set in this session. */
export function usePlanSettings(profileId: () => number): PlanSettingsOfPartner {
  const session = useSessionStore()
  const settings = computed(() => session.plans[profileId()] ?? { effort: {}, limit: {} })
  const changed = computed(() => {
    const { effort, limit } = settings.value
    return Object.keys(effort).length + Object.keys(limit).length > 0
  })
  const set = (kind: PlanNumber, lever: LeverId, text: string) => {
    const { [lever]: _old, ...others } = settings.value[kind]
    const number = numberIn(text, kind)
    const numbers = number === undefined ? others : { ...others, [lever]: number }
    session.plans = { ...session.plans, [profileId()]: { ...settings.value, [kind]: numbers } }
  }
  const reset = () => {
    const { [profileId()]: _own, ...others } = session.plans
    session.plans = others
  }
  return { settings, changed, set, reset }
}
