import type { ChangeCause, Changes } from '../../shared/changes'
import type { ReportLanguage } from './language'
import type { CauseWords } from './locales/changes.en'

/** The sentence that says what a cause is, without its full stop. */
export function causeText(cause: ChangeCause, changes: Changes, language: ReportLanguage): string {
  return language.text.causes[cause.kind](cause, causeWords(cause, changes, language))
}

function causeWords(
  cause: ChangeCause,
  { from, to }: Changes,
  language: ReportLanguage,
): CauseWords {
  const { text, date, count, whole } = language
  const dataless = cause.before === null ? from.asOf : to.asOf
  const day = cause.kind === 'data' ? dataless : cause.date
  return {
    name: cause.subject?.name ?? cause.subject?.id ?? text.metric.unnamed,
    bound: boundText(cause, language),
    before: amountText(cause, cause.before, language),
    after: amountText(cause, cause.after, language),
    step: cause.step === null ? '' : text.people.step(cause.step),
    certification: cause.certification ?? '',
    date: day === null ? '' : date(day),
    count: count(cause.count),
    edition: to.edition,
    earlier: from.edition,
    threshold: cause.threshold === null ? '' : whole(cause.threshold),
  }
}

function boundText({ unit, threshold, activeShare }: ChangeCause, language: ReportLanguage) {
  const words = language.text.breakdown
  if (unit === 'usd') return language.usd(threshold)
  const seats = language.count(threshold)
  return activeShare === null
    ? words.seats(seats)
    : words.activeSeats(seats, language.share(activeShare))
}

/** Cents where a whole dollar would hide them; people and points as they are. */
function amountText({ unit }: ChangeCause, value: number | null, language: ReportLanguage): string {
  if (value === null) return language.text.noData
  if (unit === 'usd')
    return Number.isInteger(value) ? language.usd(value) : language.usdCents(value)
  return unit === 'user' || unit === 'seat'
    ? language.text.breakdown.users(language.count(value))
    : language.whole(value)
}

/** Metric and stream or step of a cause: "Net customer adds, Azure"; empty for what is everywhere. */
export function causePlace(cause: ChangeCause, { text }: ReportLanguage): string {
  const { metric, stream, step } = cause
  const part = stream === null ? step && text.people.step(step) : text.streams[stream]
  return [metric && text.metricNames[metric], part].filter(Boolean).join(', ')
}

/** What the change comes to, in one line. */
export function changeTitle(changes: Changes, { text, points, date }: ReportLanguage): string {
  const words = text.breakdown
  const { from, to, difference, differenceShown } = changes
  if (to.total === null) return words.unknownNow
  if (difference === null || differenceShown === null) return words.unknown(date(from.asOf))
  if (difference === 0) return words.level(date(from.asOf))
  const tell = difference > 0 ? words.up : words.down
  const told = tell(points(Math.abs(differenceShown)), date(from.asOf))
  // A change that missing months make is not the partner's doing, and the title says so.
  return changes.causes.some(({ kind }) => kind === 'data') ? words.withGaps(told) : told
}

/** The first sentence below that title; undefined where there is nothing to compare with. */
export function changeLead(changes: Changes, language: ReportLanguage): string | undefined {
  const { points, text, date } = language
  const { from, to, difference, causes } = changes
  if (to.total === null) return text.breakdown.leadUnknownNow(date(to.asOf))
  if (difference === null) return undefined
  const [largest] = causes
  if (!largest) return text.breakdown.leadLevel(points(to.totalShown))
  return text.breakdown.lead(
    points(from.totalShown),
    points(to.totalShown),
    causeText(largest, changes, language),
  )
}
