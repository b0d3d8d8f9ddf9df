import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useSessionStore } from '../../app/session-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, textOn, type } from '../../app/testing/names'
import HelpPage from './HelpPage.vue'
import { manual } from './manual'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(props: { chapterId?: string; screen?: string } = {}) {
  mountInWindow(win, HelpPage, props)
  await flushPromises()
}
const title = () => textOn(document.querySelector('article h2') ?? document)
const listed = () => [...document.querySelectorAll('nav a')].map((each) => textOn(each))

describe('the help', () => {
  it('lists its chapters, says which is open, and leads to each', async () => {
    await show({ chapterId: 'rules' })
    expect(listed()).toEqual(manual.map((chapter) => chapter.title))
    expect(title()).toBe('Rules, editions, readings')
    expect(textOn(document.querySelector('[aria-current="page"]') ?? document)).toBe(title())
    expect(control('Ways to 70').getAttribute('href')).toContain('/help/plan')
    expect(nameless()).toEqual([])
  })

  it('opens at the chapter of the screen that asked, until another is chosen', async () => {
    await show({ screen: 'import' })
    expect(title()).toBe('Importing files')
    document.body.replaceChildren()
    await show({ screen: 'import', chapterId: 'plan' })
    expect(title()).toBe('Ways to 70')
  })

  it('shows steps, points and tables as such', async () => {
    await show({ chapterId: 'downloads' })
    expect(document.querySelectorAll('tbody th[scope="row"]')).toHaveLength(5)
    document.body.replaceChildren()
    await show({ chapterId: 'associations' })
    expect(document.querySelectorAll('article ol li').length).toBeGreaterThan(4)
  })

  it('is searched, and says when nothing is found', async () => {
    await show()
    type(field('Search the manual'), 'executive report viewer')
    await flushPromises()
    expect(listed()).toEqual(['What to ask the client for'])
    type(field('Search the manual'), 'zebra')
    await flushPromises()
    expect(textOn()).toContain('No chapter holds “zebra”.')
  })

  it('leads to the keyboard shortcuts', async () => {
    await show()
    control('Keyboard shortcuts').click()
    expect(useSessionStore().dialog).toBe('shortcuts')
  })
})
