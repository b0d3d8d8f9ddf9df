import type { MetricScore, StepDetail, StreamDetail } from '../../shared/score'
import { fractionOf, uncutPoints } from '../format/uncut-points'
import type { ReportLanguage } from './language'

/** A stream's formula with its numbers, and what had to be done to the result. */
export interface StreamFormula {
  readonly expression: string
  /** Why the points differ from what the expression gives; null where they do not. */
  readonly remark: string | null
}

/** A value of a stream in its own unit. */
export function amount(
  unit: StreamDetail['unit'],
  value: number | null,
  language: ReportLanguage,
): string {
  return unit === 'usd' ? language.usd(value) : language.count(value)
}

export function signedAmount(
  unit: StreamDetail['unit'],
  value: number | null,
  language: ReportLanguage,
): string {
  return unit === 'usd' ? language.signedUsd(value) : language.signedCount(value)
}

/** "(12 − 5) × 2" or "($52,300 − $39,800) ÷ $1,250"; undefined where the stream has no data. */
export function streamFormula(
  stream: StreamDetail,
  max: number,
  language: ReportLanguage,
): StreamFormula | undefined {
  const { unit, current, previous, rate } = stream
  if (current === null || previous === null) return undefined
  const difference = `(${amount(unit, current, language)} − ${amount(unit, previous, language)})`
  const { counting } = stream
  if (counting?.kind === 'percent')
    return {
      expression: `${difference} ÷ ${amount(unit, previous, language)} × 100${percentRate(counting.perPercent, rate.points)}`,
      remark:
        previous < counting.baseline
          ? language.text.metric.belowBaseline(amount(unit, counting.baseline, language))
          : streamRemark(stream, stream.max ?? max, language),
    }
  const divided = rate.per === 1 ? '' : ` ÷ ${amount(unit, rate.per, language)}`
  const times = rate.points === '1' && rate.per !== 1 ? '' : ` × ${rate.points}`
  return {
    expression: `${difference}${divided}${times}`,
    remark: streamRemark(stream, stream.max ?? max, language),
  }
}

function percentRate(perPercent: string, points: string): string {
  return `${perPercent === '1' ? '' : ` ÷ ${perPercent}`}${points === '1' ? '' : ` × ${points}`}`
}

/** Half of what one decimal can show; a larger difference was not made by rounding. */
const SHOWN = 0.05

function streamRemark(
  stream: StreamDetail,
  max: number,
  { text, points: shown }: ReportLanguage,
): string | null {
  const { points } = stream
  const raw = uncutPoints(stream)
  if (raw === null || points === null) return null
  if (Math.abs(raw - points) < SHOWN) return null
  const told = shown(Math.round(raw * 10) / 10)
  if (raw < 0 && points === 0) return text.metric.floored(told)
  return raw > max ? text.metric.capped(told) : text.metric.wholeSteps
}

/** "14.0 + 4.0", with the maximum where it cut the sum. */
export function sumFormula(metric: MetricScore, language: ReportLanguage): string {
  const parts = (metric.streams ?? []).filter(({ status }) => status === 'scored')
  const sum = parts.map(({ pointsShown }) => language.points(pointsShown)).join(' + ')
  const total = parts.reduce((all, { points }) => all + (points ?? 0), 0)
  const cut = total > metric.max + SHOWN
  return cut ? `${sum}, ${language.text.metric.atMost(language.whole(metric.max))}` : sum
}

/** "4 + 2 × 8": what met gates give and the people of every step that gives points, and why it gives none where its gates are not met. */
export function stepsFormula(
  steps: readonly StepDetail[],
  metric: MetricScore,
  { text, count, whole }: ReportLanguage,
): string {
  const gates = steps.flatMap(({ met, pointsWhenMet }) => (met && pointsWhenMet) || [])
  const paying = steps.filter(({ pointsPerPerson }) => pointsPerPerson !== null)
  const people = paying.map((step) =>
    text.people.times(count(step.people), step.pointsPerPerson ?? ''),
  )
  const sum = [...gates, ...people].join(' + ')
  const raw =
    gates.reduce((all, points) => all + fractionOf(points), 0) +
    paying.reduce((all, step) => all + step.people * fractionOf(step.pointsPerPerson ?? '0'), 0)
  if (steps.some(({ met }) => met === false)) return `${sum}, ${text.people.gatesFirst}`
  return raw > metric.max + SHOWN ? `${sum}, ${text.metric.atMost(whole(metric.max))}` : sum
}

/** What a stream counts or adds up, in words with the edition's numbers. */
export function streamRule(
  { id, unit, bounds, activeShare }: StreamDetail,
  language: ReportLanguage,
): string {
  const { rule } = language.text.metric
  if (bounds === null) return unit === 'usd' ? rule.growthUsd : rule.growthUsers
  const inside = rangeText(bounds, id === 'azure' ? language.usd : language.count, language)
  if (unit === 'usd') return rule.growthUsdInside(inside)
  if (unit === 'user') return rule.growthUsersInside(inside)
  if (id === 'azure') return rule.acr(inside)
  return activeShare === null
    ? rule.seats(inside)
    : rule.seatsActive(inside, language.share(activeShare))
}

/** "at least 25", "more than 300", "5 to 300". */
function rangeText(
  { atLeast, above, atMost, sticky }: NonNullable<StreamDetail['bounds']>,
  format: (value: number | null) => string,
  { text }: ReportLanguage,
): string {
  const { range } = text.metric
  const open = above === null ? range.atLeast(format(atLeast)) : range.above(format(above))
  if (atMost === null) return open
  const end = format(atMost)
  const words = above === null ? range.between(format(atLeast), end) : range.upTo(open, end)
  return sticky ? range.sticky(words) : words
}
