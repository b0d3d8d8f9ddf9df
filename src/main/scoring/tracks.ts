import type { ExactScore } from './score'

/** One or more, in the order in which a tie is decided. */
export type NonEmpty<T> = readonly [T, ...T[]]

/**
 * The track that is used (SCORING.md "Later editions"): the one with the higher total, never metric
 * by metric. Of equal totals the one that is attained, else the first; a total is higher than no data.
 * Exact totals are compared, so rounding decides nothing.
 */
export function bestOf<T extends { readonly score: ExactScore }>(tracks: NonEmpty<T>): T {
  const [first, ...others] = tracks
  return others.reduce((best, each) => (isBetter(each.score, best.score) ? each : best), first)
}

function isBetter(one: ExactScore, best: ExactScore): boolean {
  if (one.total === null) return false
  if (best.total === null) return true
  const higher = one.total.compare(best.total)
  return higher === 0 ? one.attained && !best.attained : higher > 0
}
