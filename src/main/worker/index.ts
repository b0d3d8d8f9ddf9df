import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { SeventyError, toErrorBody } from '../../shared/errors'
import { createIntake } from '../intake/intake'
import { createTextFiles } from '../intake/text-files'
import type { WorkControl } from '../services/intake-ports'
import type { ReadableWorkspace } from '../services/ports'
import type { SampleFolder } from '../services/sample/create-sample'
import { openReadable, openWritable } from '../store/open'
import { systemClock } from '../system-clock'
import { readerHandlers } from './reader-handlers'
import { writerHandlers } from './writer-handlers'
import { closeMessage, type CallMessage, type ThreadMessage, type ThreadSetup } from './protocol'

/** Often enough to look alive, seldom enough to cost nothing. */
const PROGRESS_INTERVAL_MS = 100

type AnyHandler = (input: unknown, control: WorkControl) => unknown

/** A data thread: opens the workspace in its role, then answers one call after the other. */
function start(setup: ThreadSetup, send: (message: ThreadMessage) => void): void {
  const clock = systemClock(setup.fixedToday)
  const appVersion = setup.appVersion
  const serve = (handlers: object, workspace: ReadableWorkspace) => {
    parentPort?.on('message', (message: CallMessage | typeof closeMessage) => {
      if (message !== closeMessage) return void answer(handlers, message, send)
      workspace.close()
      parentPort?.close()
    })
    send({ kind: 'ready' })
  }
  if (setup.role === 'reader') {
    const workspace = openReadable(setup.workspace)
    const inspector = createIntake()
    serve(readerHandlers({ workspace, inspector, clock, appVersion }), workspace)
  } else {
    const workspace = openWritable(setup.workspace, { create: true })
    const sampleFolder = folderAt(setup.sampleFolder)
    const files = { intake: createIntake(), textFiles: createTextFiles() }
    serve(
      writerHandlers({
        workspace,
        ...files,
        clock,
        sampleFolder,
        userName: setup.userName ?? null,
      }),
      workspace,
    )
  }
}

async function answer(
  handlers: object,
  call: CallMessage,
  send: (message: ThreadMessage) => void,
): Promise<void> {
  try {
    const handler = (handlers as Record<string, AnyHandler | undefined>)[call.name]
    if (!handler) throw new SeventyError('internal', `This thread does not answer ${call.name}.`)
    const value = await handler(call.input, controlOf(call, send))
    send({ kind: 'done', id: call.id, value })
  } catch (error) {
    send({ kind: 'failed', id: call.id, error: toErrorBody(error) })
  }
}

function controlOf(call: CallMessage, send: (message: ThreadMessage) => void): WorkControl {
  const stop = call.stop && new Uint8Array(call.stop)
  let reportedAt = 0
  return {
    cancelled: () => stop !== undefined && Atomics.load(stop, 0) === 1,
    progress: (done, total, step) => {
      const now = performance.now()
      if (now - reportedAt < PROGRESS_INTERVAL_MS && (done < total || total === 0)) return
      reportedAt = now
      send({ kind: 'progress', id: call.id, done, total, step })
    },
  }
}

function folderAt(folder: string): SampleFolder {
  return {
    write(fileName, text) {
      mkdirSync(folder, { recursive: true })
      const path = join(folder, fileName)
      writeFileSync(path, text)
      return path
    },
  }
}

const port = parentPort
if (port) {
  const send = (message: ThreadMessage) => port.postMessage(message)
  try {
    start(workerData as ThreadSetup, send)
  } catch (error) {
    send({ kind: 'refused', error: toErrorBody(error) })
  }
}
