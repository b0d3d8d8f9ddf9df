import { allMetricIds, metricIds, type MetricId } from '../../shared/score'
import type { DaySpan, Trend, TrendPoint } from '../../shared/trend'

const columns: Readonly<Record<MetricId, string>> = {
  'net-customer-adds': 'adds',
  'intermediate-certifications': 'certs',
  'advanced-certifications': 'advanced',
  deployments: 'deploy',
  'usage-growth': 'growth',
}
const WIDTH = 9

/** A line a month under its heads: the metrics that every edition has, and those that a point has. */
export function pointTable<Point extends TrendPoint>(
  points: readonly Point[],
  below: (point: Point) => readonly string[] = () => [],
): string[] {
  const known: readonly MetricId[] = metricIds
  const metrics = allMetricIds.filter(
    (id) =>
      known.includes(id) ||
      points.some((point) => point.metrics.some((metric) => metric.id === id)),
  )
  const heads = ['total', ...metrics.map((id) => columns[id])]
    .map((head) => head.padStart(WIDTH))
    .join('')
  return [
    `${'on'.padEnd(10)}${heads}`,
    ...points.flatMap((point) => [...pointLines(point, metrics), ...below(point)]),
  ]
}

/** A trend for a terminal, a line a month. Values are those that may be shown. */
export function trendTable(client: string, trend: Trend): string {
  const lines = [
    `${client}, ${trend.from} to ${trend.to}, ${String(trend.threshold)} of ${String(trend.max)} points decide`,
    '',
    ...pointTable(trend.points),
    '',
    eligibilityLine(trend),
    '  An estimate from exported data; the authoritative score is the one shown in Microsoft Partner Center.',
  ]
  return `${lines.join('\n')}\n`
}

function pointLines(point: TrendPoint, ids: readonly MetricId[]): string[] {
  const metrics = ids.map((id) =>
    points(point.metrics.find((metric) => metric.id === id)?.pointsShown ?? null),
  )
  const verdict = point.total === null ? '' : point.attained ? '   attained' : '   not attained'
  const gaps =
    point.monthsMissing === 0
      ? ''
      : `   ${String(point.monthsMissing)} compared months not imported`
  const line = `${point.asOf}${[points(point.totalShown), ...metrics].join('')}${verdict}${gaps}`
  return point.rulesChanged ? [`  rules change: ${point.edition}`, line] : [line]
}

function points(value: number | null): string {
  return (value === null ? 'no data' : value.toFixed(1)).padStart(WIDTH)
}

function eligibilityLine({ eligibility }: Trend): string {
  const { from, to, qualifies, qualifyingDays, spans, complete } = eligibility
  const window = `Eligibility window ${from} to ${to}`
  if (!qualifies) return `${window}: the rules were met on no day.`
  const days = qualifyingDays === 1 ? '1 day' : `${String(qualifyingDays)} days`
  return `${window}: the rules were met on ${days} (${spans.map(spanText).join(', ')}).${complete ? '' : ' Some of them rest on months that were not imported.'}`
}

function spanText({ from, to }: DaySpan): string {
  return from === to ? from : `${from} to ${to}`
}
