import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { temporaryFolder } from '../store/test-support'
import { DataThreads } from './data-threads'

const setup = { workspace: 'w', sampleFolder: 's', appVersion: '1.2.3' }

/**
 * Threads that follow the protocol without a workspace. They answer with their role, the call and
 * what they were set up with; some names make them do something else.
 */
const obedient = `
import { parentPort, workerData } from 'node:worker_threads'
const send = (message) => parentPort.postMessage(message)
const answers = {
  'profiles.remove': ({ id }) =>
    send({ kind: 'failed', id, error: { code: 'profile-not-found', message: 'Gone.', details: { profileId: 3 } } }),
  'imports.list': ({ id }) =>
    send({ kind: 'failed', id, error: { code: 'from-the-future', message: 'New.', details: {} } }),
  'imports.commit': ({ id, stop }) => {
    send({ kind: 'progress', id, done: 1, total: 2 })
    const byte = new Int32Array(new SharedArrayBuffer(4))
    const seen = new Uint8Array(stop)
    while (Atomics.load(seen, 0) === 0) Atomics.wait(byte, 0, 0, 1)
    send({ kind: 'failed', id, error: { code: 'cancelled', message: 'Stopped.', details: {} } })
  },
}
parentPort.on('message', (message) => {
  if (message === 'close') return parentPort.close()
  const { id, name, input } = message
  const answer = answers[name] ?? (() => send({ kind: 'done', id, value: { name, input, workerData } }))
  answer(message)
})
send({ kind: 'ready' })
`

/** A writer that ends in its first call, beside a reader that has nothing to wait for. */
const dying = (end: string) => `
import { parentPort, workerData } from 'node:worker_threads'
if (workerData.role === 'writer') parentPort.on('message', () => { ${end} })
parentPort.postMessage({ kind: 'ready' })
`

const refusing = (role: string) => `
import { parentPort, workerData } from 'node:worker_threads'
if (workerData.role === '${role}')
  parentPort.postMessage({ kind: 'refused', error: { code: 'workspace-newer', message: 'Newer.', details: { found: 9 } } })
else {
  parentPort.on('message', () => parentPort.close())
  parentPort.postMessage({ kind: 'ready' })
}
`

function script(text: string): URL {
  const path = join(temporaryFolder(), 'thread.mjs')
  writeFileSync(path, text)
  return pathToFileURL(path)
}

async function started(text = obedient): Promise<DataThreads> {
  const threads = await DataThreads.start(script(text), setup)
  onTestFinished(() => threads.stop())
  return threads
}

const importInput = { profileId: 1, paths: ['a.csv'], mode: 'replace', skipBadRows: false } as const

describe('the data threads', () => {
  it.each([
    ['score.get', { profileId: 1 }, 'reader'],
    ['portfolio.list', {}, 'reader'],
    ['profiles.add', { name: 'Acme', mpnId: null }, 'writer'],
    ['imports.check', importInput, 'writer'],
  ] as const)('answer %s with %j on the %s', async (name, input, role) => {
    const threads = await started()
    expect(await threads.call(name, input as never)).toEqual({
      name,
      input,
      workerData: { ...setup, role },
    })
  })

  it('finish a report on the reader, bytes and all', async () => {
    const threads = await started()
    const input = { pdf: Uint8Array.of(1, 2, 3), model: {} as never }
    expect(await threads.call('reports.finish', input)).toMatchObject({
      input,
      workerData: { role: 'reader' },
    })
  })

  it('write rows out on a reader of its own, which ends with its answer', async () => {
    const threads = await started()
    const input = {
      ...{ profileId: 1, table: 'azure', search: '', filters: [], sort: null },
      ...{ columns: ['month'], format: 'csv', path: 'rows.csv' },
    } as const
    const aside = threads.aside('data.write', input as never)
    expect(await aside).toMatchObject({ input, workerData: { role: 'reader' } })
    expect(await threads.call('portfolio.list', {})).toMatchObject({
      workerData: { role: 'reader' },
    })
  })

  it('give each of many calls its own answer', async () => {
    const threads = await started()
    const ids = Array.from({ length: 20 }, (_, index) => index + 1)
    const answers = await Promise.all(
      ids.map((profileId) => threads.call('score.get', { profileId })),
    )
    expect(answers).toMatchObject(ids.map((profileId) => ({ input: { profileId } })))
  })
})

describe('an error of a thread', () => {
  it('keeps its code, message and details', async () => {
    const failed = (await started()).call('profiles.remove', { profileId: 3 })
    await expect(failed).rejects.toBeInstanceOf(SeventyError)
    await expect(failed).rejects.toMatchObject({
      code: 'profile-not-found',
      message: 'Gone.',
      details: { profileId: 3 },
    })
  })

  it('with a code that nobody knows is an internal fault', async () => {
    await expect((await started()).call('imports.list', { profileId: 3 })).rejects.toMatchObject({
      code: 'internal',
      message: 'New.',
    })
  })

  it.each([
    ['of the thread itself', 'throw new Error("broken")', 'broken'],
    ['of nobody', 'process.exit(1)', 'The data thread ended. Start Seventy again; nothing stored'],
  ])('%s ends the thread and rejects every call that waits', async (_, end, message) => {
    const threads = await DataThreads.start(script(dying(end)), setup)
    const calls = [
      threads.call('sample.create', {}),
      threads.call('settings.set', { firm: 'Brook' }),
    ]
    for (const result of await Promise.allSettled(calls))
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringContaining(message) as string },
      })
    // A call that comes later does not wait for an answer that will never come, and neither does
    // the program when it wants to end.
    await expect(threads.call('sample.create', {})).rejects.toThrow(message)
    await threads.stop()
  })
})

describe('long work', () => {
  it('reports its progress and is stopped while its thread is busy', async () => {
    const threads = await started()
    const abort = new AbortController()
    const onProgress = vi.fn(() => {
      abort.abort()
    })
    const work = threads.call('imports.commit', importInput, { onProgress, signal: abort.signal })
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(1, 2, undefined)
  })

  it('that was stopped before it began hears so at once', async () => {
    const signal = AbortSignal.abort()
    const work = (await started()).call('imports.commit', importInput, { signal })
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('starting', () => {
  it.each(['writer', 'reader'])('fails with the reason that the %s gives', async (role) => {
    await expect(DataThreads.start(script(refusing(role)), setup)).rejects.toMatchObject({
      code: 'workspace-newer',
      message: 'Newer.',
      details: { found: 9 },
    })
  })

  it('fails when the script cannot run', async () => {
    await expect(DataThreads.start(script('throw new Error("no")'), setup)).rejects.toThrow('no')
  })
})

describe('stopping', () => {
  it('ends both threads in good order', async () => {
    const folder = temporaryFolder()
    const noting = obedient.replace(
      'return parentPort.close()',
      `return writeFileSync(join(${JSON.stringify(folder)}, workerData.role), ''), parentPort.close()`,
    )
    const imports = "import { writeFileSync } from 'node:fs'\nimport { join } from 'node:path'\n"
    const threads = await DataThreads.start(script(imports + noting), setup)
    await threads.stop()
    expect(readdirSync(folder).toSorted()).toEqual(['reader', 'writer'])
  })
})
