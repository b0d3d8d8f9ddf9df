import type { TenantStanding } from '../../../shared/score'

/** What became of a customer in a year: for counted metrics, whether it counts; for growth, which way it went. */
export type Movement = 'gained' | 'kept' | 'lost' | 'outside' | 'grew' | 'shrank' | 'level'

/** `growth`: every customer adds its change instead of counting as one. */
export function movementOf(
  standing: Pick<TenantStanding, 'current' | 'previous' | 'countsNow' | 'countedBefore'>,
  growth: boolean,
): Movement {
  if (growth) {
    if (standing.current === standing.previous) return 'level'
    return standing.current > standing.previous ? 'grew' : 'shrank'
  }
  if (standing.countsNow) return standing.countedBefore ? 'kept' : 'gained'
  return standing.countedBefore ? 'lost' : 'outside'
}

/** The customers that changed most, largest change first, whichever way. */
export function largestChanges(
  standings: readonly TenantStanding[],
  limit: number,
): readonly TenantStanding[] {
  const size = ({ current, previous }: TenantStanding) => Math.abs(current - previous)
  return standings
    .filter((standing) => size(standing) > 0)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, limit)
}
