import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract'
import type { SavedLayout } from '../../../shared/layouts'
import { inspection } from '../../app/testing/inspection'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import { fileReport } from '../../app/testing/workspace'
import ImportPage from './ImportPage.vue'

const jobId = 'a1f7a2f0-5b2c-4c3f-9b7e-1d2c3b4a5f60'
let win: TestWindow
beforeEach(async () => {
  win = testWindow()
  win.fake.answer({
    'files.choose': () => [{ token: 'usage', name: 'Umsatz.csv', bytes: 812 }],
    'imports.check': () => ({ jobId }),
    'imports.inspect': ({ choices }) => [inspectionOf(choices?.[0]?.mapping)],
  })
  mountInWindow(win, ImportPage, { profileId: 1 })
  await flushPromises()
})

type Mapping = NonNullable<NonNullable<Input<'imports.inspect'>['choices']>[number]['mapping']>

/** As main would answer: what is missing and what is known of decimals follows the mapping. */
function inspectionOf(mapping: Mapping | undefined) {
  const columns = mapping?.columns ?? { month: 0 }
  const needed = { service: 'ServiceLevel2', acr: 'ACR_USD' }
  return inspection({
    mapping: columns,
    missing: Object.entries(needed).flatMap(([field, name]) => (field in columns ? [] : [name])),
    numbers:
      'acr' in columns
        ? [
            {
              ...{ field: 'acr', column: 'Umsatz', state: 'ambiguous', mark: null },
              ...{ points: 0, commas: 0, open: 1, examples: [] },
            },
          ]
        : [],
  })
}

const unknown = fileReport({
  dataset: null,
  status: 'rejected',
  errors: [
    {
      ...{ row: null, column: null, value: null, code: 'file-unrecognised' },
      message: 'Umsatz.csv is no report that Seventy knows.',
    },
  ],
  errorCounts: { 'file-unrecognised': 1 },
})

const checks = () => win.fake.calls.filter(({ name }) => name === 'imports.check')

async function checked(...files: (typeof unknown)[]): Promise<void> {
  control('Choose files…').click()
  await flushPromises()
  win.fake.emitJob({ jobId, state: 'done', result: { files } })
  await flushPromises()
}

async function assign(label: string, column: string): Promise<void> {
  const select = control(label) as HTMLSelectElement
  select.value = [...select.options].find(({ text }) => text === column)?.value ?? 'none'
  select.dispatchEvent(new Event('change'))
  await flushPromises()
}

const found = (selector: string) => document.querySelector(selector) ?? undefined
const rowOf = (field: string) =>
  textOn([...document.querySelectorAll('.mapping tr')].find((row) => textOn(row).startsWith(field)))

describe('a file whose columns nobody knows', () => {
  it('is shown field by field, with its columns and their first values', async () => {
    await checked(unknown)
    expect(textOn(found('[aria-current=step]'))).toContain('Columns')
    expect(rowOf('Month')).toContain('2023-11')
    expect(rowOf('Azure service')).toContain('Choose the column that holds it.')
    expect(rowOf('Offer')).not.toContain('Required')
    expect(textOn()).toContain('3 columns are not used Dienst Umsatz IntunePaid')
    expect(textOn()).toContain('Still needed: ServiceLevel2, ACR_USD.')
    expect(control('Use these columns').hasAttribute('disabled')).toBe(true)
    expect(nameless()).toEqual([])
  })

  it('is checked with the columns that were chosen, which are remembered', async () => {
    await checked(unknown)
    await assign('Column for Azure service', 'Dienst')
    await assign('Column for Azure consumed revenue', 'Umsatz')
    expect(rowOf('Azure consumed revenue')).toContain('not decided by the first rows')
    expect(textOn()).toContain('Remember for files with this header')
    control('Use these columns').click()
    await flushPromises()
    expect(checks().at(-1)?.input).toMatchObject({
      choices: [
        {
          mapping: { dataset: 'azure-usage', columns: { month: 0, service: 1, acr: 2 } },
          remember: true,
        },
      ],
    })
  })

  it('is not remembered when that is switched off', async () => {
    await checked(unknown)
    await assign('Column for Azure service', 'Dienst')
    await assign('Column for Azure consumed revenue', 'Umsatz')
    control('Remember for files with this header').click()
    await flushPromises()
    control('Use these columns').click()
    await flushPromises()
    expect(checks().at(-1)?.input).toMatchObject({ choices: [{ remember: false }] })
  })

  it('has a column for one field only', async () => {
    await checked(unknown)
    await assign('Column for Azure consumed revenue', 'Umsatz')
    await assign('Column for Azure service', 'Month')
    expect(rowOf('Month')).toContain('This column is also chosen for Azure service.')
    expect(textOn()).toContain('A column can hold one field only.')
    expect(control('Use these columns').hasAttribute('disabled')).toBe(true)
    await assign('Column for Azure service', 'Not in this file')
    expect(rowOf('Month')).not.toContain('also chosen')
    expect(textOn()).toContain('2 columns are not used')
  })

  it('can be of another kind, with the columns that have its names', async () => {
    await checked(unknown)
    await assign('This file is', 'Enterprise Mobility usage (20 % of its columns found)')
    expect(rowOf('Intune: paid seats')).toContain('The first rows have no value.')
    expect(rowOf('Intune: active users')).toContain('Required')
  })
})

describe('a file that was recognised', () => {
  it('has its columns changed on request, and left as they are', async () => {
    await checked(fileReport())
    control('Change columns…').click()
    await flushPromises()
    expect(document.activeElement?.textContent).toContain('Which column is which?')
    control('Cancel').click()
    await flushPromises()
    expect(document.querySelector('.mapping')).toBeNull()
    expect(checks()).toHaveLength(1)
  })

  it('says why it cannot be looked into', async () => {
    win.fake.answer({
      'imports.inspect': () => [
        inspection({ error: { code: 'file-unreadable', message: 'It is gone.' }, candidates: [] }),
      ],
    })
    await checked(fileReport())
    control('Change columns…').click()
    await flushPromises()
    expect(textOn(found('.mapping'))).toContain('It is gone.')
  })
})

describe('remembered layouts', () => {
  const layout: SavedLayout = {
    ...({ dataset: 'azure-usage', dateOrder: 'dmy', decimal: ',' } as const),
    ...{ fingerprint: 'a'.repeat(64), savedAt: '2023-12-14T08:30:00Z' },
    columns: { acr: 'Umsatz', service: 'Dienst' },
  }

  it('are listed with what was answered, and forgotten one by one', async () => {
    win.fake.answer({ 'layouts.list': () => [layout], 'layouts.remove': () => ({}) })
    win.fake.emitChanged(null)
    await flushPromises()
    expect(textOn()).toContain('Azure usage Umsatz, Dienst Day first, Decimal comma')
    control('Forget the layout with Umsatz, Dienst').click()
    await flushPromises()
    expect(win.fake.calls.at(-1)).toEqual({
      name: 'layouts.remove',
      input: { fingerprint: layout.fingerprint },
    })
  })

  it('are loaded from a file', async () => {
    win.fake.answer({ 'layouts.import': () => ({ count: 1 }) })
    control('Load…').click()
    await flushPromises()
    expect(win.fake.calls.map(({ name }) => name).slice(-2)).toEqual([
      'files.choose',
      'layouts.import',
    ])
  })
})
