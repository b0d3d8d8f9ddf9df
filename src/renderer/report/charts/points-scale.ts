import type { MetricScore } from '../../../shared/score'

/** What gave a part of a metric's points: a stream, or the people of the certifications. */
export type PointsSource = 'azure' | 'm365' | 'people'

export interface ScaleSegment {
  readonly source: PointsSource
  /** Share of the metric's maximum, 0 to 1. */
  readonly from: number
  readonly to: number
}

/** The points of a metric from 0 on, stream after stream; what lies above the metric's points is cut. */
export function scaleSegments({ points, max, streams }: MetricScore): ScaleSegment[] {
  if (points === null) return []
  const parts = streams?.map(({ id, points: part }) => ({ source: id, part: part ?? 0 })) ?? [
    { source: 'people' as const, part: points },
  ]
  const end = points / max
  return parts.reduce<ScaleSegment[]>((segments, { source, part }) => {
    const from = segments.at(-1)?.to ?? 0
    const to = Math.min(end, from + Math.max(0, part) / max)
    return to > from ? [...segments, { source, from, to }] : segments
  }, [])
}
