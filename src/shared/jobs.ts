import type { ErrorBody } from './errors'
import type { JobName, Output } from './contract'

/** Progress in the unit of the phase (bytes while reading, pages while printing). */
export interface JobProgress {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** What happens to a job, in this order: any number of `progress`, then exactly one of the others. */
export type JobEvent<N extends JobName = JobName> =
  | { readonly jobId: string; readonly state: 'progress'; readonly progress: JobProgress }
  | { readonly jobId: string; readonly state: 'done'; readonly result: Output<N> }
  | { readonly jobId: string; readonly state: 'failed'; readonly error: ErrorBody }
