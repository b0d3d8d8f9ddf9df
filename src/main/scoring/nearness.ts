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

/** Whether an amount is enough for bounds, or near it; a step is a seat, and dollars have none. */
export function isEnoughOrNear(
  { id }: Pick<StreamRule, 'id'>,
  { lowest }: TenantRange,
  amount: number,
): boolean {
  return amount >= lowest || isNear(lowest - amount, lowest, id === 'm365' ? 1 : 0)
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

/** What a customer that is not past the end of bounds lacks to be inside. */
export function shortfallOf(
  rule: Pick<StreamRule, 'id' | 'activeShare'>,
  range: TenantRange,
  has: { readonly amount: number; readonly active: number },
): Shortfall {
  const { lowest } = range
  const needed = activeNeeded(rule, Math.max(has.amount, lowest))
  const active = Math.max(0, needed - has.active)
  const isClose =
    isEnoughOrNear(rule, range, has.amount) && (active === 0 || isNear(active, needed, 1))
  return { amount: Math.max(0, lowest - has.amount), active, isNear: isClose }
}
