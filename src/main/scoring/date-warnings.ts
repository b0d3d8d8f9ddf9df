import { formatDay, formatMonth, usageMonthOf, type Day, type Month } from '../../shared/calendar'
import type { Readings, ScoreWarning, StreamId } from '../../shared/score'
import type { Edition } from '../rules/edition-schema'
import { isBuiltIn } from '../rules/registry'
import { streamsOf, type UsageMatrices } from './stream-rules'
import { MONTHS_BACK, TRAILING_MONTHS } from './customers'
import { comparedMonth } from './usage-metrics'
import { listed, streamNames } from './wording'

/** What a reader of a score has to know about its date and its data. Names are warned about where they are judged. */
export function dateWarnings(
  edition: Edition,
  usage: UsageMatrices,
  asOf: Day,
  { currentMonth }: Readings,
): ScoreWarning[] {
  return [
    ...editionWarnings(edition, asOf),
    ...streamsOf(edition).flatMap((stream) =>
      monthWarnings(stream, usage[stream].months.months, asOf, currentMonth),
    ),
  ]
}

/** What has to be known about the rules of a score, whatever its data. */
export function editionWarnings(edition: Edition, asOf: Day): ScoreWarning[] {
  return [...customWarnings(edition), ...validityWarnings(edition, asOf)]
}

/** Rules that did not come with the product. */
function customWarnings({ id, source }: Edition): ScoreWarning[] {
  if (isBuiltIn(id)) return []
  return [
    {
      code: 'edition-custom',
      message: `Edition ${id} is custom: its rules were added by a user, after "${source.title}" (${source.publisher}), and have not been checked by the makers of Seventy.`,
      count: 1,
    },
  ]
}

function validityWarnings({ id, validFrom, validTo }: Edition, asOf: Day): ScoreWarning[] {
  const date = formatDay(asOf)
  if (date >= validFrom && (validTo === null || date <= validTo)) return []
  const validity = validTo === null ? `dates from ${validFrom} on` : `${validFrom} to ${validTo}`
  return [
    {
      code: 'edition-not-seen',
      message: `The rules of edition ${id} are known for ${validity}. On ${date} other rules may hold; this score applies the edition as it is.`,
      count: 1,
    },
  ]
}

function monthWarnings(
  stream: StreamId,
  months: readonly Month[],
  asOf: Day,
  currentMonth: Readings['currentMonth'],
): ScoreWarning[] {
  const usageMonth = usageMonthOf(asOf)
  const compared = comparedMonth(months, usageMonth, currentMonth)
  return [
    ...(compared === usageMonth ? [] : [usageMonthMissing(stream, months, usageMonth, compared)]),
    ...(compared === null ? [] : gaps(stream, months, compared)),
  ]
}

/** The newest month of the data is in `names`. */
function usageMonthMissing(
  stream: StreamId,
  months: readonly Month[],
  usageMonth: Month,
  compared: Month | null,
): ScoreWarning {
  const newest = months.at(-1)
  const consequence =
    compared === null
      ? `so the ${streamNames[stream]} stream has no data.`
      : `so ${formatMonth(compared)} takes its place.`
  const known =
    newest === undefined
      ? `No ${streamNames[stream]} usage was imported`
      : `${streamNames[stream]} usage of ${formatMonth(usageMonth)} is not in the data, whose newest month is ${formatMonth(newest)}`
  return {
    code: 'usage-month-missing',
    message: `${known}, ${consequence}`,
    count: 1,
    names: newest === undefined ? [] : [formatMonth(newest)],
    stream,
  }
}

/** Months inside the compared windows that are not in the data; they are computed as months without usage. */
function gaps(stream: StreamId, months: readonly Month[], compared: Month): ScoreWarning[] {
  const missing = comparedMonths(stream, compared)
    .filter((month) => !months.includes(month))
    .map(formatMonth)
  if (missing.length === 0) return []
  return [
    {
      code: 'months-missing',
      message: `${streamNames[stream]} usage of ${listed(missing)} is not in the data and was taken as none, so the comparison with a year ago may be wrong.`,
      count: missing.length,
      names: missing,
      stream,
    },
  ]
}

/** Ascending. Azure compares two trailing years, Microsoft 365 two months. */
function comparedMonths(stream: StreamId, compared: Month): Month[] {
  if (stream === 'm365') return [compared - MONTHS_BACK, compared]
  const span = TRAILING_MONTHS + MONTHS_BACK
  return Array.from({ length: span }, (_, index) => compared - span + 1 + index)
}
