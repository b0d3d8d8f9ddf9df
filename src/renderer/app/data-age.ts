import { parseDay, parseMonth, usageMonthOf } from '../../shared/calendar'

/**
 * How many closed months the newest month of the data lies behind the last closed month of today:
 * 0 when it is complete (`2023-11` on 2023-12-15), never negative. Null without data.
 */
export function monthsBehind(newestMonth: string | null, today: string): number | null {
  const newest = newestMonth === null ? undefined : parseMonth(newestMonth)
  const day = parseDay(today)
  if (newest === undefined || day === undefined) return null
  return Math.max(0, usageMonthOf(day) - newest)
}
