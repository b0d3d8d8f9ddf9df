import type { PortfolioEntry } from '../../../shared/profiles'
import type { MetricId } from '../../../shared/score'

/** What the portfolio can be put in order by. */
export type PortfolioColumn = 'partner' | 'total' | 'change' | 'data' | MetricId

export interface PortfolioOrder {
  readonly column: PortfolioColumn
  readonly descending: boolean
}

const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

/**
 * Partners in the order asked for; equal ones, and those without a value, which come last whatever the
 * direction, by name.
 */
export function inOrder(
  entries: readonly PortfolioEntry[],
  { column, descending }: PortfolioOrder,
): PortfolioEntry[] {
  return entries.toSorted((a, b) => {
    const sign = descending ? -1 : 1
    const names = byName.compare(a.profile.name, b.profile.name)
    if (column === 'partner') return sign * names
    const [one, other] = [valueOf(a, column), valueOf(b, column)]
    if (one === other) return names
    if (one === null) return 1
    if (other === null) return -1
    return sign * (one < other ? -1 : 1)
  })
}

/** A click on the heading of the order in force turns it; another column begins the useful way round. */
export function turned(order: PortfolioOrder, column: PortfolioColumn): PortfolioOrder {
  if (order.column === column) return { column, descending: !order.descending }
  return { column, descending: column !== 'partner' && column !== 'data' }
}

function valueOf(
  { profile, score, change }: PortfolioEntry,
  column: Exclude<PortfolioColumn, 'partner'>,
): number | string | null {
  if (column === 'total') return score?.total ?? null
  if (column === 'change') return change?.difference ?? null
  if (column === 'data') return profile.newestMonth
  return score?.metrics.find(({ id }) => id === column)?.points ?? null
}
