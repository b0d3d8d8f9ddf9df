import type { ChartConfiguration } from 'chart.js'
import type { MetricId, Score } from '../../shared/score'
import { axisOptions } from './axis-options'
import type { ChartColours } from './colours'

export interface PointsRow {
  readonly id: MetricId
  readonly azure: number
  readonly m365: number
  readonly people: number
  /** What is left to the maximum; 0 where nothing is known, so that no bar claims room. */
  readonly open: number
  readonly shown: number | null
  readonly max: number
}

export interface PointsWords {
  readonly metric: (id: MetricId) => string
  readonly azure: string
  readonly m365: string
  readonly people: string
  readonly open: string
}

/**
 * The points of a score by metric and stream. Streams that together pass the metric's maximum are
 * cut in their order, as the metric itself is, so that no bar is longer than its points.
 */
export function pointsRows(score: Score): PointsRow[] {
  return score.metrics.map(({ id, points, pointsShown, max, streams }) => {
    const of = (name: string) =>
      Math.max(0, streams?.find((stream) => stream.id === name)?.points ?? 0)
    const azure = Math.min(points ?? 0, of('azure'))
    const m365 = streams ? (points ?? 0) - azure : 0
    const people = streams ? 0 : (points ?? 0)
    return {
      id,
      azure,
      m365,
      people,
      open: points === null ? 0 : max - points,
      shown: pointsShown,
      max,
    }
  })
}

/** Horizontal bars: what each metric has, and in outline what it could still have. */
export function pointsByMetric(
  rows: readonly PointsRow[],
  words: PointsWords,
  colours: ChartColours,
): ChartConfiguration<'bar'> {
  const series = (
    label: string,
    key: 'azure' | 'm365' | 'people' | 'open',
    background: ChartColours['solid'],
  ) => ({
    label,
    data: rows.map((row) => row[key]),
    backgroundColor: background,
    borderColor: key === 'open' ? colours.control : colours.accent,
    borderWidth: 1,
    barThickness: 16,
  })
  const all = [
    series(words.azure, 'azure', colours.solid),
    series(words.m365, 'm365', colours.hatched),
    series(words.people, 'people', colours.dotted),
    series(words.open, 'open', 'transparent'),
  ]
  return {
    type: 'bar',
    data: { labels: rows.map((row) => words.metric(row.id)), datasets: all },
    options: axisOptions(colours, { stacked: true, max: Math.max(...rows.map((row) => row.max)) }),
  }
}
