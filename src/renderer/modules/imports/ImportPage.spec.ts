import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { FileReport } from '../../../shared/imports'
import { useNoticesStore } from '../../app/notices-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import { fileReport } from '../../app/testing/workspace'
import ImportPage from './ImportPage.vue'

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
let win: TestWindow
let screen: ReturnType<typeof mountInWindow>
beforeEach(async () => {
  win = testWindow()
  win.fake.answer({
    'files.choose': () => [{ token: 'azure', name: 'azure-usage.csv', bytes: 812_000 }],
    'files.describe': ({ tokens }) =>
      tokens.map((token) => ({ token, name: token.replace('token of ', ''), bytes: 3_000 })),
    'imports.check': () => ({ jobId }),
    'imports.commit': () => ({ jobId }),
  })
  screen = mountInWindow(win, ImportPage, { profileId: 1 })
  await flushPromises()
})

const inputs = (name: string) =>
  win.fake.calls.filter((call) => call.name === name).map(({ input }) => input)

async function choose(): Promise<void> {
  control('Choose files…').click()
  await flushPromises()
}

async function checked(...files: FileReport[]): Promise<void> {
  win.fake.emitJob({ jobId, state: 'done', result: { files } })
  await flushPromises()
}

async function failed(error: SeventyError): Promise<void> {
  const { code, message, details } = error
  win.fake.emitJob({ jobId, state: 'failed', error: { code, message, details } })
  await flushPromises()
}

const badRow = {
  row: 17,
  column: 'Month',
  value: '2023-13',
  code: 'month-invalid',
  message: '2023-13 is no month.',
}
const rejected = fileReport({
  status: 'rejected',
  rows: { read: 1_240, accepted: 1_239, rejected: 1 },
  errors: [badRow],
  errorCounts: { 'month-invalid': 1 },
})

describe('an import', () => {
  it('checks chosen files at once, and stores nothing by itself', async () => {
    await choose()
    expect(inputs('imports.check')).toEqual([
      { profileId: 1, files: ['azure'], mode: 'replace', skipBadRows: false },
    ])
    expect(textOn()).toContain('azure-usage.csv')
    expect(textOn()).toContain('Checking the files…')
    await checked(fileReport())
    expect(textOn()).toContain('1,240 rows are ready. Nothing has been stored yet.')
    expect(textOn()).toContain('Azure usage')
    expect(inputs('imports.commit')).toEqual([])
  })

  it('stores what was checked, says how much, and leads to the score', async () => {
    await choose()
    await checked(fileReport())
    control('Import 1 file').click()
    await flushPromises()
    await checked(fileReport())
    expect(inputs('imports.commit')).toEqual(inputs('imports.check'))
    expect(textOn()).toContain('1 file was imported')
    expect(textOn()).toContain('1,240 rows were stored.')
    expect(control('See the score').getAttribute('href')).toContain('/partner/1/overview')
    expect(document.activeElement?.tagName).toBe('H2')
  })

  it('takes files that are dropped anywhere on the window', async () => {
    const drop = new Event('drop', { cancelable: true })
    const file = new File(['x'], 'trainings.csv')
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [file] } })
    window.dispatchEvent(drop)
    await flushPromises()
    expect(drop.defaultPrevented).toBe(true)
    expect(inputs('imports.check')).toMatchObject([{ files: ['token of trainings.csv'] }])
    expect(textOn()).toContain('trainings.csv')
  })

  it('leaves text that is dropped into a field alone', () => {
    const drop = new Event('drop', { cancelable: true })
    Object.assign(drop, { dataTransfer: { types: ['text/plain'], files: [] } })
    window.dispatchEvent(drop)
    expect(drop.defaultPrevented).toBe(false)
  })

  it('does nothing when the dialog is closed without a choice', async () => {
    win.fake.answer({ 'files.choose': () => [] })
    await choose()
    expect(inputs('imports.check')).toEqual([])
    expect(textOn()).toContain('Drop files here')
  })

  it('names everything that can be operated, before and after the check', async () => {
    expect(nameless()).toEqual([])
    await choose()
    await checked(rejected)
    expect(nameless()).toEqual([])
  })
})

