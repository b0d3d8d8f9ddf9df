import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import { useNoticesStore } from '../../app/notices-store'
import { historyFile, importEntry, treatedNames } from '../../app/testing/imports'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import ImportsPage from './ImportsPage.vue'

let win: TestWindow
let screen: ReturnType<typeof mountInWindow>
beforeEach(() => {
  win = testWindow()
})

async function open(): Promise<void> {
  screen = mountInWindow(win, ImportsPage, { profileId: 1 })
  await flushPromises()
}

const asked = (name: string) =>
  win.fake.calls.filter((call) => call.name === name).map(({ input }) => input)

async function press(name: string): Promise<void> {
  control(name).click()
  await flushPromises()
}

describe('the history of imports', () => {
  it('shows each import with who, when, which files and what of them still counts', async () => {
    await open()
    const text = screen.text()
    for (const words of [
      'Import 7',
      'by ines',
      'azure-usage.csv',
      '1,238 of 1,240 rows',
      '2 rows left out: Not a month (2)',
      'Nov 2023 count',
      'Oct 2023 replaced by import 9',
      'Counts in part',
      'ab'.repeat(32),
    ])
      expect(text.replaceAll('\u00A0', ' ')).toContain(words)
    expect(nameless(screen.element)).toEqual([])
  })

  it('says of a whole file once what became of it', async () => {
    const replaced = [{ month: '2023-10', rows: 1, state: 'replaced' as const, replacedBy: [9] }]
    win.fake.answer({
      'imports.history': () => [
        importEntry({ files: [historyFile({ months: replaced })] }),
        importEntry({ id: 6, files: [historyFile({ months: [] })] }),
        importEntry({ id: 5, files: [historyFile({ repeats: 3 })] }),
      ],
    })
    await open()
    expect(screen.text()).toContain('All of it was replaced by import 9')
    expect(screen.text()).toContain('No rows')
    expect(screen.text()).toContain('Counts in import 3')
  })

  it('is empty before the first import, and says what to do', async () => {
    win.fake.answer({ 'imports.history': () => [] })
    await open()
    expect(screen.text()).toContain('Nothing has been imported yet')
  })

  it('offers to try again when it cannot be read', async () => {
    win.fake.answer({
      'imports.history': () => {
        throw new SeventyError('workspace-locked', 'Somebody else is writing.')
      },
    })
    await open()
    expect(screen.text()).toContain('Somebody else is writing.')
  })
})

describe('undoing an import', () => {
  beforeEach(() => {
    win.fake.answer({
      'imports.withdraw': ({ importId }) => ({ profileId: 1, importId }),
      'imports.restore': ({ importId }) => ({ profileId: 1, importId }),
    })
  })

  it('happens at once, without a question, and offers to bring it back', async () => {
    await open()
    await press('Undo import')
    expect(asked('imports.withdraw')).toEqual([{ importId: 7 }])
    const [notice] = useNoticesStore().shown
    expect(notice).toMatchObject({ title: 'Import 7 was undone', action: { label: 'Bring back' } })
    await notice?.action?.run()
    expect(asked('imports.restore')).toEqual([{ importId: 7 }])
  })

  it('tells when it did not work', async () => {
    win.fake.answer({
      'imports.withdraw': () => {
        throw new SeventyError('import-not-found', 'It is gone.')
      },
    })
    await open()
    await press('Undo import')
    expect(useNoticesStore().shown).toMatchObject([{ tone: 'failed', text: 'It is gone.' }])
  })
})

describe('an undone import', () => {
  beforeEach(async () => {
    win.fake.answer({
      'imports.history': () => [importEntry({ withdrawnAt: '2023-12-06T08:00:00.000Z' })],
      'imports.restore': ({ importId }) => ({ profileId: 1, importId }),
      'imports.erase': ({ importId }) => ({
        profileId: 1,
        importId,
        rows: 1_238,
        tenants: 2,
        people: 0,
      }),
    })
    await open()
  })

  it('comes back with one press', async () => {
    expect(screen.text()).toContain('Undone 6 December 2023')
    await press('Bring back')
    expect(asked('imports.restore')).toEqual([{ importId: 7 }])
  })

  it('is erased only after saying that this cannot be undone', async () => {
    await press('Erase for good…')
    expect(textOn(document.body)).toContain('This cannot be undone.')
    expect(control('Erase')).toHaveProperty('disabled', true)
    await press('I understand that this cannot be undone')
    await press('Erase')
    expect(asked('imports.erase')).toEqual([{ importId: 7 }])
    expect(useNoticesStore().shown).toMatchObject([
      { text: '1,238 rows, 2 customers and 0 people are gone from the workspace.' },
    ])
  })
})

describe('names treated as others', () => {
  it('are listed and taken back, which can itself be undone', async () => {
    const treated = {
      kind: 'service' as const,
      ...{ name: 'Key Valt', treatAs: 'Key Vault', addedAt: '2023-12-01T08:00:00.000Z' },
    }
    win.fake.answer({
      'names.list': () => treatedNames([treated]),
      'names.forget': () => treated,
      'names.treat': () => treated,
    })
    await open()
    await press('Take back Key Valt')
    expect(asked('names.forget')).toEqual([{ kind: 'service', name: 'Key Valt' }])
    await useNoticesStore().shown[0]?.action?.run()
    expect(asked('names.treat')).toEqual([
      { kind: 'service', name: 'Key Valt', treatAs: 'Key Vault' },
    ])
  })
})
