import type { MetricId, MetricScore, Score } from '../../shared/score'
import type { Plan } from '../../shared/plan'
import type { ReportLanguage } from './language'
import { missingText } from './plan'

/** Metrics below their minimum, those without data apart: nothing is known of them (SCORING.md, Attainment). */
export function shortMetrics(metrics: readonly MetricScore[]): {
  readonly missed: readonly MetricId[]
  readonly lacking: readonly MetricId[]
} {
  const unmet = metrics.filter(({ minimumMet }) => !minimumMet)
  return {
    missed: unmet.filter(({ status }) => status === 'scored').map(({ id }) => id),
    lacking: unmet.filter(({ status }) => status === 'no-data').map(({ id }) => id),
  }
}

/**
 * The title of the summary: what the score comes to, in one line. A total that reaches the threshold
 * is never told as a success while a minimum fails.
 */
export function headline(score: Score, language: ReportLanguage, plan?: Plan): string {
  const { text, points, whole, date } = language
  const words = text.headline
  if (score.total === null) return words.noData(date(score.asOf))
  const total = points(score.totalShown)
  if (score.attained) return words.attained(total, score.metrics.length)
  const { missed, lacking } = shortMetrics(score.metrics)
  const [step, ...more] = plan?.ways[0]?.steps ?? []
  if (plan && step && more.length === 0 && lacking.length === 0) {
    const missing = missingText(plan, step, language)
    return score.thresholdMet
      ? words.butOne(total, missed, missing)
      : words.one(total, missing, whole(score.threshold), missed)
  }
  if (score.thresholdMet) {
    return missed.length > 0 ? words.butMisses(total, missed) : words.butLacks(total, lacking)
  }
  const below = words.short(total, points(gapShown(score)), whole(score.threshold))
  if (missed.length > 0) return below + words.andMisses(missed)
  return lacking.length > 0 ? below + words.andLacks(lacking) : below
}

/** What is missing to the threshold, so that it and the shown total add up to it. */
function gapShown({ threshold, totalShown }: Score): number {
  return Math.round((threshold - (totalShown ?? 0)) * 10) / 10
}

/** The title of a metric's page. */
export function metricTitle(metric: MetricScore, { text, points, whole }: ReportLanguage): string {
  const name = text.metricNames[metric.id]
  return metric.status === 'no-data'
    ? text.metric.titleNoData(name)
    : text.metric.title(name, points(metric.pointsShown), whole(metric.max))
}

/** One of the two conditions, or a minimum: met, missed, or unknown for want of data. */
export type Standing = 'met' | 'missed' | 'no-data'

export function minimumStanding(metric: MetricScore): Standing {
  if (metric.minimumMet) return 'met'
  return metric.status === 'no-data' ? 'no-data' : 'missed'
}

export function thresholdStanding(score: Score): Standing {
  if (score.total === null) return 'no-data'
  return score.thresholdMet ? 'met' : 'missed'
}

/** Missed as soon as one is; unknown only when nothing but data is missing. */
export function minimumsStanding(score: Score): Standing {
  if (score.minimumsMet) return 'met'
  return shortMetrics(score.metrics).missed.length > 0 ? 'missed' : 'no-data'
}

/** The word that stands beside the sign of a standing. */
export function standingWord(standing: Standing, { text }: ReportLanguage): string {
  return standing === 'no-data' ? text.state.noData : text.state[standing]
}
