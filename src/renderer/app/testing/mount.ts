import { enableAutoUnmount, mount, type ComponentMountingOptions } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { afterEach } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { createMemoryHistory, type Router } from 'vue-router'
import { createTexts } from '../i18n'
import { createScreens } from '../router'
import { useWorkspaceStore } from '../workspace-store'
import { fakeBridge, type FakeBridge } from './fake-bridge'
import { info, profile, settings } from './workspace'

enableAutoUnmount(afterEach)

export interface TestWindow {
  readonly fake: FakeBridge
  readonly pinia: Pinia
  readonly router: Router
}

/** A window with a bridge of its own, an open workspace with one partner, and no screen yet. */
export function testWindow(): TestWindow {
  const fake = fakeBridge()
  Object.defineProperty(window, 'seventy', { value: fake.bridge, configurable: true })
  const pinia = createPinia()
  setActivePinia(pinia)
  Object.assign(useWorkspaceStore(), { phase: 'ready', info, settings, profiles: [profile()] })
  return { fake, pinia, router: createScreens(createMemoryHistory()) }
}

/** Mounts a component as the window would, with text, stores, routes and hints in place. */
export function mountInWindow(
  { pinia, router }: TestWindow,
  component: Component,
  props: Record<string, unknown> = {},
  slots: ComponentMountingOptions<Component>['slots'] = {},
) {
  const holder = defineComponent({
    setup: () => () =>
      h(TooltipProvider, null, { default: () => h(component, props, slots as never) }),
  })
  return mount(holder, {
    attachTo: document.body,
    global: { plugins: [pinia, createTexts(), router] },
  })
}
