import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../shared/api'
import { contract, type ProcedureName } from '../../shared/contract'
import { handleProcedure, type Handlers } from './handle'
import { fitting, uuid } from './testing/fitting-inputs'

/** Every procedure against a page that was taken over: whatever it sends, it gets a typed refusal. */

const names = Object.keys(contract) as ProcedureName[]

/** One procedure whose handler notes what reached it, and the channel that main would open for it. */
function open(name: ProcedureName) {
  const reached = vi.fn((_input: unknown) => ({}))
  const onFault = vi.fn()
  const opened: { call?: (event: string, input: unknown) => Promise<Reply<unknown>> } = {}
  handleProcedure<ProcedureName, string>(name, { [name]: reached } as unknown as Handlers, {
    listen: (_channel, listener) => (opened.call = listener),
    isTrusted: () => true,
    callerOf: () => ({ send: () => undefined }),
    checkOutput: false,
    onFault,
  })
  const call = (input: unknown) => {
    if (!opened.call) throw new Error(`${name} was not opened.`)
    return opened.call('event', input)
  }
  return { call, reached, onFault }
}

const huge = 'x'.repeat(1_000_000)

/** Values that no field of any procedure takes. */
const hostile: readonly unknown[] = [
  ...[NaN, Infinity, -Infinity, -1, 0, -0.5, 1.5, 2 ** 53, 10n, Symbol('s')],
  ...[{}, { toString: () => 'dmy' }, new Date(0), new Map(), new Uint8Array(4), /x/, () => 1],
  ...[huge, '../../etc/passwd', '__proto__', 'constructor', '2023-02-30', '\u0000'],
  ...[[], [[]], [null], [huge], Array.from({ length: 201 }, () => uuid)],
]

/** Keys that a careless merge would take for more than keys. */
const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'path', 'paths', '']

/** An object as it arrives by structured clone: `__proto__` is a key of its own like any other. */
function withKey(input: object, key: string, value: unknown): object {
  const copy = { ...input }
  const enumerable = { value, enumerable: true, configurable: true, writable: true }
  return Object.defineProperty(copy, key, enumerable)
}

function expectRefusal(reply: Reply<unknown>, name: ProcedureName): void {
  expect(reply).toEqual({
    ok: false,
    error: {
      code: 'input-invalid',
      message: expect.stringMatching(new RegExp(`^${name.replace('.', '\\.')}: `)) as string,
      details: {
        procedure: name,
        issues: expect.arrayContaining([
          { path: expect.any(String) as string, message: expect.any(String) as string },
        ]) as unknown[],
      },
    },
  })
  expect(() => structuredClone(reply)).not.toThrow()
}

describe.each(names)('%s', (name) => {
  it('lets an input through that fits', async () => {
    const { call, reached } = open(name)
    expect(await call(fitting[name])).toEqual({ ok: true, value: {} })
    expect(reached).toHaveBeenCalledOnce()
  })

  it.each([undefined, null, true, 7, NaN, 'text', huge, [[]], [{}]])(
    'refuses what is no object at all (case %#)',
    async (input) => {
      const { call, reached, onFault } = open(name)
      expectRefusal(await call(input), name)
      expect([reached.mock.calls, onFault.mock.calls]).toEqual([[], []])
    },
  )

  it.each(keys)('lets no surplus key "%s" through, and no prototype changes', async (key) => {
    const { call, reached } = open(name)
    const reply = await call(withKey(fitting[name], key, { polluted: true }))
    expectRefusal(reply, name)
    expect(reached).not.toHaveBeenCalled()
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  it('refuses or reads every hostile value in every field, and never fails itself', async () => {
    const { call, reached, onFault } = open(name)
    for (const field of Object.keys(fitting[name])) {
      for (const value of hostile) {
        reached.mockClear()
        const input = { ...fitting[name], [field]: value }
        const reply = await call(input)
        const fits = contract[name].input.safeParse(input).success
        expect([field, reply.ok, reached.mock.calls.length]).toEqual([field, fits, fits ? 1 : 0])
        if (!fits) expectRefusal(reply, name)
      }
    }
    expect(onFault).not.toHaveBeenCalled()
  })

  it('answers any mutation of a fitting input with a value or a typed refusal', async () => {
    const { call, onFault } = open(name)
    const field = fc.constantFrom(...Object.keys(fitting[name]), ...keys, 'profileId', 'files')
    const value = fc.oneof(fc.anything({ withBigInt: true }), fc.constantFrom(...hostile))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, value), { minLength: 1 }), async (changes) => {
        const input = changes.reduce<object>(
          (changed, [key, given]) => withKey(changed, key, given),
          fitting[name],
        )
        const reply = await call(input)
        if (!reply.ok) expectRefusal(reply, name)
      }),
      { numRuns: 60 },
    )
    expect(onFault).not.toHaveBeenCalled()
  })
})

describe('ids of partners', () => {
  const takers = names.filter((name) => 'profileId' in fitting[name])

  it.each(takers)('are positive whole numbers for %s', async (name) => {
    const { call } = open(name)
    for (const profileId of [-1, 0, 1.5, NaN, Infinity, 2 ** 53, '1', null, undefined, [1]])
      expectRefusal(await call({ ...fitting[name], profileId }), name)
    expect((await call({ ...fitting[name], profileId: Number.MAX_SAFE_INTEGER })).ok).toBe(true)
  })
})

describe('files', () => {
  it.each(['imports.check', 'imports.commit', 'imports.rejects'] as const)(
    'are named by token for %s, never by path, and at most two hundred at a time',
    async (name) => {
      const { call } = open(name)
      const files = (count: number) => Array.from({ length: count }, () => uuid)
      for (const given of [[], files(201), ['/etc/passwd'], ['C:\\usage.csv'], [''], uuid])
        expectRefusal(await call({ ...fitting[name], files: given }), name)
      expect((await call({ ...fitting[name], files: files(200) })).ok).toBe(true)
    },
  )
})
