import {
  firstDayOf,
  formatDay,
  formatMonth,
  monthOfDay,
  usageMonthOf,
  type Day,
  type Month,
} from '../../shared/calendar'
import type { Readings } from '../../shared/score'
import type { DaySpan, Eligibility, TrendPoint } from '../../shared/trend'
import type { PreparedCertifications } from './certifications'
import { dateWarnings } from './date-warnings'
import { bestTrack, type PreparedFacts, type TrackScore } from './engine'
import { presented, presentMetric, shown } from './presentation'
import type { NonEmpty } from './tracks'

/** A partner's facts under the edition of a day, or under each of its tracks. */
export type PreparedOn = (day: Day) => NonEmpty<PreparedFacts>

/** Months before the current one that a partner may still qualify with (SCORING.md "Eligibility window"). */
const FULL_MONTHS = 5

/**
 * The score on the first day of every month from `from` to `to`, each under the edition of its own
 * day, of several tracks under the one with the higher total. Points come from the prepared matrices: a month costs window differences, not a pass over rows.
 */
export function trendOf(
  on: PreparedOn,
  { from, to, readings }: { from: Month; to: Month; readings: Partial<Readings> },
): TrendPoint[] {
  const points: TrendPoint[] = []
  for (let month = from; month <= to; month += 1) {
    const day = firstDayOf(month)
    const before = points.at(-1)
    const deciding = bestTrack(on(day), day, readings)
    points.push({
      ...pointOf(deciding),
      monthsMissing: monthsMissing(deciding),
      rulesChanged: before !== undefined && before.edition !== deciding.prepared.edition.id,
    })
  }
  return points
}

/** Months that the score of a day compares and that were never imported. */
export function monthsMissing({ prepared, score }: Pick<TrackScore, 'prepared' | 'score'>): number {
  return dateWarnings(prepared.edition, prepared.usage, score.asOf, score.readings)
    .filter(({ code }) => code === 'months-missing')
    .reduce((sum, { count }) => sum + count, 0)
}

function pointOf({
  prepared: { edition },
  score,
}: TrackScore): Omit<TrendPoint, 'rulesChanged' | 'monthsMissing'> {
  return {
    month: formatMonth(monthOfDay(score.asOf)),
    asOf: formatDay(score.asOf),
    usageMonth: formatMonth(usageMonthOf(score.asOf)),
    edition: edition.id,
    track: edition.track,
    total: presented(score.total),
    totalShown: shown(score.total, edition.threshold),
    thresholdMet: score.thresholdMet,
    minimumsMet: score.minimumsMet,
    attained: score.attained,
    metrics: score.metrics.map((metric) => {
      const { id, points, pointsShown, minimumMet, status } = presentMetric(edition, metric)
      return { id, points, pointsShown, minimumMet, status }
    }),
  }
}

/**
 * The window in which a partner that is not enrolled may qualify on `day`: its month up to that day,
 * and the five full months before (SCORING.md "Eligibility window"), with the days on which both
 * conditions held.
 */
export function eligibilityOn(
  on: PreparedOn,
  day: Day,
  readings: Partial<Readings>,
  anniversary?: number,
): Eligibility {
  const { from, to, month } = windowOf(day, anniversary)
  const knownTo = Math.min(day, to)
  const spans = qualifyingSpans(on, { from, to: knownTo, readings })
  return {
    from: formatDay(from),
    to: formatDay(to),
    ...(month === undefined
      ? {}
      : { renewal: { month: formatMonth(month), knownTo: formatDay(knownTo) } }),
    qualifies: spans.length > 0,
    qualifyingDays: spans.reduce((sum, span) => sum + span.to - span.from + 1, 0),
    spans: spans.map((span): DaySpan => ({ from: formatDay(span.from), to: formatDay(span.to) })),
    complete: monthStarts(spans).every(
      (start) => monthsMissing(bestTrack(on(start), start, readings)) === 0,
    ),
  }
}

/**
 * The window of a day. With an anniversary month (1 to 12) it is that of the next one, which may lie
 * ahead: the month as a whole and the five before.
 */
export function windowOf(
  day: Day,
  anniversary?: number,
): { readonly from: Day; readonly to: Day; readonly month?: Month } {
  const current = monthOfDay(day)
  if (anniversary === undefined) return { from: firstDayOf(current - FULL_MONTHS), to: day }
  const ofYear = Number(formatMonth(current).slice(5))
  const month = current + ((anniversary - ofYear + 12) % 12)
  return { from: firstDayOf(month - FULL_MONTHS), to: firstDayOf(month + 1) - 1, month }
}

/** The first days of the months that the spans touch: one usage month each. */
function monthStarts(spans: readonly Span[]): Day[] {
  const months = spans.flatMap(({ from, to }) => {
    const first = monthOfDay(from)
    return Array.from({ length: monthOfDay(to) - first + 1 }, (_each, index) => first + index)
  })
  return [...new Set(months)].map(firstDayOf)
}

interface Span {
  readonly from: Day
  readonly to: Day
}

/** Days in a row on which both conditions held. A score is computed only where one can change. */
export function qualifyingSpans(
  on: PreparedOn,
  { from, to, readings }: Span & { readonly readings: Partial<Readings> },
): Span[] {
  const spans: Span[] = []
  let attained = false
  for (let day = from; day <= to; day += 1) {
    if (day === from || mayChange(on, day)) {
      attained = bestTrack(on(day), day, readings).score.attained
    }
    if (!attained) continue
    const last = spans.at(-1)
    if (last?.to === day - 1) spans[spans.length - 1] = { from: last.from, to: day }
    else spans.push({ from: day, to: day })
  }
  return spans
}

/** A score differs from the day before when the month, the editions, or what somebody holds do. */
function mayChange(on: PreparedOn, day: Day): boolean {
  const tracks = on(day)
  const before = on(day - 1)
  return (
    day === firstDayOf(monthOfDay(day)) ||
    tracks.some((prepared, track) => prepared !== before[track]) ||
    tracks.some(({ certifications }) => holdingsChange(certifications, day))
  )
}

function holdingsChange({ people }: PreparedCertifications, day: Day): boolean {
  return people.some(({ held }) =>
    held.some(
      ({ fact, countsUntil }) =>
        fact.completed === day || fact.expires === day - 1 || countsUntil === day - 1,
    ),
  )
}
