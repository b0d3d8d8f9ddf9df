import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { Note } from '../../../shared/notes'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import NotesPanel from './NotesPanel.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

const about = { kind: 'metric', metricId: 'deployments' } as const
const note = (id: number, change: Partial<Note> = {}): Note => ({
  ...{ id, profileId: 1, about, text: `Note ${String(id)}` },
  ...{ createdAt: '2023-12-01T08:00:00.000Z', changedAt: '2023-12-01T08:00:00.000Z', ...change },
})
async function show(notes: readonly Note[], narrow = false) {
  win.fake.answer({ 'notes.list': () => [...notes], 'notes.create': () => note(9) })
  mountInWindow(win, NotesPanel, { profileId: 1, about, narrow })
  await flushPromises()
}
const sent = (name: string) => win.fake.calls.filter((call) => call.name === name).at(-1)?.input
async function write(text: string, how: 'submit' | 'key' = 'submit') {
  const area = document.querySelector('textarea')
  if (!area) throw new RangeError('There is no text.')
  area.value = text
  area.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
  if (how === 'submit') area.form?.dispatchEvent(new Event('submit', { cancelable: true }))
  else area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
  await flushPromises()
}

it('shows the notes about a thing with their days, and when one was changed', async () => {
  await show([note(2, { changedAt: '2023-12-09T08:00:00.000Z' }), note(1)])
  expect(sent('notes.list')).toEqual({ profileId: 1, about })
  expect([...document.querySelectorAll('li')].map((each) => textOn(each))).toEqual([
    'Note 2 1 December 2023, changed 9 December 2023',
    'Note 1 1 December 2023',
  ])
  expect(nameless()).toEqual([])
})

it.each(['submit', 'key'] as const)('writes a new one about the same thing by %s', async (how) => {
  await show([], true)
  expect(textOn()).toContain('Nothing was written down here yet.')
  control('New note').click()
  await flushPromises()
  await write('Two pilots\nin May', how)
  expect(sent('notes.create')).toEqual({ profileId: 1, about, text: 'Two pilots\nin May' })
  expect(document.querySelector('textarea')).toBeNull()
})

it('changes one in place, and keeps the text where it is refused', async () => {
  await show([note(1)])
  win.fake.answer({
    'notes.change': () => {
      throw new SeventyError('note-not-found', 'It is gone.')
    },
  })
  control('Edit note of 1 December 2023').click()
  await flushPromises()
  expect(document.querySelector('textarea')?.value).toBe('Note 1')
  await write('Other')
  expect(sent('notes.change')).toEqual({ noteId: 1, text: 'Other' })
  expect(textOn()).toContain('It is gone.')
  expect(document.querySelector('textarea')?.value).toBe('Other')
})

it('removes one', async () => {
  await show([note(1)])
  win.fake.answer({ 'notes.remove': () => note(1) })
  control('Remove note of 1 December 2023').click()
  await flushPromises()
  expect(sent('notes.remove')).toEqual({ noteId: 1 })
})
