import { describe, expect, it, vi } from 'vitest'
import { FileTokens } from './file-tokens'
import { rejectsHandlers } from './rejects'

/** Runs the job at once and hands out what it resolves to. */
function start(target: string | undefined) {
  const tokens = new FileTokens()
  const call = vi.fn((..._: unknown[]) => Promise.resolve({ name: 'out.csv', rows: 2 }))
  const results: Promise<unknown>[] = []
  const report = vi.fn()
  const jobs = {
    start: (_caller: unknown, work: (hooks: object) => Promise<unknown>) => {
      results.push(work({ report, signal: undefined }))
      return { jobId: 'job' }
    },
  }
  const handlers = rejectsHandlers({
    data: { call: call as never },
    jobs: jobs as never,
    tokens,
    chooseTarget: () => Promise.resolve(target),
  })
  const files = [tokens.issue('/in/usage.csv')]
  const input = { profileId: 1, files, mode: 'replace', skipBadRows: false } as const
  void handlers['imports.rejects'](input, {} as never)
  return { call, report, result: results[0] }
}

describe('saving bad rows from the window', () => {
  it('asks for a place and hands paths, never tokens, to the thread that reads', async () => {
    const { call, report, result } = start('/out/out.csv')
    expect(await result).toEqual({ name: 'out.csv', rows: 2 })
    const [name, input, hooks] = call.mock.calls[0] ?? []
    expect([name, input]).toEqual([
      'imports.save-rejects',
      ...[
        {
          profileId: 1,
          mode: 'replace',
          skipBadRows: false,
          paths: ['/in/usage.csv'],
          target: '/out/out.csv',
        },
      ],
    ])
    ;(hooks as { onProgress(done: number, total: number): void }).onProgress(1, 2)
    expect(report).toHaveBeenCalledExactlyOnceWith({ phase: 'reading', done: 1, total: 2 })
  })

  it('reads nothing when the dialog was closed', async () => {
    const { call, result } = start(undefined)
    expect(await result).toBeNull()
    expect(call).not.toHaveBeenCalled()
  })
})