describe('what is wrong with a file', () => {
  it('is told with row, column and value, and stops the import', async () => {
    await choose()
    await checked(rejected)
    expect(textOn()).toContain('Cannot be imported')
    expect(textOn()).toContain('Not a month')
    const cells = [...document.querySelectorAll('.problem td')].map((cell) => textOn(cell))
    expect(cells).toEqual(['17', 'Month', '2023-13'])
    expect(control('Import').hasAttribute('disabled')).toBe(true)
  })

  it('is left out on request, and the files are checked again', async () => {
    await choose()
    await checked(rejected)
    expect(textOn()).toContain('Turn this on to import the good rows')
    control('Leave out bad rows').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({ skipBadRows: true })
    await checked(fileReport({ ...rejected, status: 'imported' }))
    expect(control('Import 1 file').hasAttribute('disabled')).toBe(false)
  })

  it('is counted where there are more places than fit', async () => {
    await choose()
    const errors = Array.from({ length: 7 }, (_, index) => ({ ...badRow, row: index + 2 }))
    await checked(fileReport({ ...rejected, errors, errorCounts: { 'month-invalid': 1_000 } }))
    expect(document.querySelectorAll('.problem tbody tr')).toHaveLength(5)
    expect(textOn()).toContain('1,000 times')
    expect(textOn()).toContain('995 more of the same kind.')
  })

  it('is told once, in its own words, where it is about the whole file', async () => {
    await choose()
    const empty = { ...badRow, row: null, column: null, value: null, code: 'file-empty' }
    await checked(fileReport({ dataset: null, status: 'rejected', errors: [empty] }))
    expect(textOn()).toContain('The file is empty')
    expect(document.querySelector('.problem table')).toBeNull()
  })

  it('goes away with the file that is taken out', async () => {
    await choose()
    await checked(rejected)
    control('Take azure-usage.csv out').click()
    await flushPromises()
    expect(document.querySelector('.problem')).toBeNull()
    expect(textOn()).toContain('Drop files here')
  })

  it('stays with its own file when another one is taken out', async () => {
    win.fake.answer({
      'files.choose': () => [
        { token: 'azure', name: 'azure-usage.csv', bytes: 1 },
        { token: 'm365', name: 'm365-usage.csv', bytes: 1 },
      ],
    })
    await choose()
    await checked(
      rejected,
      fileReport({ dataset: 'm365-usage', rows: { read: 65, accepted: 65, rejected: 0 } }),
    )
    control('Take azure-usage.csv out').click()
    await flushPromises()
    const cards = [...document.querySelectorAll('.card')].map((card) => textOn(card))
    expect(cards).toEqual([expect.stringContaining('m365-usage.csv Microsoft 365 usage')])
    expect(inputs('imports.check').at(-1)).toMatchObject({ files: ['m365'] })
  })
})

describe('files that were imported before', () => {
  it('are told as such, and there is nothing to store', async () => {
    await choose()
    await checked(fileReport({ status: 'unchanged' }))
    expect(textOn()).toContain('Imported before')
    expect(textOn()).toContain('there is nothing to do')
    expect(control('Import').hasAttribute('disabled')).toBe(true)
  })
})

describe('cancelling', () => {
  const cancelled = new SeventyError('cancelled', 'It was cancelled.')

  it('ends the check, and offers to check again', async () => {
    await choose()
    control('Cancel').click()
    await flushPromises()
    expect(inputs('jobs.cancel')).toEqual([{ jobId }])
    await failed(cancelled)
    expect(textOn()).toContain('The files have not been checked.')
    control('Check the files').click()
    await flushPromises()
    expect(inputs('imports.check')).toHaveLength(2)
  })

  it('of a later check does not leave the result of an earlier one standing', async () => {
    await choose()
    await checked(fileReport())
    control('Append').click()
    await flushPromises()
    control('Cancel').click()
    await failed(cancelled)
    expect(textOn()).not.toContain('rows are ready')
    expect(textOn()).toContain('Not checked')
  })

  it('of the import itself goes back to the checked files', async () => {
    await choose()
    await checked(fileReport())
    control('Import 1 file').click()
    await flushPromises()
    control('Cancel').click()
    await failed(cancelled)
    expect(textOn()).toContain('1,240 rows are ready. Nothing has been stored yet.')
    expect(textOn()).not.toContain('This did not work')
  })

  it('happens by itself when the screen is left during a check', async () => {
    await choose()
    screen.unmount()
    await flushPromises()
    expect(inputs('jobs.cancel')).toEqual([{ jobId }])
  })
})

describe('an import that fails', () => {
  it('shows why, with the accounts of the files', async () => {
    await choose()
    await checked(fileReport())
    control('Import 1 file').click()
    await flushPromises()
    await failed(new SeventyError('rows-rejected', 'One row was rejected.', { files: [rejected] }))
    expect(textOn()).toContain('One row was rejected.')
    expect(textOn()).toContain('Not a month')
  })

  it('or ends after its screen was left is told as a message', async () => {
    await choose()
    await checked(fileReport())
    control('Import 1 file').click()
    await flushPromises()
    screen.unmount()
    await checked(fileReport())
    expect(inputs('jobs.cancel')).toEqual([])
    expect(useNoticesStore().shown).toMatchObject([{ tone: 'done', title: '1 file was imported' }])
  })
})

it('lists the files in force, with their months and rows', async () => {
  await flushPromises()
  const row = textOn([...document.querySelectorAll('.panel tbody tr')][0])
  expect(row.replaceAll('\u00A0', ' ')).toBe(
    'azure-usage.csv Azure usage Sept 2023 – Nov 2023 1,240 0 14 December 2023',
  )
})
