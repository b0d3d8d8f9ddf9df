import { formatDay, parseDay, yearsAfter } from '../../../shared/calendar'

/** Months that the screen shows beside the one of the score date. */
const MONTHS_BACK = 12

/** The month of a date and the twelve before it, as `YYYY-MM`. */
export function yearUpTo(isoDate: string): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1] = isoDate.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - MONTHS_BACK, 1))
  return { from: first.toISOString().slice(0, 7), to: isoDate.slice(0, 7) }
}

/** The same day a year before. */
export function yearBefore(isoDate: string): string {
  const day = parseDay(isoDate)
  return day === undefined ? isoDate : formatDay(yearsAfter(day, -1))
}
