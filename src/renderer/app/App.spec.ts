import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../shared/errors'
import App from './App.vue'
import { useSessionStore } from './session-store'
import { mountInWindow, testWindow, type TestWindow } from './testing/mount'
import { control, nameless, textOn } from './testing/names'
import { profile } from './testing/workspace'

let win: TestWindow
beforeEach(async () => {
  win = testWindow()
  await win.router.push('/')
})

async function open(): Promise<ReturnType<typeof mountInWindow>> {
  const app = mountInWindow(win, App)
  await flushPromises()
  return app
}

describe('the window', () => {
  it('opens on the portfolio, with landmarks for navigation, content and status', async () => {
    await open()
    expect(document.querySelector('h1')?.textContent).toBe('Portfolio')
    const landmarks = ['nav', 'main', 'footer'].map(
      (name) => document.querySelectorAll(name).length,
    )
    expect(landmarks).toEqual([1, 1, 1])
    expect(nameless()).toEqual([])
  })

  it('is titled by the partner that is shown', async () => {
    await open()
    expect(document.title).toBe('Seventy')
    await win.router.push('/partner/1/import')
    await flushPromises()
    expect(document.title).toBe('Halden Ridge Systems – Seventy')
    expect(useSessionStore().profileId).toBe(1)
    await win.router.push('/')
    await flushPromises()
    expect(document.title).toBe('Seventy')
  })

  it('has a first stop of the Tab key that skips to the content', async () => {
    await open()
    control('Skip to the content').click()
    expect(document.activeElement?.tagName).toBe('MAIN')
  })

  it('says why a workspace cannot be opened, and tries again', async () => {
    win.fake.answer({
      'profiles.list': () => {
        throw new SeventyError('workspace-newer', 'It was written by a newer Seventy.')
      },
    })
    await open()
    expect(textOn()).toContain('It was written by a newer Seventy.')
    win.fake.answer({ 'profiles.list': () => [profile()] })
    control('Try again').click()
    await flushPromises()
    expect(document.querySelector('h1')?.textContent).toBe('Portfolio')
  })

  it('reads the partners again when they change elsewhere', async () => {
    await open()
    win.fake.answer({ 'profiles.list': () => [profile({ name: 'Halden Ridge Group' })] })
    await win.router.push('/partner/1/import')
    win.fake.emitChanged(null)
    await flushPromises()
    expect(document.title).toBe('Halden Ridge Group – Seventy')
  })

  it('opens its dialogs by command', async () => {
    await open()
    for (const [id, heading] of [
      ['partner.switch', 'Switch partner'],
      ['partner.add', 'New partner'],
      ['help.shortcuts', 'Keyboard shortcuts'],
    ] as const) {
      win.fake.emitCommand(id)
      await flushPromises()
      expect(textOn(document.querySelector('[role="dialog"]') ?? document)).toContain(heading)
    }
  })

  it('leaves nothing listening when it is closed', async () => {
    const app = await open()
    expect(win.fake.listeners()).toBeGreaterThan(0)
    app.unmount()
    expect(win.fake.listeners()).toBe(0)
  })
})
