import type { MetricId } from '../../shared/score'

/**
 * The four metrics of the security designation, in the order of every list (CLI.md "score --json"):
 * what is shown until a score says which metrics its edition has.
 */
export const metricOrder: readonly MetricId[] = [
  'net-customer-adds',
  'intermediate-certifications',
  'deployments',
  'usage-growth',
]

/** Every metric that an edition may have. The window loads no schema, so the list stands here again. */
export const knownMetrics: readonly MetricId[] = [...metricOrder, 'advanced-certifications']

export function isMetricId(text: unknown): text is MetricId {
  return knownMetrics.some((id) => id === text)
}
