import { activeNeeded } from './active-share'
import type { StreamRule } from './stream-rules'
import type { TenantRange } from './tenant-range'

/**
 * The rule of "near" everywhere: within 20 % of what is needed, or one step of it. Whole numbers;
 * `missing * 5` of them stays exact, as amounts stay far below 2^53.
 */
export function isNear(missing: number, needed: number, step: number): boolean {
  return missing > 0 && (missing * 5 <= needed || missing <= step)
}

/** What a customer lacks to be inside bounds, in raw numbers of the stream. */
export interface Shortfall {
  /** Micro-dollars or paid seats; 0 where they are enough. */
  readonly amount: number
  /** Active seats, of those that the bounds ask for with that many paid ones. */
  readonly active: number
  /** Whether all that is missing is near. */
  readonly isNear: boolean
}

/**
 * What a customer that is not past the end of bounds lacks to be inside. A step is a seat, paid or
 * active; dollars have none.
 */
export function shortfallOf(
  rule: Pick<StreamRule, 'id' | 'activeShare'>,
  { lowest }: TenantRange,
  has: { readonly amount: number; readonly active: number },
): Shortfall {
  const amount = Math.max(0, lowest - has.amount)
  const needed = activeNeeded(rule, Math.max(has.amount, lowest))
  const active = Math.max(0, needed - has.active)
  const isClose =
    (amount === 0 || isNear(amount, lowest, rule.id === 'm365' ? 1 : 0)) &&
    (active === 0 || isNear(active, needed, 1))
  return { amount, active, isNear: isClose }
}
