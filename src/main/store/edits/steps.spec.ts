import { describe, expect, it } from 'vitest'
import { addRow, renameCustomer } from '../../services/edits/changes'
import { nextSteps, redoStep, undoStep } from '../../services/edits/log'
import { openWritable } from '../open'
import { addProfile, importFiles, tenantGuid } from '../test-support'
import { AT, bench, clock, refused, usage } from './testing/bench'

describe('the line of steps', () => {
  it('survives a restart', () => {
    const { path, store, profileId, editing } = bench()
    renameCustomer(editing, { profileId, tenantId: tenantGuid(1), name: 'Harbour' })
    renameCustomer(editing, { profileId, tenantId: tenantGuid(1), name: 'Mill' })
    undoStep(store, clock)
    store.close()
    const again = openWritable(path)
    const { undo, redo } = nextSteps(again)
    expect([undo?.values, redo?.values]).toEqual([
      { from: tenantGuid(1), to: 'Harbour' },
      { from: 'Harbour', to: 'Mill' },
    ])
    undoStep(again, clock, undo?.id)
    expect(again.customer(profileId, tenantGuid(1))?.name).toBeNull()
    again.close()
  })

  it.each(['change', 'import', 'removal'])('drops what was undone after another %s', (what) => {
    const { store, profileId, editing } = bench()
    const other = addProfile(store, 'Other')
    addRow(editing, { profileId, row: usage() })
    undoStep(store, clock)
    if (what === 'change') addRow(editing, { profileId, row: usage() })
    else if (what === 'import') importFiles(store, other, [{ name: 'x.csv', azure: [] }])
    else store.transaction(() => store.removeProfile(other))
    refused(() => redoStep(store, clock), 'nothing-to-redo', {})
  })

  it('undoes only the step that was meant', () => {
    const { store, profileId, editing } = bench()
    addRow(editing, { profileId, row: usage() })
    const first = nextSteps(store).undo?.id ?? 0
    addRow(editing, { profileId, row: usage({ usd: 2 }) })
    refused(() => undoStep(store, clock, first), 'step-not-next', {})
  })

  it('loses the steps of a partner that is removed, and keeps those of the others', () => {
    const { store, profileId, editing } = bench()
    addRow(editing, { profileId, row: usage() })
    const other = addProfile(store, 'Other')
    addRow(editing, { profileId: other, row: usage() })
    store.transaction(() => store.removeProfile(other))
    expect(nextSteps(store).undo).toMatchObject({ profileId, partner: 'Nordlicht IT' })
  })

  it('forgets the oldest steps and keeps the last thousand', () => {
    const { store } = bench()
    const setting = (value: number) => ({ kind: 'setting', key: 'x', value }) as const
    store.transaction(() => {
      for (let value = 1; value <= 1002; value++) {
        store.addStep({
          ...{ at: AT, profileId: null, label: 'settings-changed', values: {} },
          ...{ forward: setting(value), backward: setting(value - 1) },
        })
      }
    })
    let undone = 0
    for (; nextSteps(store).undo !== null; undone++) undoStep(store, clock)
    expect([undone, store.setting('x')]).toEqual([1000, 2])
  })

  it('does not bring back an edition that was removed', () => {
    const { store, profileId } = bench()
    const backward = { kind: 'edition', profileId, edition: 'mine' } as const
    store.transaction(() => {
      store.addStep({
        ...{ at: AT, profileId, label: 'edition-chosen', values: { edition: '' } },
        ...{ forward: { ...backward, edition: null }, backward },
      })
      store.removeEdition('mine')
    })
    expect(nextSteps(store).undo).toBeNull()
  })
})
