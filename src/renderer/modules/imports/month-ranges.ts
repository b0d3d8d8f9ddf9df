import { formatMonth, parseMonth } from '../../../shared/calendar'
import { formatMonthShort } from '../../format/dates'

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

/** Unbroken runs as text: "Jan 2023 – Feb 2023, May 2023". No line breaks inside a month or before a dash. */
export function formatMonthRanges(months: readonly string[]): string {
  return monthRanges(months)
    .map(({ from, to }) =>
      from === to ? unbroken(to) : `${unbroken(from)}\u00A0– ${unbroken(to)}`,
    )
    .join(', ')
}

function unbroken(month: string): string {
  return formatMonthShort(month).replaceAll(' ', '\u00A0')
}
