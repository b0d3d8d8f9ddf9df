import {
  firstDayOf,
  formatDay,
  formatMonth,
  monthOfDay,
  usageMonthOf,
  type Day,
  type Month,
} from '../../shared/calendar'
import type { Forecast, UsageAssumption } from '../../shared/forecast'
import type { Readings } from '../../shared/score'
import { changesBetween } from './changes'
import { bestTrack, type PreparedFacts } from './engine'
import type { MonthRows } from './month-rows'
import { projected } from './projection'
import type { NonEmpty } from './tracks'
import { trendOf, type PreparedOn } from './trend'

export interface ForecastOptions {
  /** The date from which to look ahead. */
  readonly asOf: Day
  /** How many first days of a month after it. */
  readonly months: number
  readonly usage: UsageAssumption
  readonly readings: Partial<Readings>
  /** Causes listed a month at most; those beyond are one cause `other`. */
  readonly limit: number
}

/**
 * The score on the first day of each of the next months if nothing is done, each under the edition of
 * its own day, and why it differs from the one before: months that leave the trailing year,
 * certifications that expire or retire, other rules. What is not in the data yet is assumed, see
 * {@link projected}; a date that already compares a missing month is scored with the assumption too.
 * Before rounding the effects of a month's causes add up exactly to its difference.
 */
export function forecastOf(on: PreparedOn, options: ForecastOptions): Forecast {
  const { asOf, months, usage, readings, limit } = options
  const first = monthOfDay(asOf)
  const ahead = projectedOn(on, usageMonthOf(firstDayOf(first + months)), usage)
  const deciding = (day: Day) => bestTrack(ahead(day), day, readings).prepared
  const trend = trendOf(ahead, { from: first + 1, to: first + months, readings })
  const [{ edition, usage: known }] = on(asOf)
  return {
    asOf: formatDay(asOf),
    attained: bestTrack(ahead(asOf), asOf, readings).score.attained,
    usage,
    newestMonths: { azure: newestOf(known.azure.months), m365: newestOf(known.m365.months) },
    max: edition.metrics.reduce((sum, { max }) => sum + max, 0),
    threshold: edition.threshold,
    readings,
    points: trend.map((point, index) => {
      const to = firstDayOf(first + 1 + index)
      const from = index === 0 ? asOf : firstDayOf(first + index)
      const dates = { from, to, readings, limit }
      const changes = changesBetween(deciding(from), deciding(to), dates)
      return { ...point, rulesChanged: changes.rulesChanged, changes }
    }),
  }
}

/** The facts of each day carried on to a month; each edition's once. */
function projectedOn(on: PreparedOn, until: Month, usage: UsageAssumption): PreparedOn {
  const kept = new Map<PreparedFacts, PreparedFacts>()
  const ahead = (prepared: PreparedFacts): PreparedFacts => {
    const made = kept.get(prepared) ?? projected(prepared, until, usage)
    kept.set(prepared, made)
    return made
  }
  return (day): NonEmpty<PreparedFacts> => {
    const [first, ...others] = on(day)
    return [ahead(first), ...others.map(ahead)]
  }
}

function newestOf({ months }: MonthRows): string | null {
  const newest = months.at(-1)
  return newest === undefined ? null : formatMonth(newest)
}
