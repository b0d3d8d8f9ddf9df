import type { HistoryFile, ImportedMonth, ImportEntry } from '../../../shared/import-history'
import { groupBy } from './group-by'
import { formatMonthRanges } from './month-ranges'

/** What became of an import as a whole. */
export type Fate = 'in-force' | 'in-part' | 'replaced' | 'withdrawn' | 'none'

export function fateOf({ withdrawnAt, files }: ImportEntry): Fate {
  if (withdrawnAt !== null) return 'withdrawn'
  const states = new Set(files.flatMap(({ months }) => months.map(({ state }) => state)))
  if (states.size === 0) return 'none'
  if (states.size > 1 || states.has('in-part')) return 'in-part'
  return states.has('in-force') ? 'in-force' : 'replaced'
}

/** Months of a file that share a fate: which, and by which imports they were replaced. */
export interface MonthGroup {
  readonly state: ImportedMonth['state']
  readonly replacedBy: readonly number[]
  /** Empty for certifications, which have no months. */
  readonly months: string
}

export function monthGroups({ months }: Pick<HistoryFile, 'months'>): MonthGroup[] {
  const groups = groupBy(months, ({ state, replacedBy }) => `${state} ${replacedBy.join()}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { state, replacedBy } = first
    const dated = group.flatMap(({ month }) => month ?? [])
    return [{ state, replacedBy, months: formatMonthRanges(dated) }]
  })
}
