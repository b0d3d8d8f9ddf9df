import { copyFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openReadable } from './open'
import { addProfile, temporaryWorkspace } from './test-support'

describe('what is set for one partner', () => {
  it('comes back under its key, for that partner only, and is replaced by what is set next', () => {
    const { store } = temporaryWorkspace()
    const [one, other] = [addProfile(store, 'One'), addProfile(store, 'Other')]
    store.transaction(() => store.setProfileSetting(one, 'plan', { effort: { renewal: 1 } }))
    store.transaction(() => store.setProfileSetting(one, 'plan', { effort: { renewal: 2 } }))
    expect(store.profileSetting(one, 'plan')).toEqual({ effort: { renewal: 2 } })
    expect(store.profileSetting(one, 'targets')).toBeUndefined()
    expect(store.profileSetting(other, 'plan')).toBeUndefined()
  })

  it('leaves the revision of the facts as it is, and goes with its partner', () => {
    const { store } = temporaryWorkspace()
    const id = addProfile(store, 'One')
    const before = store.revision(id)
    store.transaction(() => store.setProfileSetting(id, 'plan', 1))
    expect(store.revision(id)).toBe(before)
    store.transaction(() => store.removeProfile(id))
    expect(store.profileSetting(id, 'plan')).toBeUndefined()
    expect(store.verify().ok).toBe(true)
  })

  it('is in a copy of the workspace', () => {
    const { store, path } = temporaryWorkspace()
    const id = addProfile(store, 'One')
    store.transaction(() => store.setProfileSetting(id, 'plan', [1]))
    store.close()
    copyFileSync(path, `${path}.copy`)
    const copy = openReadable(`${path}.copy`)
    expect(copy.profileSetting(id, 'plan')).toEqual([1])
    copy.close()
  })
})
