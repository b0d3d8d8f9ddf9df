import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useJobsStore } from './jobs-store'
import { runJob, shareDone } from './jobs'
import { testWindow, type TestWindow } from './testing/mount'

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
let win: TestWindow
beforeEach(() => {
  win = testWindow()
  win.fake.answer({ 'sample.create': () => ({ jobId }) })
})
const start = () => runJob('sample.create', {}, 'Creating')
const cancels = () => win.fake.calls.filter(({ name }) => name === 'jobs.cancel')

describe('a job', () => {
  it('gives its result and stands in the status bar until then', async () => {
    const { result } = start()
    expect(useJobsStore().running.map(({ title }) => title)).toEqual(['Creating'])
    await flushPromises()
    win.fake.emitJob({ jobId, state: 'done', result: [] })
    await expect(result).resolves.toEqual([])
    expect(useJobsStore().running).toEqual([])
  })

  it('tells how far it is', async () => {
    start()
    await flushPromises()
    win.fake.emitJob({ jobId, state: 'progress', progress: { phase: 'rows', done: 1, total: 4 } })
    const [job] = useJobsStore().running
    expect(job && shareDone(job)).toBe(0.25)
  })

  it('fails with the error it ended with', async () => {
    const { result } = start()
    await flushPromises()
    const error = { code: 'output-unwritable', message: 'The disk is full.', details: {} } as const
    win.fake.emitJob({ jobId, state: 'failed', error })
    await expect(result).rejects.toMatchObject({ code: 'output-unwritable' })
    expect(useJobsStore().running).toEqual([])
  })

  it('that ends before the answer with its id arrives is not missed', async () => {
    win.fake.answer({
      'sample.create': () => {
        win.fake.emitJob({ jobId, state: 'done', result: [] })
        return { jobId }
      },
    })
    await expect(start().result).resolves.toEqual([])
  })

  it('that cannot be started fails and leaves the status bar', async () => {
    win.fake.answer({
      'sample.create': () => {
        throw new Error('no')
      },
    })
    await expect(start().result).rejects.toMatchObject({ code: 'internal' })
    expect(useJobsStore().running).toEqual([])
  })

  it('does not take the events of another', async () => {
    const other = runJob('sample.create', {}, 'Other')
    await flushPromises()
    win.fake.emitJob({ jobId: 'another', state: 'done', result: [] })
    expect(useJobsStore().running).toHaveLength(1)
    win.fake.emitJob({ jobId, state: 'done', result: [] })
    await expect(other.result).resolves.toEqual([])
  })
})

describe('cancelling', () => {
  it('is asked for once the id is known, and shown at once', async () => {
    const { cancel } = start()
    cancel()
    expect(useJobsStore().running[0]?.cancelling).toBe(true)
    expect(cancels()).toEqual([])
    await flushPromises()
    expect(cancels()).toEqual([{ name: 'jobs.cancel', input: { jobId } }])
  })

  it('reaches a running job by its id', async () => {
    start()
    await flushPromises()
    useJobsStore().running[0]?.cancel()
    expect(cancels()).toEqual([{ name: 'jobs.cancel', input: { jobId } }])
  })
})

describe('the finished share', () => {
  const job = {
    ...{ key: 1, title: '', cancelling: false, since: 0, secondsLeft: null },
    cancel: () => undefined,
  }
  const share = (done: number, total: number) =>
    shareDone({ ...job, progress: { phase: '', done, total } })

  it('is unknown before the first progress and without a total', () => {
    expect(shareDone({ ...job, progress: null })).toBeNull()
    expect(share(5, 0)).toBeNull()
  })

  it('never passes the whole', () => {
    expect([share(1, 2), share(12, 10)]).toEqual([0.5, 1])
  })
})
