import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { nameless } from '../../app/testing/names'
import { profile } from '../../app/testing/workspace'
import EditPartnerDialog from './EditPartnerDialog.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
  win.fake.answer({ 'edits.partner': () => ({}), 'edits.anniversary': () => ({}) })
})

async function save(anniversary: number | undefined, change: { name?: string; month?: string }) {
  const enrolled = anniversary === undefined ? {} : { anniversary }
  mountInWindow(win, EditPartnerDialog, { open: true, profile: { ...profile(), ...enrolled } })
  await flushPromises()
  const [input, select] = [document.querySelector('input'), document.querySelector('select')]
  if (!input || !select) throw new RangeError('There are no fields.')
  expect(select.value).toBe(String(anniversary ?? ''))
  input.value = change.name ?? input.value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  select.value = change.month ?? select.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await flushPromises()
  expect(nameless()).toEqual([])
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  return win.fake.calls.filter(({ name }) => name.startsWith('edits.'))
}

it('saves nothing where nothing was changed', async () => {
  expect(await save(6, {})).toEqual([])
})

it('saves a name and an anniversary month, each as a change of its own', async () => {
  expect(await save(undefined, { name: 'Other', month: '3' })).toEqual([
    { name: 'edits.partner', input: { profileId: 1, name: 'Other' } },
    { name: 'edits.anniversary', input: { profileId: 1, month: 3 } },
  ])
})

it('takes an anniversary month away', async () => {
  expect(await save(6, { month: '' })).toEqual([
    { name: 'edits.anniversary', input: { profileId: 1, month: null } },
  ])
})
