import type { MetricId } from '../../shared/score'

/** The four metrics in the order of every list (CLI.md "score --json"). */
export const metricOrder: readonly MetricId[] = [
  'net-customer-adds',
  'intermediate-certifications',
  'deployments',
  'usage-growth',
]

export function isMetricId(text: unknown): text is MetricId {
  return metricOrder.some((id) => id === text)
}
