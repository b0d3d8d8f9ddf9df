import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import { deferred } from './testing/deferred'
import { testWindow, type TestWindow } from './testing/mount'
import { profile, settings } from './testing/workspace'
import { addProfile, changeSettings, loadWorkspace, removeProfile, saving } from './workspace'
import { useWorkspaceStore } from './workspace-store'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})
const inputs = (name: string) =>
  win.fake.calls.filter((call) => call.name === name).map(({ input }) => input)

describe('opening', () => {
  it('reads program, partners and settings', async () => {
    await loadWorkspace()
    expect(useWorkspaceStore()).toMatchObject({
      phase: 'ready',
      error: null,
      profiles: [profile()],
      settings,
    })
  })

  it('keeps the error of a workspace that cannot be read, and forgets it after another try', async () => {
    win.fake.answer({
      'profiles.list': () => {
        throw new SeventyError('workspace-locked', 'Another window has it.')
      },
    })
    await loadWorkspace()
    expect(useWorkspaceStore()).toMatchObject({
      phase: 'failed',
      error: { code: 'workspace-locked' },
    })
    win.fake.answer({ 'profiles.list': () => [] })
    await loadWorkspace()
    expect(useWorkspaceStore()).toMatchObject({ phase: 'ready', error: null, profiles: [] })
  })
})

describe('a change', () => {
  it('of the list of partners is read back', async () => {
    const added = profile({ id: 2, name: 'Kestrel & Vale' })
    win.fake.answer({ 'profiles.add': () => added, 'profiles.list': () => [profile(), added] })
    await expect(addProfile('Kestrel & Vale', ' 12 ')).resolves.toMatchObject({ id: 2 })
    expect(inputs('profiles.add')).toEqual([{ name: 'Kestrel & Vale', mpnId: '12' }])
    expect(useWorkspaceStore().profiles.map(({ id }) => id)).toEqual([1, 2])
  })

  it('leaves out a partner id that was not typed', async () => {
    win.fake.answer({ 'profiles.add': () => profile() })
    await addProfile('Kestrel & Vale', '  ')
    expect(inputs('profiles.add')).toEqual([{ name: 'Kestrel & Vale', mpnId: null }])
  })

  it('takes a removed partner off the list', async () => {
    win.fake.answer({ 'profiles.remove': () => ({}), 'profiles.list': () => [] })
    await removeProfile(1)
    expect(inputs('profiles.remove')).toEqual([{ profileId: 1 }])
    expect(useWorkspaceStore().profiles).toEqual([])
  })

  it('of a setting holds what was stored', async () => {
    await changeSettings({ pageSize: 'Letter' })
    expect(useWorkspaceStore().settings).toEqual({ ...settings, pageSize: 'Letter' })
  })

  it('counts as being saved until it is stored, also when it fails', async () => {
    const { promise, reject } = deferred<never>()
    const change = saving(() => promise)
    expect(useWorkspaceStore().saving).toBe(1)
    reject(new Error('no'))
    await expect(change).rejects.toThrow('no')
    expect(useWorkspaceStore().saving).toBe(0)
  })
})
