import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { SeventyError } from '../../../shared/errors'
import { useNoticesStore } from '../../app/notices-store'
import { editableRow, editNames, stepSummary } from '../../app/testing/edits'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import AddRowDialog from './AddRowDialog.vue'
import { byHandWords } from './by-hand-words'
import EditRowDialog from './EditRowDialog.vue'
import ManualTotalsDialog from './ManualTotalsDialog.vue'
import { useSteps } from './use-steps'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
  win.fake.answer({
    'edits.names': () => editNames,
    'edits.add': () => ({ warnings: [] }),
    'edits.change': () => ({ warnings: [] }),
    'edits.row': () => editableRow(),
  })
})

const body = () => document.body
const field = (label: string) => {
  const found = [...body().querySelectorAll('label')].find(({ textContent }) =>
    textContent.includes(label),
  )
  return body().querySelector<HTMLInputElement>(`#${found?.getAttribute('for') ?? 'none'}`)
}
async function type(label: string, text: string): Promise<void> {
  const input = field(label)
  if (!input) throw new Error(`There is no field ${label}.`)
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}
async function submit(): Promise<void> {
  body()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}
async function press(text: string): Promise<void> {
  const buttons = [...body().querySelectorAll('button')]
  buttons.find(({ textContent }) => textContent.trim() === text)?.click()
  await flushPromises()
}
const sent = (name: string) => win.fake.calls.filter((call) => call.name === name)

describe('adding a row', () => {
  const props = { open: true, profileId: 1, dataset: 'azure-usage' as const }

  it('sends what was typed, and offers the names that the rules know', async () => {
    mountInWindow(win, AddRowDialog, props)
    await flushPromises()
    expect([...body().querySelectorAll('datalist option')].length).toBeGreaterThan(2)
    await type('Tenant ID', '0f8fad5b-d9cb-469f-a165-70867728950e')
    await type('Service', 'Sentinel')
    await type('ACR in USD', '1,250.50')
    await submit()
    expect(sent('edits.add')[0]?.input).toEqual({
      profileId: 1,
      row: {
        ...{ dataset: 'azure-usage', service: 'Sentinel', offer: null, association: null },
        ...{ usd: 1250.5, month: '2023-11', customerName: null },
        tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
      },
    })
  })

  it('is kept back while an amount is no number, which is said beside it', async () => {
    mountInWindow(win, AddRowDialog, props)
    await flushPromises()
    await type('Tenant ID', 'x')
    await type('Service', 'Sentinel')
    await type('ACR in USD', 'much')
    await submit()
    expect(sent('edits.add')).toEqual([])
    expect(field('ACR in USD')?.getAttribute('aria-invalid')).toBe('true')
  })

  it('is kept back while its month is none, which is said beside it', async () => {
    mountInWindow(win, AddRowDialog, props)
    await flushPromises()
    await type('Tenant ID', '0f8fad5b-d9cb-469f-a165-70867728950e')
    await type('Service', 'Sentinel')
    await type('ACR in USD', '1')
    await type('Month', '2023-13')
    await submit()
    expect(sent('edits.add')).toEqual([])
    expect(body().textContent).toContain('“2023-13” is not a month.')
    await type('Month', ' 2023-12 ')
    await submit()
    expect(sent('edits.add')[0]?.input).toMatchObject({ row: { month: '2023-12' } })
  })

  it('says a refusal beside the field that it is about', async () => {
    win.fake.answer({
      'edits.add': () => {
        throw new SeventyError('tenant-id-invalid', 'Not a tenant id.', { field: 'tenantId' })
      },
    })
    mountInWindow(win, AddRowDialog, props)
    await flushPromises()
    await type('Tenant ID', '42')
    await type('Service', 'Sentinel')
    await type('ACR in USD', '1')
    await submit()
    expect(body().textContent).toContain('Not a tenant id.')
  })

  it('names the nearest known name where the rules list no such one', async () => {
    const warning = { code: 'unknown-service' as const, name: 'Sentinal', nearest: 'Sentinel' }
    win.fake.answer({ 'edits.add': () => ({ warnings: [warning] }) })
    mountInWindow(win, AddRowDialog, props)
    await flushPromises()
    await type('Tenant ID', 'x')
    await type('Service', 'Sentinal')
    await type('ACR in USD', '1')
    await submit()
    expect(useNoticesStore().shown.at(-1)?.text).toContain('Sentinel')
  })
})

