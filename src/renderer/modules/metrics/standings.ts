import type { StreamDetail, TenantStanding } from '../../../shared/score'

/** What became of a customer in a year: for counted metrics, whether it counts; for growth, which way it went. */
export type Movement = 'gained' | 'kept' | 'lost' | 'outside' | 'grew' | 'shrank' | 'level'

export const countedMovements = [
  'gained',
  'kept',
  'lost',
  'outside',
] as const satisfies readonly Movement[]
export const growthMovements = ['grew', 'shrank', 'level'] as const satisfies readonly Movement[]

/** True for usage growth, where every customer adds its change instead of counting as one. */
export function isGrowth(stream: StreamDetail): boolean {
  return stream.unit === 'usd' || stream.unit === 'user'
}

export function movementOf(standing: TenantStanding, growth: boolean): Movement {
  if (growth) {
    if (standing.current === standing.previous) return 'level'
    return standing.current > standing.previous ? 'grew' : 'shrank'
  }
  if (standing.countsNow) return standing.countedBefore ? 'kept' : 'gained'
  return standing.countedBefore ? 'lost' : 'outside'
}

/** How many customers there are of each movement. */
export function countMovements(
  standings: readonly TenantStanding[],
  growth: boolean,
): ReadonlyMap<Movement, number> {
  const counts = new Map<Movement, number>()
  for (const standing of standings) {
    const movement = movementOf(standing, growth)
    counts.set(movement, (counts.get(movement) ?? 0) + 1)
  }
  return counts
}

/** Customers of one movement (null: all) whose name or tenant id contains what was typed. */
export function filterStandings(
  standings: readonly TenantStanding[],
  filter: { readonly movement: Movement | null; readonly sought: string; readonly growth: boolean },
): readonly TenantStanding[] {
  const wanted = filter.sought.trim().toLowerCase()
  return standings.filter(
    (standing) =>
      (filter.movement === null || movementOf(standing, filter.growth) === filter.movement) &&
      (wanted === '' ||
        `${standing.name ?? ''} ${standing.tenantId}`.toLowerCase().includes(wanted)),
  )
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
