import type { CauseId, LeftOut } from '../../shared/explanation'
import type { ReportModel } from '../../shared/report'
import type { StreamDetail } from '../../shared/score'
import { customerUnit } from './customers'
import type { ReportLanguage } from './language'

/** One line of the account of a stream's rows. */
export interface LeftOutRow {
  readonly label: string
  readonly rows: string
  /** What the rows add up to in the two compared windows; a dash where they lie in neither. */
  readonly now: string
  readonly before: string
}

export interface LeftOutAccount {
  readonly counted: LeftOutRow
  readonly causes: readonly LeftOutRow[]
  readonly total: string
}

interface Sum {
  rows: number
  now: number | null
  before: number | null
}

/**
 * What became of all rows of a stream: those that count, the causes of those that do not, the most
 * rows first, and of what is beyond `limit` only how many. Undefined where nothing was imported.
 */
export function leftOutAccount(
  leftOut: LeftOut,
  stream: StreamDetail,
  limit: number,
  language: ReportLanguage,
): LeftOutAccount | undefined {
  if (leftOut.rows === 0) return undefined
  const { count, text } = language
  const causes = new Map<CauseId, Sum>()
  for (const { cause, ...tally } of leftOut.causes)
    causes.set(cause, added(causes.get(cause), tally))
  const sorted = [...causes].toSorted(
    ([a, first], [b, second]) => second.rows - first.rows || (a < b ? -1 : 1),
  )
  const kept = sorted.length > limit ? sorted.slice(0, limit - 1) : sorted
  const rest = sorted.slice(kept.length)
  const row = (label: string, sum: Sum) => rowOf(label, sum, stream, language)
  return {
    counted: row(
      text.leftOut.counted,
      leftOut.counted.reduce<Sum>(added, { rows: 0, now: null, before: null }),
    ),
    causes: [
      ...kept.map(([cause, sum]) => row(text.leftOut.causes[cause], sum)),
      ...(rest.length === 0
        ? []
        : [row(text.leftOut.smaller(rest.length), rest.map(([, sum]) => sum).reduce(together))]),
    ],
    total: count(leftOut.rows),
  }
}

function added(
  sum: Sum = { rows: 0, now: null, before: null },
  tally: LeftOut['counted'][number],
): Sum {
  return {
    rows: sum.rows + tally.rows,
    now: tally.window === 'current' ? (sum.now ?? 0) + tally.amount : sum.now,
    before: tally.window === 'previous' ? (sum.before ?? 0) + tally.amount : sum.before,
  }
}

function together(a: Sum, b: Sum): Sum {
  const sum = (x: number | null, y: number | null) =>
    x === null && y === null ? null : (x ?? 0) + (y ?? 0)
  return { rows: a.rows + b.rows, now: sum(a.now, b.now), before: sum(a.before, b.before) }
}

function rowOf(
  label: string,
  sum: Sum,
  stream: StreamDetail,
  language: ReportLanguage,
): LeftOutRow {
  const { count, text } = language
  const dash = text.breakdown.none
  const amount = (value: number | null) =>
    value === null ? dash : amountOf(stream, value, language)
  return { label, rows: count(sum.rows), now: amount(sum.now), before: amount(sum.before) }
}

function amountOf(stream: StreamDetail, value: number, { usd, count }: ReportLanguage): string {
  return customerUnit(stream) === 'usd' ? usd(value) : count(value)
}

/** What usage needs to count, by stream, in the words of the edition. */
export function needsSentences(
  { counting }: ReportModel['edition'],
  { text }: ReportLanguage,
): { readonly azure: string; readonly m365: string } {
  const words = text.leftOut
  return {
    azure: words.azureNeeds(
      words.either(counting.azure.associations),
      counting.azure.excludedOffers,
    ),
    m365: words.m365Needs(words.either(counting.m365.associations)),
  }
}

/** Whose usage would count with the association that it lacks, a sentence for each stream that has any. */
export function unassociatedSentences(
  { streams, leftOut }: ReportModel['metrics'][number],
  limit: number,
  language: ReportLanguage,
): string[] {
  const { text, count } = language
  const words = text.leftOut
  return streams.flatMap((stream, index) => {
    const list = leftOut[index]?.withoutAssociation
    if (list === undefined || list.total === 0) return []
    const named = list.entries
      .slice(0, limit)
      .map(({ name, unassociated }) =>
        words.unassociatedOne(
          name ?? text.metric.unnamed,
          amountOf(stream, unassociated.amount, language),
        ),
      )
    const more = list.total - named.length
    const all = more > 0 ? [...named, words.andMore(count(more))] : named
    return [
      words.unassociated(
        text.streams[stream.id],
        text.joined(all),
        words.customers(count(list.total)),
      ),
    ]
  })
}

/** How many certifications of the edition's list do not count, by reason. */
export function certificationsLeftOut(
  { people }: ReportModel['metrics'][number],
  { text, count }: ReportLanguage,
): string[] {
  const words = text.leftOut
  const reasons = new Map<keyof typeof text.notCounting, number>()
  for (const { certifications } of people)
    for (const { reason } of certifications)
      if (reason !== 'counts') reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const told = [...reasons]
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([reason, number]) => words.certificationCause(count(number), text.notCounting[reason]))
  return [
    told.length === 0 ? words.nothing : words.certificationCauses(text.joined(told)),
    words.certifications,
  ]
}
