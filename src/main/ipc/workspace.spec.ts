import { expect, it, vi } from 'vitest'
import type { JobEvent } from '../../shared/jobs'
import { Jobs } from './jobs'
import { workspaceHandlers } from './workspace'

/** Runs one of the jobs to its end; the dialog answers with `path`. */
async function run(name: 'workspace.backup' | 'workspace.verify', path?: string) {
  const aside = vi.fn(() => Promise.resolve({ name: 'copy.seventy', bytes: 9 }))
  const chooseTarget = vi.fn(() => Promise.resolve(path))
  const { promise, resolve } = Promise.withResolvers<JobEvent>()
  const send = (_channel: string, payload: unknown) => {
    const event = payload as JobEvent
    if (event.state !== 'progress') resolve(event)
  }
  const data = { aside } as never
  const today = () => '2023-12-15'
  await workspaceHandlers({ data, jobs: new Jobs(), chooseTarget, today })[name]({}, { send })
  return { aside, chooseTarget, event: await promise }
}

it('a backup goes where the dialog says, in a thread of its own', async () => {
  const { aside, chooseTarget, event } = await run('workspace.backup', '/home/me/copy.seventy')
  expect(chooseTarget).toHaveBeenCalledWith('Seventy - 2023-12-15.seventy')
  expect(aside).toHaveBeenCalledWith(
    'workspace.copy',
    { path: '/home/me/copy.seventy' },
    { signal: expect.any(AbortSignal) as unknown },
  )
  expect(event).toMatchObject({ state: 'done', result: { name: 'copy.seventy', bytes: 9 } })
})

it('nothing is copied when the dialog is closed', async () => {
  const { aside, event } = await run('workspace.backup')
  expect(aside).not.toHaveBeenCalled()
  expect(event).toMatchObject({ state: 'done', result: null })
})

it('the check runs in a thread of its own, too', async () => {
  const { aside } = await run('workspace.verify')
  expect(aside.mock.calls[0]?.slice(0, 2)).toEqual(['workspace.prove', {}])
})
