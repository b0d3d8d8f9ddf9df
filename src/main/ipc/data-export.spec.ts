import { describe, expect, it, vi } from 'vitest'
import type { JobEvent } from '../../shared/jobs'
import { dataExportHandlers } from './data-export'
import { Jobs } from './jobs'

const input = {
  ...{ profileId: 1, table: 'azure' as const, search: 'a', filters: [], sort: null },
  ...{ columns: ['month'], format: 'csv' as const },
}

/** Exports for a partner of that name; the dialog answers with `path`. */
async function exported(name: string, path: string | undefined) {
  const written = { name: 'rows.csv', bytes: 9, rows: 3 }
  const aside = vi.fn(
    (_name: string, _input: unknown, hooks: { onProgress(done: number, total: number): void }) => {
      hooks.onProgress(1, 3)
      return Promise.resolve(written)
    },
  )
  const call = vi.fn(() => Promise.resolve([{ id: 1, name }]))
  const chooseTarget = vi.fn(() => Promise.resolve(path))
  const { promise, resolve } = Promise.withResolvers<readonly JobEvent[]>()
  const events: JobEvent[] = []
  const send = (_channel: string, payload: unknown) => {
    const event = payload as JobEvent
    events.push(event)
    if (event.state !== 'progress') resolve(events)
  }
  const data = { call, aside } as never
  await dataExportHandlers({ data, jobs: new Jobs(), chooseTarget })['data.export'](input, { send })
  await promise
  return { aside, chooseTarget, events, written }
}

describe('an export of rows', () => {
  it('goes where the dialog says, in a thread of its own, and tells how far it is', async () => {
    const { aside, events, written } = await exported('Acme', '/home/me/rows.csv')
    expect(aside.mock.calls[0]?.slice(0, 2)).toEqual([
      'data.write',
      { ...input, path: '/home/me/rows.csv' },
    ])
    expect(events.slice(-2)).toMatchObject([
      { state: 'progress', progress: { phase: 'writing', done: 1, total: 3 } },
      { state: 'done', result: written },
    ])
  })

  it('suggests a name that every system takes', async () => {
    const { chooseTarget } = await exported('A/B: "C"\n', undefined)
    expect(chooseTarget).toHaveBeenCalledWith('A B C - Azure usage.csv')
  })

  it('writes nothing when the dialog is closed', async () => {
    const { aside, events } = await exported('Acme', undefined)
    expect(aside).not.toHaveBeenCalled()
    expect(events).toMatchObject([{ state: 'done', result: null }])
  })
})
