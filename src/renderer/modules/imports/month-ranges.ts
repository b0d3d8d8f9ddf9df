import { formatMonth, parseMonth } from '../../../shared/calendar'

export interface MonthRange {
  readonly from: string
  readonly to: string
}

/** Months as unbroken runs: 2023-01, 2023-02, 2023-05 → January to February, and May. */
export function monthRanges(months: readonly string[]): MonthRange[] {
  const ascending = months
    .map(parseMonth)
    .filter((month) => month !== undefined)
    .toSorted((a, b) => a - b)
  const runs: { from: number; to: number }[] = []
  for (const month of ascending) {
    const last = runs.at(-1)
    if (last && month <= last.to + 1) last.to = month
    else runs.push({ from: month, to: month })
  }
  return runs.map(({ from, to }) => ({ from: formatMonth(from), to: formatMonth(to) }))
}
