import { beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { useAppearance } from './appearance'
import { useSessionStore } from './session-store'
import { testWindow } from './testing/mount'
import { settings } from './testing/workspace'
import { useWorkspaceStore } from './workspace-store'

const root = document.documentElement.dataset
beforeEach(() => {
  testWindow()
  effectScope().run(useAppearance)
})

it('follows the system until an appearance is chosen, and again when it is given up', async () => {
  expect(root['appearance']).toBeUndefined()
  useWorkspaceStore().settings = { ...settings, appearance: 'dark' }
  await nextTick()
  expect(root['appearance']).toBe('dark')
  useWorkspaceStore().settings = { ...settings, appearance: 'system' }
  await nextTick()
  expect(root['appearance']).toBeUndefined()
})

it('blurs what is private while privacy is on', async () => {
  expect(root['privacy']).toBe('off')
  useSessionStore().privacy = true
  await nextTick()
  expect(root['privacy']).toBe('on')
})