describe('editing a row', () => {
  const props = { profileId: 1, dataset: 'azure-usage' as const, row: 7 }

  it('begins with the stored values and sends the changed ones', async () => {
    mountInWindow(win, EditRowDialog, props)
    await flushPromises()
    expect(field('ACR in USD')?.value).toBe('1200')
    await type('ACR in USD', '900')
    await submit()
    expect(sent('edits.change')[0]?.input).toMatchObject({
      ...{ profileId: 1, dataset: 'azure-usage', row: 7 },
      change: { kind: 'values', values: { usd: 900, service: 'Sentinel' } },
    })
  })

  it('leaves a row out, and takes a changed one back to its file', async () => {
    const was = editableRow().values
    const byHand = { kind: 'changed' as const, at: '2023-12-15T08:00:00.000Z', was }
    win.fake.answer({ 'edits.row': () => editableRow({ byHand }) })
    mountInWindow(win, EditRowDialog, props)
    await flushPromises()
    expect(body().textContent).toContain('Changed by hand: was $1,200.00')
    await press('Leave out')
    await press('As in the file')
    expect(sent('edits.change').map(({ input }) => input)).toMatchObject([
      { change: { kind: 'leave-out' } },
      { change: { kind: 'restore' } },
    ])
  })
})

describe('a mark', () => {
  const t = (key: string, values: object) => `${key} ${JSON.stringify(values)}`

  it('says what seats and certifications were before', () => {
    const at = '2023-12-15T08:00:00.000Z'
    const seats = { dataset: 'm365-usage' as const, workload: 'Intune', association: null }
    const was = { ...seats, paid: 1200, active: 9 }
    expect(byHandWords({ kind: 'left-out', at, was }, t as never)).toMatch(/left-out .*1,200.*9/)
    expect(byHandWords({ kind: 'entered', at, was: null }, t as never)).toMatch(/entered .*2023/)
  })
})

describe('steps', () => {
  const Host = defineComponent({
    setup() {
      useSteps(((key: string) => key) as never)
      return () => null
    },
  })

  it('are said once when they are new, with a button that takes just them back', async () => {
    mountInWindow(win, Host)
    await flushPromises()
    const step = stepSummary({ id: 4 })
    win.fake.answer({
      'edits.steps': () => ({ undo: step, redo: null }),
      'edits.undo': () => step,
    })
    win.fake.emitChanged(1)
    await flushPromises()
    win.fake.emitChanged(1)
    await flushPromises()
    const [notice, ...others] = useNoticesStore().shown
    expect(others).toEqual([])
    notice?.action?.run()
    await flushPromises()
    expect(sent('edits.undo')[0]?.input).toEqual({ stepId: 4 })
  })

  it('that stand when the window opens are not said', async () => {
    win.fake.answer({ 'edits.steps': () => ({ undo: stepSummary({ id: 4 }), redo: null }) })
    mountInWindow(win, Host)
    await flushPromises()
    win.fake.emitChanged(1)
    await flushPromises()
    expect(useNoticesStore().shown).toEqual([])
  })
})

describe('numbers by hand', () => {
  const stream = { kind: 'stream', metricId: 'usage-growth', distinct: false } as const
  const view = {
    ...{ totals: null, typedIn: null, overtaken: false },
    editions: [
      {
        ...{ id: 'security-2023-12', title: 'Security', track: null },
        fields: [{ ...stream, stream: 'azure' as const, unit: 'usd' as const }],
      },
    ],
  }

  it('ask for what the edition asks for, and refuse half of a comparison', async () => {
    win.fake.answer({ 'manual.get': () => view, 'manual.set': () => ({}) })
    mountInWindow(win, ManualTotalsDialog, { profileId: 1 })
    await flushPromises()
    await type('Now: Usage growth', '30,000.5')
    await submit()
    expect(sent('manual.set')).toEqual([])
    await type('A year ago: Usage growth', '0')
    await submit()
    const streams = [{ metricId: 'usage-growth', stream: 'azure', current: 30_000.5, previous: 0 }]
    expect(sent('manual.set')[0]?.input).toEqual({
      profileId: 1,
      totals: { editions: [{ edition: 'security-2023-12', streams, steps: [] }] },
    })
  })
})
