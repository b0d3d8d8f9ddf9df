import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../store/test-support'
import type { CallMessage, ThreadMessage, ThreadRole, ThreadSetup } from './protocol'

/** A thread as its own module sees it: a port to the outside, and its setup. */
async function thread(setup: Partial<ThreadSetup> & { role: ThreadRole; workspace: string }) {
  const { port1: inside, port2: outside } = new MessageChannel()
  onTestFinished(() => outside.close())
  const heard: ThreadMessage[] = []
  const waiting: (() => void)[] = []
  outside.on('message', (message: ThreadMessage) => {
    heard.push(message)
    for (const look of waiting) look()
  })
  const hears = (matches: (message: ThreadMessage) => boolean) =>
    new Promise<ThreadMessage>((resolve) => {
      const look = () => {
        const found = heard.find(matches)
        if (found) resolve(found)
      }
      waiting.push(look)
      look()
    })
  const workerData = {
    sampleFolder: join(setup.workspace, '..', 'sample'),
    appVersion: '1.2.3',
    fixedToday: '2023-12-15',
    ...setup,
  }
  vi.resetModules()
  vi.doMock('node:worker_threads', () => ({ parentPort: inside, workerData }))
  await import('./index')
  return { heard, hears, outside, call: (call: CallMessage) => answered(outside, hears, call) }
}

function answered(
  outside: MessagePort,
  hears: (matches: (message: ThreadMessage) => boolean) => Promise<ThreadMessage>,
  call: CallMessage,
): Promise<ThreadMessage> {
  outside.postMessage(call)
  return hears(
    (message) => (message.kind === 'done' || message.kind === 'failed') && message.id === call.id,
  )
}

const workspaceIn = (folder = temporaryFolder()) => join(folder, 'workspace.seventy')
const columns = ['Month', 'CustomerTenantId', 'ServiceLevel2', 'ACR_USD', 'PartnerAttributionType']
const acme = { name: 'Acme', mpnId: null }

describe('a data thread', () => {
  it('says when its workspace is open, and answers calls by their id', async () => {
    const workspace = workspaceIn()
    const writer = await thread({ role: 'writer', workspace })
    expect(await writer.hears(() => true)).toEqual({ kind: 'ready' })
    expect(await writer.call({ id: 7, name: 'profiles.add', input: acme })).toMatchObject({
      kind: 'done',
      id: 7,
      value: { name: 'Acme', createdAt: '2023-12-15T12:00:00.000Z' },
    })
    const reader = await thread({ role: 'reader', workspace })
    expect(await reader.call({ id: 8, name: 'profiles.list', input: {} })).toMatchObject({
      kind: 'done',
      id: 8,
      value: [{ name: 'Acme' }],
    })
  })

  it('answers a failure with code, message and details', async () => {
    const writer = await thread({ role: 'writer', workspace: workspaceIn() })
    await writer.call({ id: 1, name: 'profiles.add', input: acme })
    expect(await writer.call({ id: 2, name: 'profiles.add', input: acme })).toEqual({
      kind: 'failed',
      id: 2,
      error: {
        code: 'profile-exists',
        message: 'There already is a partner profile named "Acme". Choose another name.',
        details: { name: 'Acme', existing: 'Acme' },
      },
    })
  })

  it('does not answer calls of the other thread', async () => {
    const writer = await thread({ role: 'writer', workspace: workspaceIn() })
    expect(await writer.call({ id: 1, name: 'profiles.list', input: {} })).toMatchObject({
      kind: 'failed',
      error: { code: 'internal', message: 'This thread does not answer profiles.list.' },
    })
  })

  it('refuses to start on a workspace that is not there or not ours, with the reason', async () => {
    const missing = await thread({ role: 'reader', workspace: workspaceIn() })
    expect(await missing.hears(() => true)).toMatchObject({
      kind: 'refused',
      error: { code: 'workspace-not-found' },
    })
    const foreign = workspaceIn()
    writeFileSync(foreign, 'no database, only a text that is long enough to be looked at')
    const refused = await thread({ role: 'writer', workspace: foreign })
    expect((await refused.hears(() => true)).kind).toBe('refused')
    expect(refused.heard).toHaveLength(1)
  })

  it('refuses to start with a date that does not exist', async () => {
    const setup = { role: 'writer', workspace: workspaceIn(), fixedToday: '2023-02-30' } as const
    expect(await (await thread(setup)).hears(() => true)).toMatchObject({
      kind: 'refused',
      error: { code: 'usage' },
    })
  })
})

describe('long work in a data thread', () => {
  it('reports its progress to the end, and keeps the sample files', async () => {
    const workspace = workspaceIn()
    const writer = await thread({ role: 'writer', workspace })
    const done = await writer.call({ id: 3, name: 'sample.create', input: {} })
    expect(done).toMatchObject({ kind: 'done', value: [{ sample: true }, {}, {}] })
    expect(writer.heard.at(-2)).toEqual({ kind: 'progress', id: 3, done: 3, total: 3 })
    const file = join(workspace, '..', 'sample', 'larkspur-cloud-defence-m365-usage.csv')
    expect(readFileSync(file, 'utf8')).toMatch(/^CustomerTenantId,/)
  })

  it('stops when the shared byte is set, and stores nothing', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'usage.csv')
    writeFileSync(path, `${columns.join(',')}\r\n`)
    const writer = await thread({ role: 'writer', workspace: workspaceIn(folder) })
    await writer.call({ id: 1, name: 'profiles.add', input: acme })
    const stop = new SharedArrayBuffer(1)
    const input = { profileId: 1, paths: [path], mode: 'replace', skipBadRows: false }
    new Uint8Array(stop)[0] = 1
    expect(await writer.call({ id: 2, name: 'imports.commit', input, stop })).toMatchObject({
      kind: 'failed',
      error: { code: 'cancelled' },
    })
    new Uint8Array(stop)[0] = 0
    expect(await writer.call({ id: 3, name: 'imports.commit', input, stop })).toMatchObject({
      kind: 'failed',
      error: { code: 'file-header-only' },
    })
  })
})

describe('a data thread that is asked to close', () => {
  it('closes its workspace and hangs up', async () => {
    const workspace = workspaceIn()
    const writer = await thread({ role: 'writer', workspace })
    await writer.call({ id: 1, name: 'profiles.add', input: acme })
    const hungUp = new Promise((resolve) => writer.outside.once('close', resolve))
    writer.outside.postMessage('close')
    await hungUp
    const again = await thread({ role: 'writer', workspace })
    expect((await again.hears(() => true)).kind).toBe('ready')
  })
})
