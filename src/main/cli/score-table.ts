import { metricTitles as titles } from '../../shared/metric-titles'
import type { MetricScore, Score } from '../../shared/score'

export { titles }

const NAME_WIDTH = 30

/** A score for a terminal. Values are those that may be shown (never rounded up to a threshold). */
export function scoreTable(client: string, score: Score): string {
  const lines = [
    `${client}, ${score.designation}, score date ${score.asOf}, usage month ${score.usageMonth}, edition ${score.edition}${score.custom ? ' (custom)' : ''}${score.track === null ? '' : `, ${score.track} track`}`,
    '',
    ...score.metrics.map(metricLine),
    `${'Total'.padEnd(NAME_WIDTH)}${shown(score.totalShown)} of ${String(score.max)}   ${verdict(score)}`,
    ...score.otherTracks.map(
      ({ track, totalShown, attained }) =>
        `  ${track} track: ${shown(totalShown).trim()}, ${attained ? 'attained' : 'not attained'}`,
    ),
    ...score.alternatives.map(
      ({ reading, value, totalShown, attained }) =>
        `  with ${reading}=${value}: ${shown(totalShown).trim()}, ${attained ? 'attained' : 'not attained'}`,
    ),
    ...(score.basis === 'typed-in'
      ? ['  note: From totals typed in by hand, not from files.']
      : []),
    ...score.warnings.map(({ message }) => `  note: ${message}`),
    '  An estimate from exported data; the authoritative score is the one shown in Microsoft Partner Center.',
  ]
  return `${lines.join('\n')}\n`
}

function metricLine(metric: MetricScore): string {
  const minimum =
    metric.status === 'no-data' ? '' : metric.minimumMet ? '   minimum met' : '   minimum missed'
  return `${titles[metric.id].padEnd(NAME_WIDTH)}${shown(metric.pointsShown)} of ${String(metric.max).padStart(3)}${minimum}`
}

function verdict(score: Score): string {
  if (score.total === null) return 'no data'
  if (score.attained) return 'attained'
  return score.thresholdMet
    ? 'not attained: a minimum is missed'
    : `not attained: ${String(score.threshold)} needed`
}

function shown(points: number | null): string {
  return points === null ? 'no data' : points.toFixed(1).padStart(7)
}
