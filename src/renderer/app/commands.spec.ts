import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { commands, type CommandId } from '../../shared/commands'
import { useCommands, type RunCommand } from './commands'
import { useSessionStore } from './session-store'
import { testWindow, type TestWindow } from './testing/mount'

const exportReport = vi.fn()
const takeSnapshot = vi.fn()
const undo = vi.fn()
const redo = vi.fn()
let win: TestWindow
let scope: EffectScope
let run: RunCommand
beforeEach(async () => {
  scope?.stop()
  for (const each of [exportReport, takeSnapshot, undo, redo]) each.mockReset()
  win = testWindow()
  await win.router.push('/')
  scope = effectScope()
  run = scope.run(() =>
    useCommands(win.router, { exportReport, takeSnapshot, undo, redo }),
  ) as RunCommand
})

function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true, ...more })
  window.dispatchEvent(event)
  return event
}
/** The address that the command leads to; screens are loaded when they are entered first. */
function leadsTo(command: CommandId): Promise<string> {
  return new Promise((resolve) => {
    const stop = win.router.afterEach(({ fullPath }) => {
      stop()
      resolve(fullPath)
    })
    run(command)
  })
}

describe('a command', () => {
  it('goes to a screen of the partner that is open', async () => {
    useSessionStore().profileId = 1
    const addresses: string[] = []
    for (const { id } of commands.filter((command) => command.id.startsWith('go.'))) {
      addresses.push(await leadsTo(id))
    }
    expect(addresses).toEqual([
      '/partner/1/import',
      '/',
      '/partner/1/overview',
      '/partner/1/metrics/net-customer-adds',
      '/partner/1/metrics/intermediate-certifications',
      '/partner/1/metrics/deployments',
      '/partner/1/metrics/usage-growth',
      '/partner/1/history',
      '/partner/1/plan',
      '/partner/1/scenarios',
      '/partner/1/imports',
      '/partner/1/data/customers',
      '/partner/1/data/people',
      '/partner/1/data/azure',
      '/partner/1/data/m365',
      '/partner/1/report',
      '/rules',
      '/settings',
    ])
  })

  it('that needs a partner asks for one where none is open', () => {
    for (const { id } of commands.filter(({ needsPartner }) => needsPartner)) {
      useSessionStore().dialog = null
      run(id)
      expect(useSessionStore().dialog, id).toBe('switcher')
    }
    expect(win.router.currentRoute.value.fullPath).toBe('/')
    expect(exportReport).not.toHaveBeenCalled()
    expect(takeSnapshot).not.toHaveBeenCalled()
  })

  it('takes a snapshot of the partner that is open', () => {
    useSessionStore().profileId = 1
    press('s')
    expect(takeSnapshot).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('opens its dialog in place of the one that is open', () => {
    const session = useSessionStore()
    run('partner.switch')
    expect(session.dialog).toBe('switcher')
    run('partner.add')
    expect(session.dialog).toBe('new-partner')
    run('help.shortcuts')
    expect(session.dialog).toBe('shortcuts')
  })

  it('closes a dialog before it leaves the screen', () => {
    run('help.shortcuts')
    run('go.portfolio')
    expect(useSessionStore().dialog).toBeNull()
  })

  it('opens the help of the screen that is open, and not once more on the help itself', async () => {
    await win.router.push('/partner/4/plan')
    expect(await leadsTo('help.manual')).toBe('/help?screen=plan')
    const push = vi.spyOn(win.router, 'push')
    run('help.manual')
    expect(push).not.toHaveBeenCalled()
  })

  it('exports the report of the partner that is open', () => {
    useSessionStore().profileId = 4
    run('report.export')
    expect(exportReport).toHaveBeenCalledExactlyOnceWith(4)
  })

  it('hides what is private without closing what is being typed', () => {
    const session = useSessionStore()
    run('partner.add')
    run('view.privacy')
    expect([session.privacy, session.dialog]).toEqual([true, 'new-partner'])
    run('view.privacy')
    expect(session.privacy).toBe(false)
  })

  it('comes from the native menu as well', () => {
    win.fake.emitCommand('help.shortcuts')
    expect(useSessionStore().dialog).toBe('shortcuts')
  })
})

describe('undo and redo', () => {
  it('take steps by every shortcut they have', () => {
    press('z')
    press('z', { shiftKey: true })
    press('y')
    expect([undo.mock.calls.length, redo.mock.calls.length]).toEqual([1, 2])
  })

  it('are left to a field while something is typed in it', () => {
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    expect(press('z').defaultPrevented).toBe(false)
    document.execCommand = vi.fn()
    win.fake.emitCommand('edit.undo')
    expect(document.execCommand).toHaveBeenCalledExactlyOnceWith('undo')
    field.remove()
    expect(undo).not.toHaveBeenCalled()
  })

  it('leave a dialog open', () => {
    useSessionStore().dialog = 'shortcuts'
    run('edit.undo')
    expect(useSessionStore().dialog).toBe('shortcuts')
  })
})

describe('a shortcut', () => {
  it('runs its command, and keeps the menu from running it again', () => {
    const event = press('o')
    expect(useSessionStore().dialog).toBe('switcher')
    expect(event.defaultPrevented).toBe(true)
  })

  it('that is held down runs once, in the window and in the menu', () => {
    press('h', { shiftKey: true })
    const repeated = press('h', { shiftKey: true, repeat: true })
    expect(useSessionStore().privacy).toBe(true)
    expect(repeated.defaultPrevented).toBe(true)
  })

  it('leaves every other key alone', () => {
    expect(press('c').defaultPrevented).toBe(false)
    expect(press('o', { ctrlKey: false }).defaultPrevented).toBe(false)
    expect(useSessionStore().dialog).toBeNull()
  })

  it('is heard no longer once the window is gone', () => {
    scope.stop()
    press('o')
    expect(useSessionStore().dialog).toBeNull()
    expect(win.fake.listeners()).toBe(0)
  })
})
