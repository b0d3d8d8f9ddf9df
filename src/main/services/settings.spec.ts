import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/default-settings'
import type { NewStep, StepLog } from './edits/ports'
import type { WritableWorkspace } from './ports'
import { changeSettings, readSettings } from './settings'

const clock = { today: () => 0, now: () => '2023-12-15T08:00:00.000Z' }
const unasked = (): never => {
  throw new Error('Settings have no use for this.')
}

/** A workspace of nothing but settings, and what was done to it in which order. */
function workspace(stored?: unknown) {
  const kept = new Map<string, unknown>(stored === undefined ? [] : [['settings', stored]])
  const calls: string[] = []
  const steps: NewStep[] = []
  const given: WritableWorkspace & StepLog = {
    addStep: (step) => steps.push(step),
    path: 'memory',
    ...{ profiles: unasked, profileById: unasked, profileByName: unasked, profileState: unasked },
    ...{
      files: unasked,
      hasFile: unasked,
      facts: unasked,
      stored: unasked,
      revision: unasked,
      verify: unasked,
    },
    ...{ close: unasked, addProfile: unasked, removeProfile: unasked, beginImport: unasked },
    ...{ audit: unasked, editions: unasked, chosenEditions: unasked, addEdition: unasked },
    ...{ removeEdition: unasked, chooseEdition: unasked, treatedNames: unasked },
    ...{ addTreatedName: unasked, removeTreatedName: unasked },
    ...{ manualTotals: unasked, changedRows: unasked },
    setting: (key) => kept.get(key),
    setSetting: (key, value) => {
      calls.push('write')
      kept.set(key, value)
    },
    transaction: (work) => {
      calls.push('begin')
      const result = work()
      calls.push('commit')
      return result
    },
  }
  return { given, kept, calls, steps }
}

describe('the settings of a workspace', () => {
  it('have their defaults when nobody chose any', () => {
    expect(readSettings(workspace().given)).toEqual(defaultSettings)
    expect(defaultSettings).toEqual({
      ...{ appearance: 'system', firm: '', pageSize: 'A4' },
      ...{ contrast: 'normal', density: 'comfortable', formats: 'en-GB' },
    })
  })

  it('are those that were chosen, and defaults for the others', () => {
    const { given } = workspace({ firm: 'Brook & Partners' })
    expect(readSettings(given)).toEqual({ ...defaultSettings, firm: 'Brook & Partners' })
  })

  it.each([['text'], [7], [['dark']], [{ appearance: 'sepia' }]])(
    'have their defaults where %j was stored, which makes no sense',
    (stored) => {
      expect(readSettings(workspace(stored).given)).toEqual(defaultSettings)
    },
  )

  it('keep what makes sense beside a value that does not', () => {
    const { given } = workspace({ firm: 'Brook', appearance: 'sepia' })
    expect(readSettings(given)).toEqual({ ...defaultSettings, firm: 'Brook' })
  })

  it('do not hand out what an older or newer version stored beside them', () => {
    const { given } = workspace({ firm: 'Brook', theme: 'dark' })
    expect(readSettings(given)).toEqual({ ...defaultSettings, firm: 'Brook' })
  })
})

describe('changing settings', () => {
  it('keeps the others, stores all of them in one transaction and returns them', () => {
    const { given, kept, calls, steps } = workspace({ firm: 'Brook' })
    const expected = { ...defaultSettings, appearance: 'dark', firm: 'Brook' }
    expect(changeSettings(given, clock, { appearance: 'dark' })).toEqual(expected)
    expect(steps).toEqual([
      expect.objectContaining({
        forward: { kind: 'setting', key: 'settings', value: expected },
        backward: { kind: 'setting', key: 'settings', value: { firm: 'Brook' } },
      }),
    ])
    expect(kept.get('settings')).toEqual(expected)
    expect(calls).toEqual(['begin', 'write', 'commit'])
    expect(readSettings(given)).toEqual(expected)
  })
})
