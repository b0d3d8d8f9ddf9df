import { parseDay } from '../shared/calendar'
import { SeventyError } from '../shared/errors'
import type { Clock } from './services/ports'

/**
 * The clock of the machine: today is the calendar date where the user is. `fixedToday`
 * (`YYYY-MM-DD`) stops it, for repeatable runs of a development build.
 */
export function systemClock(fixedToday?: string): Clock {
  if (fixedToday === undefined) return { today: localToday, now: () => new Date().toISOString() }
  const day = parseDay(fixedToday)
  if (day === undefined) {
    throw new SeventyError('usage', `"${fixedToday}" is not a date as YYYY-MM-DD.`, {
      value: fixedToday,
    })
  }
  return { today: () => day, now: () => `${fixedToday}T12:00:00.000Z` }
}

function localToday(): number {
  const now = new Date()
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000
}
