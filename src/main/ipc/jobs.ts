import { randomUUID } from 'node:crypto'
import type { JobName, Output } from '../../shared/contract'
import { SeventyError, toErrorBody } from '../../shared/errors'
import { eventChannels } from '../../shared/channels'
import type { JobEvent, JobProgress } from '../../shared/jobs'
import type { Caller } from './handle'

/** What long work is given: where to report and when to stop. */
export interface JobHooks {
  readonly report: (progress: JobProgress) => void
  readonly signal: AbortSignal
}

/** Long work that was started by a window and has not ended. */
export class Jobs {
  private readonly running = new Map<string, AbortController>()

  /** Starts work and answers at once; what happens to it goes to the caller as events. */
  start<N extends JobName>(
    caller: Caller,
    work: (hooks: JobHooks) => Promise<Output<N>>,
  ): { jobId: string } {
    const jobId = randomUUID()
    const abort = new AbortController()
    this.running.set(jobId, abort)
    const send = (event: JobEvent) => caller.send(eventChannels.job, event)
    // The answer with the id has to reach the window before the first event does.
    setImmediate(() => {
      work({
        report: (progress) => send({ jobId, state: 'progress', progress }),
        signal: abort.signal,
      })
        .then(
          (result) => send({ jobId, state: 'done', result }),
          (error: unknown) => send({ jobId, state: 'failed', error: toErrorBody(error) }),
        )
        .finally(() => this.running.delete(jobId))
    })
    return { jobId }
  }

  /** Asks a job to stop; it then fails with `cancelled`. Throws `job-not-found` when it has ended. */
  cancel(jobId: string): void {
    const abort = this.running.get(jobId)
    if (!abort) throw new SeventyError('job-not-found', 'This work has already ended.', { jobId })
    abort.abort()
  }
}
