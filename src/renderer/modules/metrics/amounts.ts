import type { StreamDetail } from '../../../shared/score'
import {
  formatCount,
  formatSignedCount,
  formatSignedUsd,
  formatSignedUsdCents,
  formatUsd,
  formatUsdCents,
} from '../../format/numbers'

/** True where a customer's standing is in US dollars; else it is in seats or users. */
export function inDollars(stream: Pick<StreamDetail, 'id'>): boolean {
  return stream.id === 'azure'
}

/** A customer's amount in the unit of its stream; cents where a whole dollar would hide them. */
export function formatStanding(stream: Pick<StreamDetail, 'id'>, value: number): string {
  if (!inDollars(stream)) return formatCount(value)
  return Number.isInteger(value) ? formatUsd(value) : formatUsdCents(value)
}

/** A difference of two such amounts, with its sign; cents here too, or a change of cents would read as none. */
export function formatChange(stream: Pick<StreamDetail, 'id'>, value: number): string {
  if (!inDollars(stream)) return formatSignedCount(value)
  return Number.isInteger(value) ? formatSignedUsd(value) : formatSignedUsdCents(value)
}
