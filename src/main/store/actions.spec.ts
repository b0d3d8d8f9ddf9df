import { describe, expect, it } from 'vitest'
import type { ActionFields, ActionOrigin } from '../../shared/actions'
import { redoStep, undoStep } from '../services/edits/log'
import {
  changeAction,
  createAction,
  listActions,
  removeAction,
} from '../services/engagement/actions'
import { addProfile, temporaryWorkspace } from './test-support'

const AT = '2023-12-20T09:30:00.000Z'
const LATER = '2023-12-21T09:30:00.000Z'
const clock = { today: () => 19_711, now: () => AT }
const later = { ...clock, now: () => LATER }
const origin: ActionOrigin = {
  lever: 'near-azure-customer',
  metric: 'net-customer-adds',
  stream: 'azure',
  subject: { kind: 'customer', id: '11111111-1111-4111-8111-111111111111', name: 'Saltmarsh' },
}
const fields: ActionFields = {
  ...{ title: ' Lift  Saltmarsh ', owner: ' Ada ', due: '2024-02-01', points: 2.5 },
  ...{ status: 'open', note: ' lacks $11.50\n' },
}

function bench() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  const add = (change: Partial<ActionFields> = {}) =>
    createAction(store, clock, { profileId, origin, ...fields, ...change })
  return { store, profileId, add }
}
const fault = (code: string) => expect.objectContaining({ code }) as Error

describe('an action', () => {
  it('is kept without blanks around its words, with the step of the plan it came from', () => {
    const { store, profileId, add } = bench()
    const added = add()
    expect(listActions(store, profileId)).toEqual([added])
    expect(added).toEqual({
      ...{ id: 1, profileId, title: 'Lift Saltmarsh', owner: 'Ada', due: '2024-02-01' },
      ...{ points: 2.5, status: 'open', note: 'lacks $11.50', origin },
      ...{ createdAt: AT, changedAt: AT },
    })
  })

  it('stands by status, then by due date with undated ones last', () => {
    const { store, profileId, add } = bench()
    add({ title: 'done', status: 'done', due: '2023-01-01' })
    add({ title: 'undated', due: null })
    add({ title: 'late', due: '2024-03-01' })
    add({ title: 'soon', due: '2024-01-01' })
    add({ title: 'under way', status: 'in-progress', due: null })
    add({ title: 'dropped', status: 'dropped' })
    add({ title: 'soon as well', due: '2024-01-01' })
    expect(listActions(store, profileId).map(({ title }) => title)).toEqual([
      ...['soon', 'soon as well', 'late', 'undated', 'under way', 'done', 'dropped'],
    ])
  })

  it('changes in what is given, says when, and is called a move where only the status changed', () => {
    const { store, add } = bench()
    const added = add()
    const moved = changeAction(store, later, { actionId: 1, change: { status: 'done' } })
    expect(moved).toEqual({ ...added, status: 'done', changedAt: LATER })
    expect(store.nextUndo()).toMatchObject({
      label: 'action-moved',
      values: { name: 'Lift Saltmarsh', status: 'done' },
    })
    const changed = changeAction(store, later, {
      actionId: 1,
      change: { due: null, points: null, owner: undefined },
    })
    expect(changed).toMatchObject({ due: null, points: null, owner: 'Ada', status: 'done' })
    expect(store.nextUndo()).toMatchObject({ label: 'action-changed' })
  })

  it('leaves no step where nothing changes', () => {
    const { store, add } = bench()
    const added = add()
    expect(changeAction(store, later, { actionId: 1, change: { owner: 'Ada ' } })).toEqual(added)
    expect(store.nextUndo()).toMatchObject({ label: 'action-added' })
  })

  it('comes back as it was when its removal is undone, and its id is not given to another', () => {
    const { store, profileId, add } = bench()
    const added = add()
    expect(removeAction(store, later, 1)).toEqual(added)
    expect(listActions(store, profileId)).toEqual([])
    undoStep(store, later)
    expect(listActions(store, profileId)).toEqual([added])
    redoStep(store, later)
    expect(add().id).toBe(2)
  })

  it('leaves the facts of its partner untouched and goes with it', () => {
    const { store, profileId, add } = bench()
    const revision = store.revision(profileId)
    add()
    expect(store.revision(profileId)).toBe(revision)
    store.transaction(() => store.removeProfile(profileId))
    expect(store.engagement.actionById(1)).toBeUndefined()
  })

  it('is refused without a title, for no partner, when it is gone, and beyond five hundred', () => {
    const { store, profileId, add } = bench()
    expect(() => add({ title: '  ' })).toThrow(fault('value-missing'))
    expect(() => createAction(store, clock, { profileId: 9, origin, ...fields })).toThrow(
      fault('profile-not-found'),
    )
    expect(() => listActions(store, 9)).toThrow(fault('profile-not-found'))
    expect(() => changeAction(store, clock, { actionId: 7, change: {} })).toThrow(
      fault('action-not-found'),
    )
    expect(() => removeAction(store, clock, 7)).toThrow(fault('action-not-found'))
    store.transaction(() => {
      for (let id = 1; id <= 500; id++)
        store.apply({
          kind: 'action',
          id,
          action: { id, profileId, ...fields, origin, createdAt: AT, changedAt: AT },
        })
    })
    expect(() => add()).toThrow(fault('actions-too-many'))
  })
})
