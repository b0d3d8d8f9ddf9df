import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { commands } from '../../../shared/commands'
import { SeventyError } from '../../../shared/errors'
import { noOverrides } from '../../../shared/no-overrides'
import { useJobsStore } from '../jobs-store'
import { useNoticesStore } from '../notices-store'
import { useSessionStore } from '../session-store'
import { mountInWindow, testWindow, type TestWindow } from '../testing/mount'
import { accessibleName, control, controls, nameless, press, textOn } from '../testing/names'
import { info, profile } from '../testing/workspace'
import { useWorkspaceStore } from '../workspace-store'
import AppearanceMenu from './AppearanceMenu.vue'
import AppRail from './AppRail.vue'
import ShortcutsDialog from './ShortcutsDialog.vue'
import StatusBar from './StatusBar.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

describe('the rail', () => {
  const command = vi.fn()
  const show = () => mountInWindow(win, AppRail, { onCommand: command })
  const links = () =>
    controls()
      .filter((each) => each.tagName === 'A')
      .map(accessibleName)

  it('leads to every screen of the partner that is open', () => {
    useSessionStore().profileId = 1
    show()
    expect(links()).toEqual([
      'Portfolio',
      'Rules',
      'Overview',
      'Net customer adds',
      'Intermediate certifications',
      'Deployments',
      'Usage growth',
      'History',
      'Plan',
      'Scenarios',
      'Customers',
      'People',
      'Azure usage',
      'Microsoft 365 usage',
      'Import files',
      'Imports',
      'Report',
      'Settings',
    ])
    expect(control('Halden Ridge Systems Switch partner').getAttribute('aria-haspopup')).toBe(
      'dialog',
    )
  })

  it('leads to the portfolio, the rules and the settings while no partner is open', () => {
    show()
    expect(links()).toEqual(['Portfolio', 'Rules', 'Settings'])
    expect(control('Choose a partner Switch partner').tagName).toBe('BUTTON')
  })

  it('has no switcher where there is nothing to switch', () => {
    useWorkspaceStore().profiles = []
    show()
    expect(textOn()).toContain('Seventy')
    expect(() => control('Choose a partner Switch partner')).toThrow('No control')
  })

  it('hands commands on, names every control and tells whether privacy is on', () => {
    useSessionStore().privacy = true
    show()
    control('Privacy blur').click()
    control('Help for this screen').click()
    control('Choose a partner Switch partner').click()
    expect(command.mock.calls).toEqual([['view.privacy'], ['help.manual'], ['partner.switch']])
    expect(control('Privacy blur').getAttribute('aria-pressed')).toBe('true')
    expect(nameless()).toEqual([])
  })

  it('leads back and forward where there is a screen to go to', async () => {
    const visits = { back: '/rules', forward: null }
    Object.defineProperty(win.router.options.history, 'state', { get: () => visits })
    show()
    const enabled = () =>
      ['Back', 'Forward'].filter((name) => !control(name).hasAttribute('disabled'))
    expect(enabled()).toEqual(['Back'])
    Object.assign(visits, { back: null, forward: '/' })
    await win.router.push('/settings')
    await flushPromises()
    expect(enabled()).toEqual(['Forward'])
    control('Forward').click()
    control('Search and commands').click()
    expect(command.mock.calls.slice(-2)).toEqual([['history.forward'], ['palette.open']])
  })

  it('marks the screen that is shown', async () => {
    useSessionStore().profileId = 1
    await win.router.push('/')
    show()
    expect(control('Portfolio').getAttribute('aria-current')).toBe('page')
    expect(control('Overview').getAttribute('aria-current')).toBeNull()
  })
})

