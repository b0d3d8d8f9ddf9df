import { beforeEach, describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { SeventyError } from '../../shared/errors'
import { ask, asSeventyError, bridge, plain, unwrap } from './client'
import { testWindow, type TestWindow } from './testing/mount'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

describe('asking the other side', () => {
  it('gives the value of an answer', async () => {
    await expect(ask(bridge().score.get, { profileId: 1 })).resolves.toMatchObject({
      total: 71.333333,
    })
  })

  it('throws a refusal with its code, its sentence and its place', async () => {
    win.fake.answer({
      'score.get': () => {
        throw new SeventyError('profile-not-found', 'There is no such partner.', { profileId: 9 })
      },
    })
    await expect(ask(bridge().score.get, { profileId: 9 })).rejects.toMatchObject({
      code: 'profile-not-found',
      message: 'There is no such partner.',
      details: { profileId: 9 },
    })
  })

  it('sends proxies of the window as plain values, which alone can be cloned', async () => {
    const input = reactive({ profileId: 1, readings: { streamFloor: 'sum' as const } })
    await ask(bridge().score.get, input)
    expect(win.fake.calls.at(-1)?.input).toEqual({
      profileId: 1,
      readings: { streamFloor: 'sum' },
    })
  })

  it('leaves out what is undefined, which strict input would refuse', () => {
    expect(Object.keys(plain({ profileId: 1, asOf: undefined }))).toEqual(['profileId'])
  })
})

describe('an error', () => {
  it('is thrown again by whoever unwraps a refusal', () => {
    const refusal = { code: 'cancelled', message: 'It was cancelled.', details: {} } as const
    expect(() => unwrap({ ok: false, error: refusal })).toThrow('It was cancelled.')
    expect(unwrap({ ok: true, value: 3 })).toBe(3)
  })

  it('of any other kind is a fault of the program', () => {
    expect(asSeventyError(new TypeError('x is not a function')).code).toBe('internal')
    expect(asSeventyError('odd').message).toContain('odd')
  })
})
