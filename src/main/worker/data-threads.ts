import { Worker } from 'node:worker_threads'
import { contract } from '../../shared/contract'
import { fromErrorBody, SeventyError } from '../../shared/errors'
import { closeMessage } from './protocol'
import type { WorkStep } from '../../shared/jobs'
import type {
  ReaderCall,
  ThreadCall,
  ThreadInput,
  ThreadMessage,
  ThreadOutput,
  ThreadRole,
  ThreadSetup,
} from './protocol'

/** An import under way rolls back when its thread is ended, so waiting long would buy nothing. */
const PATIENCE_MS = 2_000

/** How the caller follows and stops long work. */
export interface CallHooks {
  readonly onProgress?: (done: number, total: number, step?: WorkStep) => void
  readonly signal?: AbortSignal
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress?: CallHooks['onProgress']
}

function withResolvers() {
  let resolve: () => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

/** One data thread as the main process sees it. */
class DataThread {
  private readonly pending = new Map<number, Pending>()
  private nextId = 1
  private readonly ready = withResolvers()
  private readonly exited: Promise<void>
  /** Why the thread answers no more. */
  private fault: Error | undefined

  constructor(private readonly worker: Worker) {
    this.exited = new Promise((resolve) => worker.once('exit', () => resolve()))
    worker.on('message', (message: ThreadMessage) => {
      this.receive(message)
    })
    worker.on('error', (error) => {
      this.fail(error)
    })
    worker.on('exit', () => {
      this.fail(
        new SeventyError(
          'internal',
          'The data thread ended. Start Seventy again; nothing stored was lost.',
        ),
      )
    })
  }

  /** Resolves once the workspace is open; rejects with the reason why it cannot be. */
  started(): Promise<void> {
    return this.ready.promise
  }

  call(name: ThreadCall, input: unknown, { onProgress, signal }: CallHooks): Promise<unknown> {
    if (this.fault) return Promise.reject(this.fault)
    const id = this.nextId++
    const stop = new SharedArrayBuffer(1)
    const ask = () => Atomics.store(new Uint8Array(stop), 0, 1)
    if (signal?.aborted) ask()
    signal?.addEventListener('abort', ask, { once: true })
    const answer = new Promise<unknown>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onProgress })
    })
    this.worker.postMessage({ id, name, input, stop })
    return answer.finally(() => signal?.removeEventListener('abort', ask))
  }

  /** Closes the workspace in good order; a thread that is too busy to hear it is ended. */
  async end(): Promise<void> {
    this.worker.postMessage(closeMessage)
    const patience = setTimeout(() => void this.worker.terminate(), PATIENCE_MS)
    await this.exited
    clearTimeout(patience)
  }

  private receive(message: ThreadMessage): void {
    if (message.kind === 'ready') this.ready.resolve()
    else if (message.kind === 'refused') this.ready.reject(fromErrorBody(message.error))
    else if (message.kind === 'progress')
      this.pending.get(message.id)?.onProgress?.(message.done, message.total, message.step)
    else this.settle(message)
  }

  private settle(message: Extract<ThreadMessage, { kind: 'done' | 'failed' }>): void {
    const waiting = this.pending.get(message.id)
    this.pending.delete(message.id)
    if (message.kind === 'done') waiting?.resolve(message.value)
    else waiting?.reject(fromErrorBody(message.error))
  }

  private fail(error: Error): void {
    this.fault ??= error
    this.ready.reject(error)
    for (const { reject } of this.pending.values()) reject(error)
    this.pending.clear()
  }
}

/** The contract says who answers; what is beside it names its own thread. */
function isWriterCall(name: ThreadCall): boolean {
  return name in contract
    ? contract[name as keyof typeof contract].runs === 'writer'
    : name === 'imports.save-rejects' || name === 'reports.record'
}

async function startThread(
  script: URL,
  setup: Omit<ThreadSetup, 'role'>,
  role: ThreadRole,
): Promise<DataThread> {
  const started = new DataThread(
    new Worker(script, { workerData: { ...setup, role } satisfies ThreadSetup }),
  )
  await started.started().catch(async (error: unknown) => {
    await started.end()
    throw error
  })
  return started
}

/** The reader and the writer of one workspace. */
export class DataThreads {
  private constructor(
    private readonly reader: DataThread,
    private readonly writer: DataThread,
    /** Starts one more reader. */
    private readonly another: () => Promise<DataThread>,
  ) {}

  /** Opens the workspace, creating or migrating it first. Throws the `workspace-*` errors of the store. */
  static async start(script: URL, setup: Omit<ThreadSetup, 'role'>): Promise<DataThreads> {
    const thread = (role: ThreadRole) => startThread(script, setup, role)
    const writer = await thread('writer')
    try {
      return new DataThreads(await thread('reader'), writer, () => thread('reader'))
    } catch (error) {
      // A writer without a reader would keep the workspace locked and the process alive.
      await writer.end()
      throw error
    }
  }

  /** Calls a procedure on the thread that answers it. Rejects with a SeventyError. */
  async call<N extends ThreadCall>(
    name: N,
    input: ThreadInput[N],
    hooks: CallHooks = {},
  ): Promise<ThreadOutput[N]> {
    const thread = isWriterCall(name) ? this.writer : this.reader
    return (await thread.call(name, input, hooks)) as ThreadOutput[N]
  }

  /**
   * As {@link call}, in a reader of its own that ends afterwards: long work keeps no screen waiting,
   * and what it took of memory is given back.
   */
  async aside<N extends ReaderCall>(
    name: N,
    input: ThreadInput[N],
    hooks: CallHooks = {},
  ): Promise<ThreadOutput[N]> {
    const thread = await this.another()
    try {
      return (await thread.call(name, input, hooks)) as ThreadOutput[N]
    } finally {
      await thread.end()
    }
  }

  /** Ends both threads; work under way is rolled back by the store. */
  async stop(): Promise<void> {
    await Promise.all([this.reader.end(), this.writer.end()])
  }
}
