const SECONDS_PER_DAY = 86_400
const MILLISECONDS_PER_SECOND = 1000
/** Day 0 of the calendar of 1900, which counts a 29th of February of that year. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
/** From here on that day no longer matters; no report reaches further back. */
const FIRST_CERTAIN_DAY = 61
/** 31 December 9999. */
const LAST_DAY = 2_958_465
/** Days between the two calendars of Excel. */
export const DAYS_TO_1904 = 1462

/**
 * The date that Excel shows for a number (FILES.md, Reading), as 2023-11-01 or, with a time of day,
 * 2023-11-01T08:30:00; undefined outside of the years that Excel knows. Seconds are rounded as Excel
 * does, for a third of a day is not a whole binary fraction.
 */
export function dateOfSerial(serial: number, date1904: boolean): string | undefined {
  const days = date1904 ? serial + DAYS_TO_1904 : serial
  if (!(days >= FIRST_CERTAIN_DAY && days < LAST_DAY + 1)) return undefined
  const seconds = Math.round(days * SECONDS_PER_DAY)
  const text = new Date(EPOCH_1900 + seconds * MILLISECONDS_PER_SECOND).toISOString()
  return text.slice(0, seconds % SECONDS_PER_DAY === 0 ? 10 : 19)
}
