import { describe, expect, it } from 'vitest'
import { noOverrides } from '../../shared/no-overrides'
import type { Overrides } from '../../shared/scenarios'
import { addProfile, AT, temporaryWorkspace, tenantGuid } from './test-support'

const LATER = '2023-12-16T08:00:00.000Z'
const overrides: Overrides = {
  ...noOverrides,
  customers: [{ tenantId: tenantGuid(1), newName: null, azure: null, seats: [], removed: true }],
}

function saved() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  const add = (name: string) =>
    store.transaction(() => store.addScenario({ profileId, name, overrides }, AT))
  return { store, profileId, add }
}

describe('saved scenarios', () => {
  it('come back as they were saved, in the order of their names', () => {
    const { store, profileId, add } = saved()
    const [second, first] = [add('more seats'), add('Lost customer')]
    expect(store.scenarios(profileId)).toEqual([first, second])
    expect(second).toEqual({
      ...{ id: second.id, profileId, name: 'more seats' },
      ...{ overrides, createdAt: AT, updatedAt: AT },
    })
    expect(store.scenarioById(second.id)).toEqual(second)
  })

  it('are found by their name in any case, in their own profile only', () => {
    const { store, profileId, add } = saved()
    const scenario = add('More  Seats')
    expect(store.scenarioByName(profileId, 'more seats')).toEqual(scenario)
    expect(store.scenarioByName(addProfile(store, 'Other'), 'more seats')).toBeUndefined()
  })

  it('change and go without touching the revision of the facts', () => {
    const { store, profileId, add } = saved()
    const revision = store.revision(profileId)
    const scenario = add('More seats')
    const changed = { ...scenario, name: 'Fewer', overrides: noOverrides }
    store.transaction(() => store.changeScenario(changed, LATER))
    expect(store.scenarioById(scenario.id)).toEqual({ ...changed, updatedAt: LATER })
    expect(store.scenarioByName(profileId, 'fewer')?.id).toBe(scenario.id)
    store.transaction(() => store.removeScenario(scenario.id))
    expect(store.scenarioById(scenario.id)).toBeUndefined()
    expect(store.revision(profileId)).toBe(revision)
  })

  it('never share a name in one profile, and go with it', () => {
    const { store, profileId, add } = saved()
    const scenario = add('More seats')
    expect(() => add('MORE seats')).toThrow('UNIQUE')
    store.transaction(() => store.removeProfile(profileId))
    expect(store.scenarioById(scenario.id)).toBeUndefined()
    expect(store.verify().ok).toBe(true)
  })
})
