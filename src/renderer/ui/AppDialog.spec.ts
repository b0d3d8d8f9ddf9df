import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { mountInWindow, testWindow } from '../app/testing/mount'
import { accessibleName, control, nameless, press } from '../app/testing/names'
import AppDialog from './AppDialog.vue'

const open = ref(false)
const holder = defineComponent({
  setup: () => () => [
    h('button', { id: 'opener', onClick: () => (open.value = true) }, 'Open'),
    h(
      AppDialog,
      {
        open: open.value,
        heading: 'Remove partner?',
        description: 'Its files leave as well.',
        'onUpdate:open': (value: boolean) => (open.value = value),
      },
      { default: () => h('button', 'Remove') },
    ),
  ],
})

const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]')
beforeEach(async () => {
  open.value = false
  mountInWindow(testWindow(), holder)
  control('Open').focus()
  control('Open').click()
  await flushPromises()
})

it('has a name and a description, and every control in it has a name', () => {
  const element = dialog()
  expect(element && accessibleName(element)).toBe('Remove partner?')
  const description = element?.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(description)?.textContent.trim()).toBe('Its files leave as well.')
  expect(nameless(element ?? document.body)).toEqual([])
})

it('takes the focus', () => {
  expect(dialog()?.contains(document.activeElement)).toBe(true)
})

it('closes with Escape', async () => {
  press('Escape')
  await flushPromises()
  expect([open.value, dialog()]).toEqual([false, null])
})

it('closes with its own button', async () => {
  control('Close').click()
  await flushPromises()
  expect(open.value).toBe(false)
})
