import { defineStore } from 'pinia'
import type { JobProgress } from '../../shared/jobs'

export interface RunningJob {
  readonly key: number
  /** What the user started, in words. */
  readonly title: string
  /** null until the first progress arrives. */
  progress: JobProgress | null
  cancelling: boolean
  /** Of the clock of the page: when it began, or when the phase did that it is in. */
  since: number
  /** Seconds that the phase still takes at its pace; null while that cannot be said. */
  secondsLeft: number | null
  readonly cancel: () => void
}

/** Jobs that run now, oldest first; the status bar shows the newest. */
export const useJobsStore = defineStore('jobs', {
  state: (): { running: RunningJob[] } => ({ running: [] }),
})
