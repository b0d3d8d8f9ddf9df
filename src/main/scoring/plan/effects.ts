import { activeNeeded } from '../active-share'
import type { StreamRule } from '../stream-rules'
import { isInside, rangeOf } from '../tenant-range'

/**
 * What one unit of a lever moves: differences of streams in raw numbers (see {@link StreamRule}), and
 * people in steps. Both by position in the situation; what is not listed stays.
 */
export interface Effect {
  readonly streams: readonly (readonly [stream: number, amount: number])[]
  readonly steps: readonly number[]
}

/** What one customer has in a stream: micro-dollars of a trailing year, or seats of a month. */
export interface Holding {
  readonly amount: number
  readonly active: number
}

export const NOTHING: Holding = { amount: 0, active: 0 }

/** What a stream of a metric gains when one customer goes from one holding to another. */
export function gainOf(rule: StreamRule, from: Holding, to: Holding): number {
  return worthOf(rule, to) - worthOf(rule, from)
}

/** What one customer adds to the total of a stream's column, alone and without a past. */
function worthOf(rule: StreamRule, holding: Holding): number {
  const { bounds, rawPerAmount } = rule
  const inside = bounds === null || isInside(rangeOf(bounds, rawPerAmount), holding.amount, false)
  if (!inside) return 0
  if (!rule.inSteps) return reachesShare(rule, holding) ? 1 : 0
  return rule.id === 'azure' ? holding.amount : holding.active
}

function reachesShare(rule: StreamRule, { amount, active }: Holding): boolean {
  return active >= activeNeeded(rule, amount)
}

/** The smallest holding that counts in a stream of customers or deployments. */
export function smallestCounting(rule: StreamRule): Holding {
  const amount = rule.bounds === null ? 0 : rangeOf(rule.bounds, rule.rawPerAmount).lowest
  return { amount, active: activeNeeded(rule, amount) }
}
