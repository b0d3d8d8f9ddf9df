import type { MetricId } from './score'

/** What a metric is called where no list of texts is at hand: the command line and the rules in words. */
export const metricTitles: Readonly<Record<MetricId, string>> = {
  'net-customer-adds': 'Net customer adds',
  'intermediate-certifications': 'Intermediate certifications',
  'advanced-certifications': 'Advanced certifications',
  deployments: 'Deployments',
  'usage-growth': 'Usage growth',
}
