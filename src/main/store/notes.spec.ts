import { describe, expect, it } from 'vitest'
import type { NoteAbout } from '../../shared/notes'
import { redoStep, undoStep } from '../services/edits/log'
import { changeNote, createNote, listNotes, removeNote } from '../services/engagement/notes'
import { addProfile, importFiles, temporaryWorkspace, tenantGuid } from './test-support'

const AT = '2023-12-20T09:30:00.000Z'
const LATER = '2023-12-21T09:30:00.000Z'
const clock = { today: () => 19_711, now: () => AT }
const later = { ...clock, now: () => LATER }
const partner: NoteAbout = { kind: 'partner' }
const metric: NoteAbout = { kind: 'metric', metricId: 'deployments' }
const customer: NoteAbout = { kind: 'customer', tenantId: tenantGuid(1) }

function bench() {
  const { store } = temporaryWorkspace()
  const profileId = addProfile(store)
  importFiles(store, profileId, [
    { name: 'usage.csv', azure: [{ month: '2023-11', tenant: 1, microUsd: 5_000_000 }] },
  ])
  const add = (about: NoteAbout, text: string) =>
    createNote(store, clock, { profileId, about, text })
  const texts = (about: NoteAbout) => listNotes(store, { profileId, about }).map(({ text }) => text)
  return { store, profileId, add, texts }
}
const fault = (code: string) => expect.objectContaining({ code }) as Error

describe('a note', () => {
  it('stands where it belongs, the latest first, with its lines', () => {
    const { store, profileId, add, texts } = bench()
    const first = add(partner, ' Asked for CPOR.\nWaiting. ')
    add(metric, 'Two pilots')
    add(customer, 'Moves to another partner')
    add({ kind: 'metric', metricId: 'usage-growth' }, 'Seasonal')
    add(partner, 'CPOR is there')
    expect(texts(partner)).toEqual(['CPOR is there', 'Asked for CPOR.\nWaiting.'])
    expect(texts(metric)).toEqual(['Two pilots'])
    expect(texts(customer)).toEqual(['Moves to another partner'])
    expect(listNotes(store, { profileId, about: partner }).at(-1)).toEqual(first)
    expect(first).toMatchObject({ id: 1, profileId, createdAt: AT, changedAt: AT })
  })

  it('changes, goes and comes back by undo, each as one step', () => {
    const { store, add, texts } = bench()
    add(partner, 'Asked')
    expect(changeNote(store, later, { noteId: 1, text: 'Answered' })).toMatchObject({
      ...{ text: 'Answered', createdAt: AT, changedAt: LATER },
    })
    expect(changeNote(store, later, { noteId: 1, text: 'Answered ' }).text).toBe('Answered')
    removeNote(store, later, 1)
    expect(texts(partner)).toEqual([])
    expect(undoStep(store, later)).toMatchObject({ label: 'note-removed' })
    expect(texts(partner)).toEqual(['Answered'])
    expect(undoStep(store, later)).toMatchObject({ label: 'note-changed' })
    expect(texts(partner)).toEqual(['Asked'])
    expect(undoStep(store, later)).toMatchObject({ label: 'note-added', values: { name: 'Asked' } })
    expect(texts(partner)).toEqual([])
    redoStep(store, later)
    expect(texts(partner)).toEqual(['Asked'])
  })

  it('is called by its beginning', () => {
    const { store, add } = bench()
    add(partner, 'x'.repeat(61))
    expect(store.nextUndo()?.values).toEqual({ name: `${'x'.repeat(59)}…` })
  })

  it('is refused without a text, about a customer that is not there, and when it is gone', () => {
    const { store, add } = bench()
    expect(() => add(partner, ' \n ')).toThrow(fault('value-missing'))
    expect(() => add({ kind: 'customer', tenantId: tenantGuid(7) }, 'x')).toThrow(
      fault('customer-not-found'),
    )
    expect(() => createNote(store, clock, { profileId: 9, about: partner, text: 'x' })).toThrow(
      fault('profile-not-found'),
    )
    expect(() => listNotes(store, { profileId: 9, about: partner })).toThrow(
      fault('profile-not-found'),
    )
    expect(() => changeNote(store, clock, { noteId: 5, text: 'x' })).toThrow(
      fault('note-not-found'),
    )
    expect(() => removeNote(store, clock, 5)).toThrow(fault('note-not-found'))
  })

  it('goes with its partner', () => {
    const { store, profileId, add } = bench()
    add(partner, 'Asked')
    store.transaction(() => store.removeProfile(profileId))
    expect(store.engagement.noteById(1)).toBeUndefined()
  })
})
