import { describe, expect, it } from 'vitest'
import type { FileChoices } from '../../shared/imports'
import type { SavedLayout } from '../../shared/layouts'
import { importFiles } from './import-files'
import { importLayouts, layoutsText, readMapping, removeLayout } from './layouts'
import type { TextFiles } from './intake-ports'
import { azure, faultOf, setUp, tenant } from './testing/import-bench'

const german = (month: string, amount: string) =>
  `Monat;Mandant;Dienst;Umsatz;Partner
${month};${tenant(1)};Sentinel;${amount};PAL
`
const columns = { month: 0, tenantId: 1, service: 2, acr: 3, association: 4 }
const answers: FileChoices = {
  ...{ dateOrder: 'dmy', decimal: ',', remember: true },
  mapping: { dataset: 'azure-usage', columns },
}

function filesOf(content: unknown): TextFiles {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return { read: () => ({ name: 'layouts.json', sha256: 'a'.repeat(64), text }) }
}

describe('what was answered about a file', () => {
  it('is used for the next file with the same header, which says so', () => {
    const { store, totals, context } = setUp()
    store([german('3/4/2023', '1.234')], { choices: [answers] })
    expect(totals()).toEqual([1_234_000_000])
    const { files } = store([german('2/5/2023', '2.500')])
    expect(totals()).toEqual([1_234_000_000, 2_500_000_000])
    expect(files).toMatchObject([{ status: 'imported', months: ['2023-05'] }])
    expect(files[0]?.notes).toMatchObject([
      { code: 'mapping-used', count: 1 },
      { code: 'date-order-remembered', message: expect.stringContaining('the day first') },
      { code: 'decimal-remembered', message: expect.stringContaining('a decimal comma') },
    ])
    expect(context.workspace.layouts()).toMatchObject([
      {
        ...{ dataset: 'azure-usage', dateOrder: 'dmy', decimal: ',' },
        columns: { month: 'Monat', tenantId: 'Mandant', acr: 'Umsatz' },
      },
    ])
  })

  it('is not mentioned where the file itself decides or is asked about', () => {
    const { store } = setUp()
    store([german('3/4/2023', '1.234')], { choices: [answers] })
    const notes = (file: string, choices: FileChoices = {}) =>
      store([file], { choices: [choices] }).files[0]?.notes.map(({ code }) => code)
    expect(notes(german('2023-06', '1,5'))).toEqual(['mapping-used'])
    expect(notes(german('3/7/2023', '7,5'), { dateOrder: 'mdy' })).toEqual(['mapping-used'])
  })

  it('is changed by the next answer, and keeps what that does not ask', () => {
    const { store, context } = setUp()
    store([german('3/4/2023', '1.234')], { choices: [answers] })
    const again: FileChoices = { remember: true, dateOrder: 'mdy' }
    store([german('3/5/2023', '1.234')], { choices: [again] })
    expect(context.workspace.layouts()).toMatchObject([{ dateOrder: 'mdy', decimal: ',' }])
  })

  it.each([
    ['nobody asked to keep it', { ...answers, remember: false }, german('3/4/2023', '1.234')],
    ['there was no answer', { remember: true }, azure([['2023-11', '5']])],
  ] as const)('is not kept when %s', (_, choices: FileChoices, file) => {
    const { store, context } = setUp()
    store([file], { choices: [choices] })
    expect(context.workspace.layouts()).toEqual([])
  })

  it('is not kept by an import that is refused', () => {
    const { store, context } = setUp()
    const bad = german('3/4/2023', '1.234').replace('PAL', 'PAL;more')
    faultOf(() => store([bad], { choices: [answers] }))
    expect(context.workspace.layouts()).toEqual([])
  })

  it('can be told for one import alone, before what is remembered', () => {
    const { request, context, totals } = setUp()
    const layoutOf = readMapping(
      filesOf({
        ...{ dataset: 'azure-usage', dateOrder: 'dmy', decimal: '.' },
        columns: {
          ...{ month: 'Monat', tenantId: 'mandant', service: 'Dienst' },
          ...{ acr: 'Umsatz', association: 'Partner' },
        },
      }),
      'mapping.json',
    )
    importFiles(context, request([german('3/4/2023', '1,234')], { layoutOf }))
    expect(totals()).toEqual([1_234_000_000])
    expect(context.workspace.layouts()).toEqual([])
  })

  it('is reported with everything that helps to answer it', () => {
    const { store } = setUp()
    const fault = faultOf(() =>
      store([german('3/4/2023', '5')], { choices: [{ mapping: answers.mapping }] }),
    )
    expect(fault.code).toBe('date-order-ambiguous')
    expect(fault.details['files']).toMatchObject([
      {
        errors: [
          {
            ...{ row: 2, column: 'Monat', value: '3/4/2023' },
            details: { evidence: { state: 'ambiguous', open: 1 } },
          },
        ],
      },
    ])
  })
})

describe('remembered layouts', () => {
  const layout: SavedLayout = {
    ...{ fingerprint: 'a'.repeat(64), dataset: 'm365-usage', columns: { paid: 'Plätze' } },
    ...{ dateOrder: null, decimal: ',', savedAt: '2023-12-15T08:00:00.000Z' },
  }

  it('go to a file and come back from it', () => {
    const { context } = setUp()
    const { workspace, clock } = context
    const files = filesOf(layoutsText([layout]))
    expect(importLayouts(workspace, clock, files, 'l.json')).toEqual({ count: 1 })
    expect(workspace.layouts()).toEqual([layout])
    expect(readMapping(files, 'l.json')(layout.fingerprint)).toEqual(layout)
    expect(readMapping(files, 'l.json')('b'.repeat(64))).toBeUndefined()
  })

  it.each([
    ['no JSON', ''],
    [{ format: 'seventy-layouts-2', layouts: [] }, 'format'],
    [{ format: 'seventy-layouts-1', layouts: [{ ...layout, dataset: 'x' }] }, 'layouts.0.dataset'],
  ])('are not taken from %j', (content, place) => {
    const { context } = setUp()
    const { workspace, clock } = context
    expect(
      faultOf(() => importLayouts(workspace, clock, filesOf(content), 'l.json')),
    ).toMatchObject({
      code: 'layouts-file-invalid',
      details: { file: 'l.json', place },
    })
    expect(faultOf(() => readMapping(filesOf(content), 'l.json')).code).toBe('layouts-file-invalid')
    expect(workspace.layouts()).toEqual([])
  })

  it('are removed one by one, and a second time there is nothing to remove', () => {
    const { context } = setUp()
    const { workspace, clock } = context
    importLayouts(workspace, clock, filesOf(layoutsText([layout])), 'l.json')
    removeLayout(workspace, clock, layout.fingerprint)
    expect(workspace.layouts()).toEqual([])
    expect(faultOf(() => removeLayout(workspace, clock, layout.fingerprint)).code).toBe(
      'layout-not-found',
    )
  })
})
