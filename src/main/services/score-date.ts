import { firstDayOf, formatDay, usageMonthOf, type Day, type Month } from '../../shared/calendar'

/**
 * The date a window shows the score for when nobody chose one: today while the data reaches today's
 * usage month, else the first day on which the newest month of the data is the usage month. So a
 * client whose download is older sees the last score that can be computed, with its date, instead
 * of four times "no data". The command line does not guess: it takes `--as-of` or today.
 */
export function defaultScoreDate(newestMonth: Month | null, today: Day): Day {
  if (newestMonth === null || newestMonth >= usageMonthOf(today)) return today
  return firstDayOf(newestMonth + 1)
}

/** The same as text. */
export function defaultScoreDateText(newestMonth: Month | null, today: Day): string {
  return formatDay(defaultScoreDate(newestMonth, today))
}
