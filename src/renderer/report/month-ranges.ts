import { formatMonth, parseMonth } from '../../shared/calendar'

export interface MonthRange {
  readonly from: string
  readonly to: string
}

/** Months, ascending, as unbroken ranges: twenty-four months of a file are one line, a gap shows. */
export function monthRanges(months: readonly string[]): MonthRange[] {
  return months.reduce<MonthRange[]>((ranges, month) => {
    const last = ranges.at(-1)
    if (last && follows(last.to, month))
      return [...ranges.slice(0, -1), { from: last.from, to: month }]
    return [...ranges, { from: month, to: month }]
  }, [])
}

function follows(before: string, after: string): boolean {
  const month = parseMonth(before)
  return month !== undefined && formatMonth(month + 1) === after
}

/** How many months a range holds, both ends included. */
export function monthsIn({ from, to }: MonthRange): number {
  return (parseMonth(to) ?? 0) - (parseMonth(from) ?? 0) + 1
}
