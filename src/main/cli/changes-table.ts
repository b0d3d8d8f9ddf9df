import type { ChangeCause, Changes, ChangeSide } from '../../shared/changes'
import type { StreamId } from '../../shared/score'
import { titles } from './score-table'

const streams: Readonly<Record<StreamId, string>> = { azure: 'Azure', m365: 'Microsoft 365' }

/** What changed since an earlier date, for a terminal: a line a cause, the largest effect first. */
export function changesTable(changes: Changes): string {
  const { from, to, differenceShown, causes } = changes
  const change = differenceShown === null ? '' : `, ${signed(differenceShown)}`
  const lines = [
    `Since ${from.asOf}: ${shown(from)} then, ${shown(to)} now${change}`,
    ...causeLines(changes),
    ...(causes.length === 0 ? ['  nothing changed'] : []),
    ...gaps(from),
  ]
  return `${lines.join('\n')}\n`
}

/** A line a cause with its effect in points. */
export function causeLines(changes: Changes): string[] {
  return changes.causes.map(
    (cause) => `${signed(cause.effectShown).padStart(8)}  ${causeText(cause, changes)}`,
  )
}

function gaps({ asOf, monthsMissing }: ChangeSide): string[] {
  if (monthsMissing === 0) return []
  return [`  note: ${String(monthsMissing)} months that ${asOf} compares were not imported.`]
}

function shown({ totalShown }: ChangeSide): string {
  return totalShown === null ? 'no data' : totalShown.toFixed(1)
}

function signed(points: number): string {
  return points > 0 ? `+${points.toFixed(1)}` : points.toFixed(1)
}

function causeText(cause: ChangeCause, changes: Changes): string {
  const { metric, stream, count } = cause
  if (metric === null) return count === 1 ? '1 other cause' : `${String(count)} other causes`
  const place = stream === null ? titles[metric] : `${titles[metric]}, ${streams[stream]}`
  return `${place}: ${words[cause.kind](cause, changes)}`
}

const words: Readonly<
  Record<ChangeCause['kind'], (cause: ChangeCause, changes: Changes) => string>
> = {
  'customer-gained': (cause) => `${whom(cause)} counts${yearAgo(cause)} (${amounts(cause)})`,
  'customer-lost': (cause) =>
    `${whom(cause)} no longer counts${yearAgo(cause)} (${amounts(cause)})`,
  'usage-grew': (cause) => `${whom(cause)} has more${yearAgo(cause)} (${amounts(cause)})`,
  'usage-shrank': (cause) => `${whom(cause)} has less${yearAgo(cause)} (${amounts(cause)})`,
  'person-gained': (cause) => `${whom(cause)} counts in ${cause.step ?? ''} (${why(cause)})`,
  'person-lost': (cause) =>
    `${whom(cause)} no longer counts in ${cause.step ?? ''} (${why(cause)})`,
  'gate-met': (cause) => `${cause.step ?? ''} is met now (${people(cause)})`,
  'gate-lost': (cause) => `${cause.step ?? ''} is no longer met (${people(cause)})`,
  data: (cause) =>
    `no data${yearAgo(cause)} on the ${cause.before === null ? 'earlier' : 'later'} date`,
  baseline: ({ threshold }) => `the baseline of ${String(threshold)} a year ago decides`,
  steps: () => 'parts of a growth step that do not count',
  floor: ({ effect }) => `${effect > 0 ? 'more' : 'less'} is lifted to 0`,
  cap: ({ effect, threshold }) =>
    `${effect > 0 ? 'less' : 'more'} is cut above ${String(threshold)} points`,
  rules: (_cause, { from, to }) => `${to.edition} instead of ${from.edition}`,
  other: () => '',
}

function whom({ subject }: ChangeCause): string {
  return subject?.name ?? subject?.id ?? ''
}

function yearAgo({ window }: ChangeCause): string {
  return window === 'previous' ? ' in the window of a year ago' : ''
}

function amounts({ unit, before, after, beforeActive, afterActive }: ChangeCause): string {
  if (unit === 'usd') return `USD ${(before ?? 0).toFixed(2)} to ${(after ?? 0).toFixed(2)}`
  const change = `${String(before)} to ${String(after)} ${unit ?? ''}s`
  return beforeActive === null
    ? change
    : `${change}, active ${String(beforeActive)} to ${String(afterActive)}`
}

function why({ certification, reason, date }: ChangeCause): string {
  return `${certification ?? ''} ${reason ?? ''} ${date ?? ''}`.trim()
}

function people({ before, after, threshold }: ChangeCause): string {
  return `${String(before)} to ${String(after)} of ${String(threshold)} people`
}
