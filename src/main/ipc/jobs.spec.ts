import { describe, expect, it } from 'vitest'
import { eventChannels } from '../../shared/channels'
import { SeventyError } from '../../shared/errors'
import type { JobEvent } from '../../shared/jobs'
import { Jobs } from './jobs'

function listening() {
  const events: JobEvent[] = []
  const { promise: ended, resolve } = Promise.withResolvers<readonly JobEvent[]>()
  const send = (channel: string, payload: unknown) => {
    expect(channel).toBe(eventChannels.job)
    const event = payload as JobEvent
    events.push(event)
    if (event.state !== 'progress') resolve(events)
  }
  return { caller: { send }, events, ended }
}

describe('a job', () => {
  it('answers with its id before anything happens, then reports progress and its result', async () => {
    const { caller, events, ended } = listening()
    const { jobId } = new Jobs().start<'sample.create'>(caller, ({ report }) => {
      report({ phase: 'sample', done: 1, total: 3 })
      return Promise.resolve([])
    })
    expect(events).toEqual([])
    expect(await ended).toEqual([
      { jobId, state: 'progress', progress: { phase: 'sample', done: 1, total: 3 } },
      { jobId, state: 'done', result: [] },
    ])
  })

  it('fails with the code of what went wrong', async () => {
    const { caller, ended } = listening()
    new Jobs().start<'sample.create'>(caller, () =>
      Promise.reject(new SeventyError('profile-exists', 'Twice.')),
    )
    expect(await ended).toMatchObject([{ state: 'failed', error: { code: 'profile-exists' } }])
  })

  it('hears that it should stop, and is forgotten once it has ended', async () => {
    const { caller, ended } = listening()
    const jobs = new Jobs()
    const { jobId } = jobs.start<'sample.create'>(
      caller,
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new SeventyError('cancelled', 'Stopped.'))
          })
        }),
    )
    await new Promise((resolve) => setImmediate(resolve))
    jobs.cancel(jobId)
    expect(await ended).toMatchObject([{ state: 'failed', error: { code: 'cancelled' } }])
    await new Promise((resolve) => setImmediate(resolve))
    expect(() => {
      jobs.cancel(jobId)
    }).toThrow(expect.objectContaining({ code: 'job-not-found' }))
  })
})
