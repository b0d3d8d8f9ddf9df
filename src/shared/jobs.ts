import type { ErrorBody } from './errors'
import type { JobName, Output } from './contract'

/** What else is known of a step of long work. */
export interface WorkStep {
  /** Rows that were read so far; absent while nobody counts. */
  readonly rows?: number
  /** A workbook or an archive is taken apart before its rows can be read. */
  readonly unpacking?: true
}

/** Progress in the unit of the phase (bytes while reading, rows while unpacking, pages while printing). */
export interface JobProgress extends WorkStep {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** What happens to a job, in this order: any number of `progress`, then exactly one of the others. */
export type JobEvent<N extends JobName = JobName> =
  | { readonly jobId: string; readonly state: 'progress'; readonly progress: JobProgress }
  | { readonly jobId: string; readonly state: 'done'; readonly result: Output<N> }
  | { readonly jobId: string; readonly state: 'failed'; readonly error: ErrorBody }
