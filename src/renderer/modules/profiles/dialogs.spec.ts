import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import { useNoticesStore } from '../../app/notices-store'
import { useSessionStore } from '../../app/session-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, press, textOn, type } from '../../app/testing/names'
import { profile } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import NewPartnerDialog from './NewPartnerDialog.vue'
import PartnerSwitcher from './PartnerSwitcher.vue'
import RemovePartnerDialog from './RemovePartnerDialog.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})
const dialog = () => document.querySelector('[role="dialog"]')
/** Screens are loaded when they are entered first. */
const arrival = () =>
  new Promise<string>((resolve) => {
    const stop = win.router.afterEach(({ fullPath }) => {
      stop()
      resolve(fullPath)
    })
  })

describe('the dialog for a new partner', () => {
  beforeEach(async () => {
    mountInWindow(win, NewPartnerDialog)
    useSessionStore().dialog = 'new-partner'
    await flushPromises()
  })
  const submit = () =>
    dialog()
      ?.querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }))

  it('needs a name, and names everything that can be operated', async () => {
    expect(control('Add partner').hasAttribute('disabled')).toBe(true)
    type(field('Partner name'), '   ')
    await flushPromises()
    expect(control('Add partner').hasAttribute('disabled')).toBe(true)
    expect(nameless(dialog() ?? document)).toEqual([])
  })

  it('adds the partner and leads to the import of its files', async () => {
    win.fake.answer({ 'profiles.add': () => profile({ id: 2, name: 'Kestrel & Vale' }) })
    type(field('Partner name'), 'Kestrel & Vale')
    type(field('Partner ID (optional)'), '6620087')
    const arrived = arrival()
    submit()
    expect(await arrived).toBe('/partner/2/import')
    expect(win.fake.calls.find(({ name }) => name === 'profiles.add')?.input).toEqual({
      name: 'Kestrel & Vale',
      mpnId: '6620087',
    })
    expect(useSessionStore().dialog).toBeNull()
  })

  it('says beside the name why it was refused, and keeps what was typed', async () => {
    win.fake.answer({
      'profiles.add': () => {
        throw new SeventyError('profile-exists', 'There already is such a partner.')
      },
    })
    type(field('Partner name'), 'Halden Ridge Systems')
    submit()
    await flushPromises()
    const name = field('Partner name')
    expect([name.value, name.getAttribute('aria-invalid')]).toEqual([
      'Halden Ridge Systems',
      'true',
    ])
    expect(textOn(dialog() ?? document)).toContain('There already is such a partner.')
  })

  it('is empty again the next time', async () => {
    type(field('Partner name'), 'Something')
    control('Cancel').click()
    await flushPromises()
    expect(dialog()).toBeNull()
    useSessionStore().dialog = 'new-partner'
    await flushPromises()
    expect(field('Partner name').value).toBe('')
  })
})

describe('the partner switcher', () => {
  beforeEach(async () => {
    useWorkspaceStore().profiles = [profile(), profile({ id: 2, name: 'Åkerlöf & Söner' })]
    useSessionStore().profileId = 1
    mountInWindow(win, PartnerSwitcher)
    useSessionStore().dialog = 'switcher'
    await flushPromises()
  })
  const options = () =>
    [...document.querySelectorAll('[role="option"]')].map((each) => textOn(each))

  it('lists all partners, with the one that is open marked in words', () => {
    expect(options()).toEqual(['HR Halden Ridge Systems Open now', 'ÅS Åkerlöf & Söner'])
    expect(nameless(dialog() ?? document)).toEqual([])
  })

  it('finds a partner by what is typed, and says when there is none', async () => {
    type(field('Find a partner'), 'soner')
    await flushPromises()
    expect(options()).toEqual(['ÅS Åkerlöf & Söner'])
    type(field('Find a partner'), 'nobody')
    await flushPromises()
    expect(textOn(dialog() ?? document)).toContain('No partner matches “nobody”.')
  })

  it('does not look for nobody in an empty workspace', async () => {
    useWorkspaceStore().profiles = []
    await flushPromises()
    expect(textOn(dialog() ?? document)).toContain('There is no partner yet.')
  })

  it('is operated by arrow keys and Enter from the field', async () => {
    const input = field('Find a partner')
    input.focus()
    press('ArrowDown', input)
    await flushPromises()
    const arrived = arrival()
    press('Enter', input)
    expect(await arrived).toMatch(/^\/partner\/[12]\/overview$/)
    expect(useSessionStore().dialog).toBeNull()
  })

  it('shows the same screen for the other partner', async () => {
    await win.router.push('/partner/1/metrics/deployments')
    const arrived = arrival()
    document.querySelectorAll<HTMLElement>('[role="option"]')[1]?.click()
    expect(await arrived).toBe('/partner/2/metrics/deployments')
  })

  it('gives way to the dialog for a new partner', () => {
    control('New partner').click()
    expect(useSessionStore().dialog).toBe('new-partner')
  })
})

describe('removing a partner', () => {
  async function ask(files: number): Promise<void> {
    useSessionStore().profileId = 1
    mountInWindow(win, RemovePartnerDialog, { modelValue: profile({ files }) })
    await flushPromises()
  }

  it('says what leaves with it, and that the files on the disk stay', async () => {
    await ask(1)
    expect(textOn(dialog() ?? document)).toContain(
      'The partner and its imported file leave this workspace. The original file on your disk stays.',
    )
  })

  it('speaks of no files where there are none', async () => {
    await ask(0)
    expect(textOn(dialog() ?? document)).not.toContain('file')
  })

  it('can be left alone', async () => {
    await ask(3)
    control('Cancel').click()
    await flushPromises()
    expect(win.fake.calls.filter(({ name }) => name === 'profiles.remove')).toEqual([])
  })

  it('closes the partner that is gone', async () => {
    win.fake.answer({ 'profiles.remove': () => ({}), 'profiles.list': () => [] })
    await ask(3)
    control('Remove partner').click()
    await flushPromises()
    expect(useSessionStore().profileId).toBeNull()
    expect(useNoticesStore().shown).toMatchObject([{ title: 'Halden Ridge Systems was removed' }])
  })

  it('says why it could not be removed, and keeps it open', async () => {
    win.fake.answer({
      'profiles.remove': () => {
        throw new SeventyError('workspace-locked', 'Another window has it.')
      },
    })
    await ask(3)
    control('Remove partner').click()
    await flushPromises()
    expect(useSessionStore().profileId).toBe(1)
    expect(useNoticesStore().shown).toMatchObject([
      { tone: 'failed', text: 'Another window has it.' },
    ])
  })
})