describe('the appearance menu', () => {
  beforeEach(async () => {
    mountInWindow(win, AppearanceMenu)
    const trigger = control('Appearance')
    trigger.focus()
    press('Enter', trigger)
    await flushPromises()
  })
  const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitemradio"]')]

  it('opens by keyboard, and says which appearance is chosen', () => {
    expect(items().map((item) => [textOn(item), item.getAttribute('aria-checked')])).toEqual([
      ['As the system', 'true'],
      ['Light', 'false'],
      ['Dark', 'false'],
    ])
  })

  it('keeps what is chosen', async () => {
    press('Enter', items()[2] ?? document.body)
    await flushPromises()
    expect(useWorkspaceStore().settings?.appearance).toBe('dark')
  })

  it('says why a choice could not be kept', async () => {
    win.fake.answer({
      'settings.set': () => {
        throw new SeventyError('workspace-locked', 'Another window has it.')
      },
    })
    press('Enter', items()[1] ?? document.body)
    await flushPromises()
    expect(useNoticesStore().shown).toMatchObject([
      { tone: 'failed', text: 'Another window has it.' },
    ])
  })
})

describe('the list of shortcuts', () => {
  async function show(platform: typeof info.platform): Promise<string> {
    useWorkspaceStore().info = { ...info, platform }
    mountInWindow(win, ShortcutsDialog)
    useSessionStore().dialog = 'shortcuts'
    await flushPromises()
    return textOn(document.querySelector('[role="dialog"]') ?? document)
  }

  it('has every command that has keys', async () => {
    const text = await show('win32')
    for (const { label } of commands.filter(({ accelerator }) => accelerator)) {
      expect(text).toContain(label)
    }
    expect(text).toContain('Privacy blur Ctrl Shift H')
  })

  it('shows the signs of a Mac on a Mac', async () => {
    expect(await show('darwin')).toContain('Privacy blur ⇧ ⌘ H')
  })

  it('closes with Escape', async () => {
    await show('linux')
    press('Escape')
    await flushPromises()
    expect(useSessionStore().dialog).toBeNull()
  })
})

describe('the status bar', () => {
  async function show(address = '/partner/1/import'): Promise<void> {
    await win.router.push(address)
    mountInWindow(win, StatusBar)
  }
  const job = { key: 1, title: 'Importing…', cancelling: false, since: 0, secondsLeft: null }

  it('tells the month of the data, the rules in force, and that all is saved', async () => {
    useSessionStore().editions = { 1: 'security-2023-12' }
    await show()
    expect(textOn()).toBe('Data to November 2023 Rules security-2023-12 All changes saved Offline')
  })

  it('says that a partner has no data yet', async () => {
    useWorkspaceStore().profiles = [profile({ newestMonth: null })]
    await show()
    expect(textOn()).toContain('No data yet')
  })

  it('speaks of no partner on the portfolio', async () => {
    useSessionStore().editions = { 1: 'security-2023-12' }
    await show('/')
    expect(textOn()).toBe('All changes saved Offline')
  })

  it('says that a scenario is not saved, unless its partner is gone', async () => {
    const session = useSessionStore()
    session.scenarioDrafts = { 4: { profileId: 9, overrides: noOverrides } }
    await show()
    expect(textOn()).toContain('All changes saved')
    session.scenarioDrafts = { 4: { profileId: 1, overrides: noOverrides } }
    await flushPromises()
    expect(textOn()).toContain('1 scenario not saved')
  })

  it('says that a change is being saved, and that privacy is on', async () => {
    useWorkspaceStore().saving = 1
    useSessionStore().privacy = true
    await show()
    expect(textOn()).toContain('Saving…')
    expect(textOn()).toContain('Privacy blur is on')
  })

  it('shows the running job with its share, which is never rounded up, and cancels it', async () => {
    const cancel = vi.fn()
    const progress = { phase: 'rows', done: 999, total: 1000 }
    useJobsStore().running = [{ ...job, progress, cancel }]
    await show()
    expect(textOn()).toContain('Importing… 99%')
    control('Cancel').click()
    expect(cancel).toHaveBeenCalledOnce()
    expect(nameless()).toEqual([])
  })

  it('shows no share that nobody knows, and a cancel that was asked for', async () => {
    useJobsStore().running = [{ ...job, cancelling: true, progress: null, cancel: vi.fn() }]
    await show()
    expect(textOn()).toContain('Cancelling…')
    expect(textOn()).not.toContain('%')
    expect(control('Cancel').hasAttribute('disabled')).toBe(true)
  })
})
