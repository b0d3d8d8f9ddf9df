import type { Action } from '../../../shared/actions'
import { isWaiting } from './from-step'

/**
 * The points that what is still to be done should bring, as one decimal: it is compared with a gap
 * that is shown with one, so that the words never contradict the numbers beside them.
 */
export function expectedPoints(actions: readonly Pick<Action, 'status' | 'points'>[]): number {
  const sum = actions.filter(isWaiting).reduce((total, { points }) => total + (points ?? 0), 0)
  return Math.round(sum * 10) / 10
}
