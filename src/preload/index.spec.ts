import { beforeEach, expect, it, vi } from 'vitest'
import type { Bridge } from '../shared/api'
import { contract } from '../shared/contract'
import { dropChannel, eventChannels } from '../shared/channels'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, Set<(event: unknown, payload: unknown) => void>>(),
  invoke: vi.fn(),
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: electron.invoke,
    on: (channel: string, listener: () => void) => {
      electron.listeners.set(
        channel,
        (electron.listeners.get(channel) ?? new Set<() => void>()).add(listener),
      )
    },
    off: (channel: string, listener: () => void) =>
      electron.listeners.get(channel)?.delete(listener),
  },
  webUtils: {
    getPathForFile: ({ name }: { name: string }) => (name === 'made.csv' ? '' : `/disk/${name}`),
  },
}))

await import('./index')
const bridge = electron.exposed.get('seventy') as Bridge
const { events, drops, ...domains } = bridge
beforeEach(() => electron.invoke.mockReset())

it('gives the page one object, with a function for every procedure and for nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['seventy'])
  const offered = Object.entries(domains).flatMap(([domain, calls]) =>
    Object.keys(calls).map((name) => `${domain}.${name}`),
  )
  expect(offered.toSorted()).toEqual(Object.keys(contract).toSorted())
})

it('calls the procedure of the function’s own name', () => {
  for (const [domain, calls] of Object.entries(domains)) {
    for (const [name, call] of Object.entries(calls)) {
      ;(call as (input: unknown) => unknown)({ asked: name })
      expect(electron.invoke).toHaveBeenLastCalledWith(`${domain}.${name}`, { asked: name })
    }
  }
})

it('hands the page the payload of an event, never the event, until it stops listening', () => {
  const cases = [
    [events.onJob, eventChannels.job],
    [events.onCommand, eventChannels.command],
    [events.onChanged, eventChannels.changed],
  ] as const
  for (const [subscribe, channel] of cases) {
    const listener = vi.fn()
    const stop = subscribe(listener)
    for (const receive of electron.listeners.get(channel) ?? []) receive({ sender: 'main' }, 7)
    expect(listener.mock.calls).toEqual([[7]])
    stop()
    expect(electron.listeners.get(channel)?.size).toBe(0)
  }
})

it('names the paths of dropped files to the main process only, and leaves out files a script made', async () => {
  electron.invoke.mockResolvedValue({ ok: true, value: { tokens: ['token'], skipped: [] } })
  const files = [
    { name: 'azure.csv', size: 1 },
    { name: 'made.csv', size: 1 },
  ]
  const reply = await drops.accept(files)
  expect(electron.invoke.mock.calls).toEqual([[dropChannel, ['/disk/azure.csv']]])
  expect(JSON.stringify(reply)).not.toContain('/disk')
})
