import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { SeventyError } from '../../../shared/errors'
import { useSessionStore } from '../session-store'
import { mountInWindow, testWindow, type TestWindow } from '../testing/mount'
import { press, textOn } from '../testing/names'
import { profile } from '../testing/workspace'
import { useWorkspaceStore } from '../workspace-store'
import CommandPalette from './CommandPalette.vue'

let win: TestWindow
const command = vi.fn()
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  command.mockReset()
  win = testWindow()
  await win.router.push('/partner/1/overview')
  useSessionStore().profileId = 1
  useWorkspaceStore().profiles = [profile(), profile({ id: 2, name: 'Ridge Peak' })]
  mountInWindow(win, CommandPalette, { onCommand: command })
  useSessionStore().dialog = 'palette'
  await flushPromises()
  return () => vi.useRealTimers()
})

const input = () => document.querySelector<HTMLInputElement>('[role="combobox"]')
const options = () =>
  [...document.querySelectorAll<HTMLElement>('[role="option"]')].map((each) => textOn(each))

async function type(text: string): Promise<void> {
  const field = input()
  if (!field) throw new Error('The palette is not open.')
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.advanceTimersByTimeAsync(100)
  await flushPromises()
}
async function enter(): Promise<void> {
  press('Enter', input() ?? document.body)
  await flushPromises()
  await nextTick()
}

it('runs the command that was found, closes, and offers it first the next time', async () => {
  await type('priv')
  expect(options()).toEqual(['Privacy blur Ctrl Shift H'])
  await enter()
  expect(command.mock.calls).toEqual([['view.privacy']])
  expect(useSessionStore().dialog).toBeNull()
  useSessionStore().dialog = 'palette'
  await flushPromises()
  expect(input()?.value).toBe('')
  expect(options()[0]).toBe('Privacy blur Ctrl Shift H')
})

it('opens a partner', async () => {
  await type('peak')
  await enter()
  await vi.waitFor(() => expect(win.router.currentRoute.value.fullPath).toBe('/partner/2/overview'))
})

it('opens the table of a customer or a person, filtered', async () => {
  win.fake.answer({
    'search.find': () => ({
      customers: [{ id: 'tenant-7', name: 'Zephyr Mills' }],
      people: [{ id: 'zoe@halden.example', name: null }],
    }),
  })
  await type('ze')
  expect(win.fake.calls.filter(({ name }) => name === 'search.find')).toMatchObject([
    { input: { profileId: 1, text: 'ze' } },
  ])
  expect(options()).toEqual(['Zephyr Mills tenant-7', 'zoe@halden.example'])
  await enter()
  await vi.waitFor(() =>
    expect(win.router.currentRoute.value).toMatchObject({
      name: 'data-customers',
      query: { search: 'tenant-7' },
    }),
  )
})

it('asks once typing pauses, and for nothing when nothing is typed or no partner is open', async () => {
  await type('z')
  await type(' ')
  useSessionStore().profileId = null
  await flushPromises()
  await type('q')
  expect(win.fake.calls.filter(({ name }) => name === 'search.find')).toHaveLength(1)
})

it('says when nothing fits, and when customers could not be searched', async () => {
  win.fake.answer({
    'search.find': () => {
      throw new SeventyError('workspace-damaged', 'Damaged.')
    },
  })
  await type('qqqq')
  expect(textOn()).toContain('Nothing matches “qqqq”.')
  expect(textOn()).toContain('Customers and people could not be searched.')
})
