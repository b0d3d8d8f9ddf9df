import { formatCount } from '../format/numbers'
import type { RunningJob } from './jobs-store'

type Translate = (key: string, values: Record<string, unknown>) => string

const MINUTE = 60

/** How far a job is in words: "120,000 rows · about 3 s left"; empty while nothing can be said. */
export function jobWords({ progress, secondsLeft }: RunningJob, t: Translate): string {
  const rows = progress?.rows ?? 0
  return [
    ...(progress?.unpacking ? [t('job.unpacking', {})] : []),
    ...(rows > 0 ? [t('job.rows', { rows: formatCount(rows), count: rows })] : []),
    ...(secondsLeft === null ? [] : [leftWords(secondsLeft, t)]),
  ].join(' · ')
}

function leftWords(seconds: number, t: Translate): string {
  if (seconds === 0) return t('job.almost', {})
  if (seconds < MINUTE) return t('job.seconds', { seconds })
  return t('job.minutes', { minutes: Math.ceil(seconds / MINUTE) })
}
