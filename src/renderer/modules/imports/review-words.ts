import type { ReviewedMonth, StoredTotals } from '../../../shared/import-review'
import { formatCount, formatUsd } from '../../format/numbers'
import { groupBy } from './group-by'

/** The amounts by which people compare two downloads of a month. */
export type Measure = 'acrUsd' | 'paidSeats' | 'activeSeats' | 'certifications'

export const measuresOf: Readonly<Record<string, readonly Measure[]>> = {
  'azure-usage': ['acrUsd'],
  'm365-usage': ['paidSeats', 'activeSeats'],
  'ems-usage': ['paidSeats', 'activeSeats'],
  'partner-profile': [],
  certifications: ['certifications'],
}

export function formatMeasure(measure: Measure, value: number | null): string {
  return measure === 'acrUsd' ? formatUsd(value) : formatCount(value)
}

/** What changes for a measure; null where there is nothing to compare with, or nothing at all. */
export function difference(
  measure: Measure,
  { before, after }: Pick<ReviewedMonth, 'before' | 'after'>,
): number | null {
  const [now, then] = [before?.[measure] ?? null, after[measure]]
  return now === null || then === null ? null : then - now
}

/** True when an import leaves a month as it is: the same rows, customers and amounts. */
export function isUnchanged({ before, after, lost }: ReviewedMonth): boolean {
  const keys = Object.keys(after) as (keyof StoredTotals)[]
  return before !== null && lost.count === 0 && keys.every((key) => before[key] === after[key])
}

/** Months by dataset, newest first, as the review lists them. */
export function byDataset(months: readonly ReviewedMonth[]) {
  return [...groupBy(months, ({ dataset }) => dataset)].map(([dataset, rows]) => ({
    dataset,
    rows: rows.toSorted((one, other) => ((one.month ?? '') < (other.month ?? '') ? 1 : -1)),
  }))
}
