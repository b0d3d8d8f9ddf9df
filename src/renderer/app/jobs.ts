import type { Bridge, Call } from '../../shared/api'
import type { Input, JobName, Output } from '../../shared/contract'
import { fromErrorBody } from '../../shared/errors'
import type { JobEvent, JobProgress } from '../../shared/jobs'
import { ask, bridge } from './client'
import { useJobsStore, type RunningJob } from './jobs-store'

type Starters = { readonly [N in JobName]: (bridge: Bridge) => Call<N> }

const starters: Starters = {
  'data.export': (bridge) => bridge.data.export,
  'imports.check': (bridge) => bridge.imports.check,
  'imports.commit': (bridge) => bridge.imports.commit,
  'imports.rejects': (bridge) => bridge.imports.rejects,
  'sample.create': (bridge) => bridge.sample.create,
  'reports.export': (bridge) => bridge.reports.export,
  'workspace.backup': (bridge) => bridge.workspace.backup,
  'workspace.verify': (bridge) => bridge.workspace.verify,
}

export interface JobHandle<T> {
  /** Rejects with the job's SeventyError; `cancelled` after a cancel. */
  readonly result: Promise<T>
  readonly cancel: () => void
}

type Listener = (event: JobEvent) => void

/**
 * Hands job events to whoever started the job. A short job can end before the answer with its id
 * arrives, so events of an unknown job wait for it.
 */
class JobEvents {
  private readonly listeners = new Map<string, Listener>()
  private readonly early = new Map<string, JobEvent[]>()

  constructor(bridge: Bridge) {
    bridge.events.onJob((event) => this.receive(event))
  }

  listen(jobId: string, listener: Listener): void {
    this.listeners.set(jobId, listener)
    const waiting = this.early.get(jobId) ?? []
    this.early.delete(jobId)
    for (const event of waiting) this.receive(event)
  }

  private receive(event: JobEvent): void {
    const listener = this.listeners.get(event.jobId)
    if (!listener) {
      this.early.set(event.jobId, [...(this.early.get(event.jobId) ?? []), event])
      return
    }
    if (event.state !== 'progress') this.listeners.delete(event.jobId)
    listener(event)
  }
}

const eventsOf = new WeakMap<Bridge, JobEvents>()
let lastKey = 0

/** Starts a job and shows it in the status bar under `title` until it ends. */
export function runJob<N extends JobName>(
  name: N,
  input: Input<N>,
  title: string,
): JobHandle<Output<N>> {
  const seventy = bridge()
  const jobs = useJobsStore()
  const wish = { cancelled: false, jobId: '' }
  const key = ++lastKey
  const entry = () => jobs.running.find((job) => job.key === key)

  const cancel = () => {
    wish.cancelled = true
    const shown = entry()
    if (shown) shown.cancelling = true
    // A job that ended in the meantime needs no cancelling.
    if (wish.jobId !== '') void seventy.jobs.cancel({ jobId: wish.jobId })
  }
  jobs.running.push({ key, title, ...begun(), cancelling: false, cancel })

  const run = async (): Promise<Output<N>> => {
    const events = listenTo(seventy)
    const { jobId } = (await ask(starters[name](seventy), input)) as { readonly jobId: string }
    wish.jobId = jobId
    if (wish.cancelled) cancel()
    return new Promise((resolve, reject) => {
      events.listen(jobId, (event) =>
        follow(event, entry(), resolve as (value: unknown) => void, reject),
      )
    })
  }
  const result = run().finally(() => {
    jobs.running = jobs.running.filter((job) => job.key !== key)
  })
  return { result, cancel }
}

function listenTo(seventy: Bridge): JobEvents {
  const known = eventsOf.get(seventy) ?? new JobEvents(seventy)
  eventsOf.set(seventy, known)
  return known
}

function follow(
  event: JobEvent,
  shown: RunningJob | undefined,
  resolve: (value: unknown) => void,
  reject: (error: Error) => void,
): void {
  if (event.state === 'done') resolve(event.result)
  else if (event.state === 'failed') reject(fromErrorBody(event.error))
  else if (shown) advance(shown, event.progress)
}

const begun = () => ({ progress: null, since: performance.now(), secondsLeft: null })

/** Before this much time and work nothing can be said of the pace. */
const LEAST_MS = 400
const LEAST_SHARE = 0.02

/** Takes progress in; unpacking and reading have a pace of their own. */
function advance(job: RunningJob, progress: JobProgress): void {
  const now = performance.now()
  if (job.progress?.unpacking !== progress.unpacking) job.since = now
  job.progress = progress
  const share = shareDone(job)
  const spent = now - job.since
  job.secondsLeft =
    share === null || share < LEAST_SHARE || spent < LEAST_MS
      ? null
      : Math.ceil((spent * (1 - share)) / share / 1_000)
}

/** The finished share of a job, 0 to 1; null while it cannot be said. */
export function shareDone(job: RunningJob): number | null {
  if (job.progress === null || job.progress.total <= 0) return null
  return Math.min(1, job.progress.done / job.progress.total)
}
