import type { ReportModel } from '../../shared/report'
import type { Readings, StepDetail, StreamDetail } from '../../shared/score'
import { amount } from './formulas'
import type { ReportLanguage } from './language'

type MetricPart = ReportModel['metrics'][number]

/**
 * What the next point of a metric takes, a sentence for each way to it (PRODUCT.md "The report").
 * Nothing is promised where it would not be given: at the maximum, behind a gate that is not met, or
 * in a stream that has a decline to make good first. Empty where nothing is known.
 */
export function nextPoint(
  { metric, streams, steps }: MetricPart,
  { streamFloor }: Pick<Readings, 'streamFloor'>,
  language: ReportLanguage,
): string[] {
  const words = language.text.next
  if (metric.points === null) return []
  if (metric.points >= metric.max) return [words.saturated]
  if (streams.length === 0) return stepSentences(steps, language)
  // Under the other reading one stream's decline eats the other's growth, and no stream speaks alone.
  if (streamFloor !== 'each') return []
  return streams.flatMap((stream) => streamSentence(stream, language))
}

function streamSentence(stream: StreamDetail, language: ReportLanguage): string[] {
  const { id, unit, delta, rate, counting } = stream
  // A share of a year ago has no fixed worth of a dollar or seat.
  if (delta === null || counting?.kind === 'percent') return []
  const { text } = language
  const words = text.next
  const name = text.streams[id]
  const step = words.step[unit](amount(unit, rate.per, language))
  if (delta >= 0) return [words.gives(name, step, rate.points)]
  return [
    words.declineFirst(name, words.amount[unit](amount(unit, -delta, language)), step, rate.points),
  ]
}

function stepSentences(steps: readonly StepDetail[], { text }: ReportLanguage): string[] {
  const missed = steps.filter(({ met }) => met === false)
  if (missed.length > 0) {
    return missed.map(({ id, people, required = 0 }) =>
      text.next.gate(text.people.step(id), required - people),
    )
  }
  return steps.flatMap(({ id, pointsPerPerson }) =>
    pointsPerPerson === null ? [] : text.next.person(text.people.step(id), pointsPerPerson),
  )
}
