import { describe, expect, it } from 'vitest'
import type { NewExport } from '../services/exports'
import { addProfile, AT, temporaryWorkspace } from './test-support'

const exported = (profileId: number | null, change: Partial<NewExport> = {}): NewExport => ({
  profileId,
  ...{ template: 'full', format: 'pdf', scoreDate: '2023-12-15', edition: 'security-2023-12' },
  ...{ totalShown: 71.3, reportId: '7KM3-Q9XW', fileName: 'acme.pdf', bytes: 4_096 },
  sha256: 'a'.repeat(64),
  ...change,
})

describe('the history of exports', () => {
  it('has the last one first, of one partner only, and goes with it', () => {
    const { store } = temporaryWorkspace()
    const [acme, other] = [addProfile(store), addProfile(store, 'Other')]
    store.transaction(() => {
      store.addExport(exported(acme), AT)
      store.addExport(exported(acme, { format: 'xlsx', totalShown: null }), AT)
      store.addExport(exported(other), AT)
      store.addExport(exported(null, { template: 'portfolio', edition: null }), AT)
    })
    const { profileId: _, ...told } = exported(acme)
    expect(store.exports(acme)).toEqual([
      { ...told, id: 2, at: AT, format: 'xlsx', totalShown: null },
      { ...told, id: 1, at: AT },
    ])
    store.transaction(() => store.removeProfile(acme))
    expect(store.exports(acme)).toEqual([])
    expect(store.exports(other)).toHaveLength(1)
    expect(store.verify().ok).toBe(true)
  })

  it('takes no hash that is none', () => {
    const { store } = temporaryWorkspace()
    const wrong = exported(addProfile(store), { sha256: 'A'.repeat(64) })
    expect(() => store.transaction(() => store.addExport(wrong, AT))).toThrow('CHECK')
  })
})
