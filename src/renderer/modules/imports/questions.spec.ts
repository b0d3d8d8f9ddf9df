import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FileReport } from '../../../shared/imports'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, textOn } from '../../app/testing/names'
import { fileReport } from '../../app/testing/workspace'
import ImportPage from './ImportPage.vue'

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
let win: TestWindow
beforeEach(async () => {
  win = testWindow()
  win.fake.answer({
    'files.choose': () => [{ token: 'usage', name: 'usage.csv', bytes: 812 }],
    'files.describe': ({ tokens }) => tokens.map((token) => ({ token, name: token, bytes: 1 })),
    'imports.check': () => ({ jobId }),
    'imports.inspect': () => [],
  })
  mountInWindow(win, ImportPage, { profileId: 1 })
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

describe('dates that read both ways', () => {
  const evidence = {
    ...{ state: 'ambiguous', order: null, dayFirst: 0, monthFirst: 0, open: 1_200 },
    examples: [{ row: 2, value: '3/4/2023', rows: 1_200, dmy: '2023-04-03', mdy: '2023-03-04' }],
  }
  const ambiguous = fileReport({
    dataset: null,
    status: 'rejected',
    errors: [
      {
        ...{ row: 2, column: 'UsageDate', value: '3/4/2023', code: 'date-order-ambiguous' },
        message: 'The dates can be read in two ways.',
        details: { evidence },
      },
    ],
  })

  it('are asked about in their file, with what they can be, and checked with the answer', async () => {
    win.fake.answer({
      'files.choose': () => [
        { token: 'first', name: 'first.csv', bytes: 1 },
        { token: 'second', name: 'second.csv', bytes: 1 },
      ],
    })
    await choose()
    await checked(fileReport(), ambiguous)
    const [first, second] = [...document.querySelectorAll('.card')]
    expect(textOn(first)).not.toContain('day first or month first')
    expect(textOn(second)).toContain('1,200 rows of the column “UsageDate” can be read both ways')
    expect(textOn(second)).toContain('3/4/2023 3 April 2023 4 March 2023')
    expect(textOn()).toContain('Answer the question about the file first.')
    control('Month first').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({
      choices: [{}, { dateOrder: 'mdy', remember: true }],
    })
    await checked(fileReport(), fileReport())
    expect(textOn()).toContain(
      'The dates of this file are read in the order you chose, and those of the next',
    )
    expect(control('Import 2 files').hasAttribute('disabled')).toBe(false)
  })
})

describe('other questions of a file', () => {
  const asking = (code: string, details: Record<string, unknown>) =>
    fileReport({
      dataset: null,
      status: 'rejected',
      errors: [{ row: 2, column: 'Umsatz', value: '1.234', code, message: 'Which?', details }],
      errorCounts: { [code]: 1 },
    })

  it('about decimals are asked with both numbers they can be', async () => {
    const examples = [{ row: 2, value: '1.234', decimal: '1.234', grouped: '1234' }]
    const evidence = { state: 'ambiguous', mark: null, points: 0, commas: 0, open: 3, examples }
    await choose()
    await checked(asking('decimal-separator-ambiguous', { evidence }))
    expect(textOn(document.querySelector('.question') ?? undefined)).toContain('2 1.234 1.234 1234')
    control('Decimal comma').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({
      choices: [{ decimal: ',', remember: true }],
    })
  })

  it('about its kind offer the kinds that it could be', async () => {
    const alternatives = [{ dataset: 'azure-usage' }, { dataset: 'm365-usage' }]
    await choose()
    await checked(asking('file-ambiguous', { alternatives }))
    control('Microsoft 365 usage').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({
      choices: [{ mapping: { dataset: 'm365-usage', columns: {} } }],
    })
  })

  it('about its sheets offer them by name', async () => {
    await choose()
    await checked(
      asking('sheet-ambiguous', {
        sheets: [
          { name: 'Notes', hidden: false, recognised: null },
          { name: 'Oktober', hidden: false, recognised: 'azure-usage' },
          { name: 'November', hidden: false, recognised: 'azure-usage' },
        ],
      }),
    )
    control('November (Azure usage)').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({ choices: [{ sheet: 'November' }] })
    // Which of its columns is which can be said of the chosen sheet.
    await checked(fileReport({ sheet: 'November' }))
    expect(textOn()).toContain('Table November')
    control('Change columns…').click()
    await flushPromises()
    expect(inputs('imports.inspect').at(-1)).toMatchObject({ choices: [{ sheet: 'November' }] })
  })

  it('about the tables of an archive offer them by name', async () => {
    await choose()
    await checked(asking('archive-ambiguous', { tables: ['2023/oct.csv', '2023/nov.csv'] }))
    expect(textOn()).not.toContain('Change columns…')
    control('2023/nov.csv').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({ choices: [{ sheet: '2023/nov.csv' }] })
  })
})

describe('an answer that was remembered', () => {
  it('can be changed, though nothing is asked', async () => {
    await choose()
    const note = { code: 'date-order-remembered', message: 'Read with the day first.', count: 1 }
    await checked(fileReport({ notes: [note] }))
    expect(textOn(document.querySelector('.question') ?? undefined)).toContain('an earlier file')
    control('Month first').click()
    await flushPromises()
    expect(inputs('imports.check').at(-1)).toMatchObject({ choices: [{ dateOrder: 'mdy' }] })
  })
})

describe('a dropped folder', () => {
  it('says which of its files were not taken, and why', async () => {
    const skipped = [
      { name: 'November/readme.pdf', reason: 'no-table' },
      { name: 'November/a/b/c', reason: 'too-deep' },
    ] as const
    Object.assign(win.fake.bridge.drops, {
      accept: () => Promise.resolve({ ok: true, value: { tokens: ['usage'], skipped } }),
    })
    const drop = new Event('drop', { cancelable: true })
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [new File([], 'November')] } })
    window.dispatchEvent(drop)
    await flushPromises()
    const list = document.querySelector('.skipped') ?? undefined
    expect(textOn(list)).toContain('2 files of the folder were skipped')
    expect(textOn(list)).toContain('November/readme.pdf not a table that can be imported')
    expect(inputs('imports.check')).toMatchObject([{ files: ['usage'] }])
  })

  it('without any file to import still says what it held', async () => {
    const skipped = [{ name: 'November/readme.pdf', reason: 'no-table' }] as const
    Object.assign(win.fake.bridge.drops, {
      accept: () => Promise.resolve({ ok: true, value: { tokens: [], skipped } }),
    })
    const drop = new Event('drop', { cancelable: true })
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [new File([], 'November')] } })
    window.dispatchEvent(drop)
    await flushPromises()
    expect(textOn()).toContain('1 file of the folder was skipped')
    expect(inputs('imports.check')).toEqual([])
  })
})
