import type { MetricId, StreamDetail } from '../../shared/score'
import type { ReportModel } from '../../shared/report'
import { largestDrop } from './customers'
import { amount, signedAmount } from './formulas'
import type { ReportLanguage } from './language'
import { minimumStanding, type Standing } from './messages'

type MetricPart = ReportModel['metrics'][number]

/** One line of "what drives it": a metric, its points, and the facts behind them. */
export interface Driver {
  readonly id: MetricId
  readonly standing: Standing
  readonly points: string
  readonly sentence: string
}

const urgency: readonly Standing[] = ['missed', 'no-data', 'met']

/** What drives the result: failed minimums first, then the metrics that leave most points on the table. */
export function drivers(model: ReportModel, language: ReportLanguage): Driver[] {
  return model.metrics
    .map((part) => ({ part, standing: minimumStanding(part.metric) }))
    .toSorted(
      (a, b) =>
        urgency.indexOf(a.standing) - urgency.indexOf(b.standing) ||
        missing(b.part) - missing(a.part),
    )
    .map(({ part, standing }) => ({
      id: part.metric.id,
      standing,
      points: metricPoints(part, language),
      sentence: metricSentence(part, language),
    }))
}

function metricPoints({ metric }: MetricPart, { text, points, whole }: ReportLanguage): string {
  if (metric.pointsShown === null) return text.noData
  return text.summary.pointsOf(points(metric.pointsShown), whole(metric.max))
}

function missing({ metric }: MetricPart): number {
  return metric.max - (metric.points ?? 0)
}

/** The facts of a metric in one sentence. */
export function metricSentence(part: MetricPart, language: ReportLanguage): string {
  const { text } = language
  if (part.metric.status === 'no-data' && part.streams.length === 0)
    return sentence([text.driver.noData])
  return part.streams.length > 0
    ? sentence(part.streams.map((stream) => streamClause(stream, language)))
    : sentence(stepClauses(part, language))
}

function streamClause(stream: StreamDetail, language: ReportLanguage): string {
  const { driver, streams } = language.text
  if (stream.status === 'no-data') return driver.streamNoData(streams[stream.id])
  const now = amount(stream.unit, stream.current, language)
  const before = amount(stream.unit, stream.previous, language)
  const change = signedAmount(stream.unit, stream.delta, language)
  if (stream.unit === 'usd') return driver.consumed(now, before, change)
  if (stream.unit === 'user') return driver.users(now, before, change)
  const what = stream.unit === 'customer' ? driver.customers : driver.deployments
  return driver.counted(now, before, what(streams[stream.id]))
}

function stepClauses({ steps }: MetricPart, { text }: ReportLanguage): string[] {
  const missed = steps.filter(({ met }) => met === false)
  if (missed.length > 0) {
    return [
      ...missed.map(({ id, people, required }) =>
        text.driver.gateMissed(text.people.step(id), people, required ?? 0),
      ),
      text.driver.noPoints,
    ]
  }
  const paid = steps.flatMap(({ people, pointsPerPerson }) =>
    pointsPerPerson === null ? [] : text.driver.people(people, pointsPerPerson),
  )
  // A pool has no gate to speak of.
  return steps.some(({ met }) => met) ? [...paid, text.driver.gatesMet] : paid
}

function sentence(clauses: readonly string[]): string {
  const joined = clauses.join('; ')
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`
}

/** The customer that cost most growth, as a sentence; undefined where none stands out. */
export function dropSentence(model: ReportModel, language: ReportLanguage): string | undefined {
  const drop = largestDrop(model.metrics.flatMap(({ streams }) => streams))
  if (!drop) return undefined
  const { stream, customer, points } = drop
  const { text } = language
  return text.summary.drop(
    customer.name ?? text.metric.unnamed,
    text.streams[stream.id],
    signedAmount(stream.unit, customer.current - customer.previous, language),
    language.points(Math.floor(points * 10) / 10),
  )
}
