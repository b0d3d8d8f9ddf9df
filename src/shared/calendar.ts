/**
 * Calendar arithmetic without time zones. A month is `year * 12 + (month - 1)`, a day the number of
 * days since 1970-01-01; both are plain integers, so windows are subtraction and nothing depends on
 * the clock or the locale of the machine.
 */
export type Month = number
export type Day = number

const MILLISECONDS_PER_DAY = 86_400_000
const MONTH_PATTERN = /^(\d{4})-(\d{2})$/
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Month from a year and a month 1 to 12. */
export function monthOf(year: number, month: number): Month {
  return year * 12 + (month - 1)
}

/** `YYYY-MM` to a month; undefined when the text is not a month of the calendar ("2023-13"). */
export function parseMonth(text: string): Month | undefined {
  const match = MONTH_PATTERN.exec(text)
  if (!match) return undefined
  const month = Number(match[2])
  return month >= 1 && month <= 12 ? monthOf(Number(match[1]), month) : undefined
}

/** A month as `YYYY-MM`. */
export function formatMonth(month: Month): string {
  const year = Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}`
}

/** Day number of a calendar date; undefined when the date does not exist (2023-02-30). */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (year < 1000 || year > 9999) return undefined
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? time / MILLISECONDS_PER_DAY : undefined
}

/** `YYYY-MM-DD` to a day; undefined when the text is not a date of the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = DAY_PATTERN.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10)
}

/** The same date so many years later; 29 February becomes the 28th where the year has none. */
export function yearsAfter(day: Day, years: number): Day {
  const month = monthOfDay(day) + years * 12
  const dayOfMonth = day - firstDayOf(monthOfDay(day))
  return Math.min(firstDayOf(month) + dayOfMonth, firstDayOf(month + 1) - 1)
}

/** The calendar month that holds a day. */
export function monthOfDay(day: Day): Month {
  const date = new Date(day * MILLISECONDS_PER_DAY)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  const year = Math.floor(month / 12)
  return Date.UTC(year, month - year * 12, 1) / MILLISECONDS_PER_DAY
}

/** The same day a month earlier; the last day of that month where it is shorter. */
export function oneMonthBefore(day: Day): Day {
  const month = monthOfDay(day)
  const sameDay = firstDayOf(month - 1) + day - firstDayOf(month)
  return Math.min(sameDay, firstDayOf(month) - 1)
}

/** The last full calendar month before a score date (SCORING.md "Terms": D = 2023-12-15 → 2023-11). */
export function usageMonthOf(scoreDate: Day): Month {
  return monthOfDay(scoreDate) - 1
}
