import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createPinia } from 'pinia'
import { createMemoryHistory } from 'vue-router'
import { createTexts } from '../app/i18n'
import { createScreens } from '../app/router'
import { textOn } from '../app/testing/names'
import GalleryPage from './GalleryPage.vue'

const blocks = Object.keys(import.meta.glob('../ui/*.vue')).map((path) =>
  path.replace(/^.*\/|\.vue$/g, ''),
)

it('shows every building block, in light and in dark', () => {
  const page = mount(GalleryPage, {
    attachTo: document.body,
    global: { plugins: [createPinia(), createTexts(), createScreens(createMemoryHistory())] },
  })
  for (const theme of ['light', 'dark']) {
    const shown = page.findAll(`.${theme} .specimen > h3`).map((name) => textOn(name.element))
    expect(shown.toSorted()).toEqual(blocks.toSorted())
  }
  page.unmount()
})
