import { describe, expect, it } from 'vitest'
import { noOverrides } from '../../shared/no-overrides'
import {
  changeScenario,
  createScenario,
  duplicateScenario,
  listScenarios,
  removeScenario,
} from './scenarios'
import { ScenarioShelf } from './testing/scenario-shelf'

const clock = { today: () => 0, now: () => '2023-12-15T08:00:00.000Z' }
const more = { ...noOverrides, usage: { azurePercent: 120, m365Percent: 100 } }

function bench() {
  const workspace = new ScenarioShelf()
  workspace.add(1)
  const profileId = 1
  const create = (name: string) =>
    createScenario(workspace, clock, { profileId, name, overrides: more })
  const names = () => listScenarios(workspace, profileId).map(({ name }) => name)
  return { workspace, profileId, create, names }
}

const refused = (work: () => unknown, code: string) =>
  expect(work).toThrow(expect.objectContaining({ code }))

describe('scenarios of a partner', () => {
  it('are created with a trimmed name and listed', () => {
    const { create, names } = bench()
    create('  More usage ')
    create('Lost')
    expect(names()).toEqual(['More usage', 'Lost'])
  })

  it('are renamed, even to another spelling of their own name, and given other overrides', () => {
    const { workspace, create } = bench()
    const { id: scenarioId } = create('More usage')
    expect(changeScenario(workspace, clock, { scenarioId, name: 'MORE usage' })).toMatchObject({
      name: 'MORE usage',
      overrides: more,
    })
    changeScenario(workspace, clock, { scenarioId, overrides: noOverrides })
    expect(workspace.scenarioById(scenarioId)).toMatchObject({
      name: 'MORE usage',
      overrides: noOverrides,
    })
  })

  it('are duplicated under a free name that is not too long', () => {
    const { workspace, create, names } = bench()
    const { id } = create('More usage')
    expect(duplicateScenario(workspace, clock, id)).toMatchObject({ overrides: more })
    duplicateScenario(workspace, clock, id)
    expect(names()).toEqual(['More usage', 'More usage (copy)', 'More usage (copy 2)'])
    const long = create('x'.repeat(80))
    expect(duplicateScenario(workspace, clock, long.id).name).toBe(`${'x'.repeat(73)} (copy)`)
  })

  it('are removed for good', () => {
    const { workspace, create, names } = bench()
    const { id } = create('More usage')
    removeScenario(workspace, clock, id)
    expect(names()).toEqual([])
    expect(workspace.logged).toEqual([
      { action: 'scenario-added', subject: 'More usage' },
      { action: 'scenario-removed', subject: 'More usage' },
    ])
    for (const work of [
      () => removeScenario(workspace, clock, id),
      () => duplicateScenario(workspace, clock, id),
      () => changeScenario(workspace, clock, { scenarioId: id, name: 'x' }),
    ])
      refused(work, 'scenario-not-found')
  })

  it('are refused without a name, with one that is taken, and beyond the hundredth', () => {
    const { workspace, profileId, create } = bench()
    create('More usage')
    const { id } = create('Other')
    refused(() => create('more USAGE'), 'scenario-exists')
    refused(
      () => changeScenario(workspace, clock, { scenarioId: id, name: 'More usage' }),
      'scenario-exists',
    )
    refused(() => create('  '), 'scenario-name-invalid')
    refused(() => create('x'.repeat(81)), 'scenario-name-invalid')
    refused(() => listScenarios(workspace, profileId + 1), 'profile-not-found')
    for (let count = 2; count < 100; count++) create(`Scenario ${String(count)}`)
    refused(() => create('One more'), 'scenarios-too-many')
  })
})
