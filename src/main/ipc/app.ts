import type { Output } from '../../shared/contract'
import type { Handlers } from './handle'
import type { Jobs } from './jobs'

/** Procedures about the program itself. */
export function appHandlers(context: {
  readonly info: () => Output<'app.info'>
  readonly jobs: Jobs
}): Pick<Handlers, 'app.info' | 'app.ping' | 'jobs.cancel'> {
  return {
    'app.info': () => context.info(),
    'app.ping': () => ({}),
    'jobs.cancel': ({ jobId }) => {
      context.jobs.cancel(jobId)
      return {}
    },
  }
}
