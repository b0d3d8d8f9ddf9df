import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import { useNoticesStore } from '../../app/notices-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import { settings } from '../../app/testing/workspace'
import { useWorkspaceStore } from '../../app/workspace-store'
import { chooseFormats } from '../../format/locale'
import { detailsInWords, nameInWords } from './audit-words'
import SettingsPage from './SettingsPage.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})
afterEach(() => {
  chooseFormats('en-GB')
})

async function show(): Promise<void> {
  mountInWindow(win, SettingsPage)
  await flushPromises()
}
const changes = () =>
  win.fake.calls.filter(({ name }) => name === 'settings.set').map(({ input }) => input)

/** Presses a button that starts a job and lets the job end as told. */
async function run(button: string, jobId: string, end: object): Promise<void> {
  control(button).click()
  await flushPromises()
  win.fake.emitJob({ jobId, ...end } as never)
  await flushPromises()
}

describe('the settings', () => {
  it('keep what is chosen', async () => {
    await show()
    control('High').click()
    control('Compact').click()
    const formats = control('Written as in') as HTMLSelectElement
    formats.value = 'fr-FR'
    formats.dispatchEvent(new Event('change'))
    await flushPromises()
    expect(changes()).toEqual([{ contrast: 'high' }, { density: 'compact' }, { formats: 'fr-FR' }])
    expect(nameless()).toEqual([])
  })

  it('show what numbers and dates look like', async () => {
    chooseFormats('de-DE')
    await show()
    expect(textOn()).toMatch(/69,9 .*12\.345,60\s\$ .*20\.000 .*12,5\s% .*15\. Dezember 2023/)
  })

  it('say why a choice could not be kept, and keep the old one', async () => {
    win.fake.answer({
      'settings.set': () => {
        throw new SeventyError('workspace-locked', 'Another window has it.')
      },
    })
    await show()
    control('High').click()
    await flushPromises()
    expect(useNoticesStore().shown).toMatchObject([{ text: 'Another window has it.' }])
    expect(useWorkspaceStore().settings).toEqual(settings)
  })
})

describe('the workspace', () => {
  it('is named with its size, and backed up where the dialog said', async () => {
    win.fake.answer({ 'workspace.backup': () => ({ jobId: 'b' }) })
    await show()
    expect(textOn()).toContain('/home/me/workspace.seventy Size 1.3 MB')
    await run('Back up…', 'b', { state: 'done', result: { name: 'copy.seventy', bytes: 2_000 } })
    expect(useNoticesStore().shown).toMatchObject([
      { tone: 'done', text: 'copy.seventy, 2 kB, checked.' },
    ])
  })

  it('is left alone when the dialog is closed, and a failure is said', async () => {
    win.fake.answer({ 'workspace.backup': () => ({ jobId: 'b' }) })
    await show()
    await run('Back up…', 'b', { state: 'done', result: null })
    expect(useNoticesStore().shown).toEqual([])
    win.fake.answer({ 'workspace.backup': () => ({ jobId: 'c' }) })
    const error = { code: 'output-unwritable', message: 'The disk is full.', details: {} }
    await run('Back up…', 'c', { state: 'failed', error })
    expect(useNoticesStore().shown).toMatchObject([{ tone: 'failed', text: 'The disk is full.' }])
  })

  it.each([
    [true, 'The workspace is sound'],
    [false, 'The workspace is damaged: bring back a backup'],
  ])('is checked, each check with what it found (sound: %s)', async (ok, verdict) => {
    win.fake.answer({ 'workspace.verify': () => ({ jobId: 'v' }) })
    await show()
    const checks = [{ id: 'rows', ok, message: 'Rows and files agree.' }]
    await run('Check workspace', 'v', { state: 'done', result: { ok, schemaVersion: 3, checks } })
    expect(textOn(document.querySelector('[role="status"]') ?? document)).toBe(verdict)
    expect(textOn()).toContain('Rows and files agree.')
  })
})

describe('the audit log', () => {
  it('lists what was done, or says that nothing was', async () => {
    win.fake.answer({
      'workspace.audit': () => [
        ...[{ id: 2, at: '2023-12-14T08:30:00Z', action: 'changed-by-hand' }].map((entry) => ({
          ...entry,
          ...{ subject: 'row-left-out', details: { profileId: 1 } },
        })),
      ],
    })
    await show()
    expect(textOn()).toContain('Changed by hand Row left out profileId: 1')
    win.fake.answer({ 'workspace.audit': () => [] })
    win.fake.emitChanged(null)
    await flushPromises()
    expect(textOn()).toContain('Nothing was done to this workspace yet.')
  })

  it('puts names into words, and leaves out fingerprints and folders', () => {
    expect(nameInWords('files-imported')).toBe('Files imported')
    expect(
      detailsInWords([
        {
          path: '/home/me/azure.csv',
          sha256: 'ab',
          status: 'imported',
          rows: { read: 3, sha256: 'c' },
        },
        { path: 'C:\\data\\seats.csv' },
      ]),
    ).toBe('azure.csv · status: imported · rows: read 3; seats.csv')
    expect(detailsInWords({ edition: null, kinds: ['a', 2, true] })).toBe(
      'edition: – · kinds: a, 2, true',
    )
    expect(detailsInWords(null)).toBe('–')
  })
})
