import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../shared/api'
import { contract, type ProcedureName } from '../../shared/contract'
import { SeventyError } from '../../shared/errors'
import { handleContract, type Handlers } from './handle'

type Listener = (event: string, input: unknown) => Promise<Reply<unknown>>
const names = Object.keys(contract) as ProcedureName[]

/** A contract where every handler does the same, and the listeners that main would register. */
function open(handler: (input: unknown) => unknown, checkOutput = false) {
  const listeners = new Map<string, Listener>()
  const onFault = vi.fn()
  const handlers = Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers
  handleContract<string>(handlers, {
    listen: (channel, listener) => listeners.set(channel, listener),
    isTrusted: (event) => event === 'ours',
    callerOf: () => ({ send: () => undefined }),
    checkOutput,
    onFault,
  })
  const call = async (name: ProcedureName, input: unknown, event = 'ours') => {
    const listener = listeners.get(name)
    if (!listener) throw new Error(`${name} is not open`)
    return listener(event, input)
  }
  return { call, onFault, channels: [...listeners.keys()] }
}

describe('the contract as main opens it', () => {
  it('opens every procedure and nothing else', () => {
    expect(open(() => ({})).channels.toSorted()).toEqual(names.toSorted())
  })

  it.each(names)(
    '%s answers any value with a reply, and lets none through that its schema refuses',
    async (name) => {
      const seen: unknown[] = []
      const { call } = open((input) => void seen.push(input))
      await fc.assert(
        fc.asyncProperty(
          fc.anything({ withNullPrototype: true, withTypedArray: true }),
          async (input) => {
            seen.length = 0
            const reply = await call(name, input)
            const fits = contract[name].input.safeParse(input).success
            expect(seen).toHaveLength(fits ? 1 : 0)
            if (!fits) expect(reply).toMatchObject({ ok: false, error: { code: 'input-invalid' } })
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('refuses a page that is not ours before looking at its input', async () => {
    const handler = vi.fn()
    const reply = await open(handler).call('app.ping', {}, 'theirs')
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('passes on code and details of an error, and logs only faults of the program', async () => {
    const thrown = { error: new Error('boom') as Error }
    const { call, onFault } = open(() => {
      throw thrown.error
    })
    expect(await call('app.ping', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(onFault).toHaveBeenCalledExactlyOnceWith('app.ping', thrown.error)
    thrown.error = new SeventyError('profile-not-found', 'Gone.', { profileId: 3 })
    expect(await call('score.get', { profileId: 3 })).toEqual({
      ok: false,
      error: { code: 'profile-not-found', message: 'Gone.', details: { profileId: 3 } },
    })
    expect(onFault).toHaveBeenCalledOnce()
  })

  it('finds an output that breaks the contract while developing', async () => {
    const { call } = open(() => ({ version: 1 }), true)
    expect(await call('app.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})
