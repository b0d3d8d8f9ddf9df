import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import { formatDate } from '../format/dates'
import { chooseFormats } from '../format/locale'
import { formatUsd } from '../format/numbers'
import { gridRowHeight, tableRowHeight } from '../ui/density'
import { useAppearance } from './appearance'
import { useSessionStore } from './session-store'
import { testWindow } from './testing/mount'
import { settings } from './testing/workspace'
import { useWorkspaceStore } from './workspace-store'

const root = document.documentElement.dataset
/** What the system says about contrast; a test turns it. */
const system = Object.assign(new EventTarget(), { matches: false })
let scope: EffectScope
beforeEach(() => {
  testWindow()
  system.matches = false
  vi.spyOn(window, 'matchMedia').mockReturnValue(system as never)
  scope = effectScope()
  scope.run(useAppearance)
})
afterEach(() => {
  scope.stop()
  chooseFormats('en-GB')
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

it('has high contrast when it was chosen, or while the system asks for it', async () => {
  expect(root['contrast']).toBe('normal')
  useWorkspaceStore().settings = { ...settings, contrast: 'high' }
  await nextTick()
  expect(root['contrast']).toBe('high')
  useWorkspaceStore().settings = settings
  await nextTick()
  expect(root['contrast']).toBe('normal')
  system.matches = true
  system.dispatchEvent(new Event('change'))
  await nextTick()
  expect(root['contrast']).toBe('high')
})

it('takes less room when it is compact', async () => {
  expect([gridRowHeight.value, tableRowHeight.value]).toEqual([32, 40])
  useWorkspaceStore().settings = { ...settings, density: 'compact' }
  await nextTick()
  expect(root['density']).toBe('compact')
  expect([gridRowHeight.value, tableRowHeight.value]).toEqual([26, 32])
})

it('writes numbers and dates as was chosen, or as the system does', async () => {
  useWorkspaceStore().settings = { ...settings, formats: 'fr-FR' }
  await nextTick()
  expect([formatUsd(1_250), formatDate('2023-12-15')]).toEqual([
    '1\u202f250\u00a0$',
    '15 décembre 2023',
  ])
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
  useWorkspaceStore().settings = { ...settings, formats: 'system' }
  await nextTick()
  expect([formatUsd(1_250), formatDate('2023-12-15')]).toEqual(['$1,250', 'December 15, 2023'])
})
