import type { MetricId, ScoreWarning } from '../../shared/score'

const skilling: readonly MetricId[] = ['intermediate-certifications', 'advanced-certifications']

/** Whose page a remark belongs to; the rest concerns the score as a whole. */
function concerns({ code, stream }: ScoreWarning, metric: MetricId): boolean {
  const named = code === 'unknown-certification' || code === 'name-treated-as'
  if (skilling.includes(metric)) return named && stream === undefined
  return stream !== undefined
}

/** Remarks that tell what a metric left out, or could not know. */
export function remarksOn(metric: MetricId, warnings: readonly ScoreWarning[]): ScoreWarning[] {
  return warnings.filter((warning) => concerns(warning, metric))
}

/** Names of a remark that its sentence had no room for. */
export function namesBeyond({ message, names = [] }: ScoreWarning): string[] {
  return names.filter((name) => !message.includes(name))
}
