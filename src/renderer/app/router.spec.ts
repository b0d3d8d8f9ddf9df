import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { RouterView } from 'vue-router'
import { createTexts } from './i18n'
import { testWindow, type TestWindow } from './testing/mount'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function at(address: string): Promise<string> {
  await win.router.push(address)
  return win.router.currentRoute.value.fullPath
}

it('sends an unknown address to the portfolio', async () => {
  expect(await at('/somewhere/else')).toBe('/')
  expect(await at('/partner/none/overview')).toBe('/')
})

it('sends an unknown metric to the overview of its partner', async () => {
  expect(await at('/partner/7/metrics/points')).toBe('/partner/7/overview')
})

it('hands a screen its partner as a number', async () => {
  await at('/partner/7/metrics/deployments')
  const [matched] = win.router.currentRoute.value.matched
  const props = matched?.props['default'] as (route: unknown) => unknown
  expect(props(win.router.currentRoute.value)).toEqual({ profileId: 7, metricId: 'deployments' })
})

it('gives the focus to the heading of the screen that was entered', async () => {
  await at('/')
  const shell = mount(
    { components: { RouterView }, template: '<main><RouterView /></main>' },
    { attachTo: document.body, global: { plugins: [win.pinia, createTexts(), win.router] } },
  )
  await flushPromises()
  await at('/partner/1/report')
  await flushPromises()
  expect(document.activeElement?.tagName).toBe('H1')
  shell.unmount()
})
