import { allMetricIds, metricIds, type MetricId } from '../../shared/score'

/**
 * The four metrics of the security designation, in the order of every list (CLI.md "score --json"):
 * what is shown until a score says which metrics its edition has.
 */
export const metricOrder: readonly MetricId[] = metricIds

export function isMetricId(text: unknown): text is MetricId {
  return allMetricIds.some((id) => id === text)
}
