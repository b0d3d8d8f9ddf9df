import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import { noOverrides } from '../../../shared/no-overrides'
import type { Overrides, Scenario, ScenarioResult } from '../../../shared/scenarios'
import { tenantId } from '../../app/testing/details'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import { choices, comparison, scenario, scored } from '../../app/testing/scenarios'
import { profile } from '../../app/testing/workspace'
import { useSessionStore } from '../../app/session-store'
import { useWorkspaceStore } from '../../app/workspace-store'
import ScenariosPage from './ScenariosPage.vue'

let win: TestWindow
/** The next frame runs when a test says so. */
const frames = new Map<number, FrameRequestCallback>()
let lastFrame = 0
beforeEach(() => {
  win = testWindow()
  frames.clear()
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    frames.set(++lastFrame, callback)
    return lastFrame
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
  return () => vi.unstubAllGlobals()
})

async function settle(): Promise<void> {
  await flushPromises()
  for (const [id, frame] of frames) {
    frames.delete(id)
    frame(0)
  }
  await flushPromises()
}

async function show(saved: Scenario[], results: readonly ScenarioResult[] = []) {
  win.fake.answer({
    'scenarios.list': () => saved,
    'scenarios.choices': () => choices,
    'scenarios.compare': ({ scenarios }) =>
      comparison({ scenarios: scenarios.map((_each, index) => results[index] ?? scored(0)) }),
  })
  mountInWindow(win, ScenariosPage, { profileId: 1 })
  await settle()
}
const asked = (name: string) =>
  win.fake.calls.filter((call) => call.name === name).map(({ input }) => input)
const compared = () =>
  (asked('scenarios.compare').at(-1) as { scenarios: Overrides[] } | undefined)?.scenarios
const rows = () =>
  [...document.querySelectorAll('[data-testid=comparison] tr')].map((row) => textOn(row))

async function type(name: string, value: string, root?: ParentNode): Promise<void> {
  const input = control(name, root) as HTMLInputElement
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await settle()
}
async function press(name: string, root?: ParentNode): Promise<void> {
  control(name, root).click()
  await settle()
}

describe('the scenarios of a partner', () => {
  it('stand beside the score as it is, with their differences', async () => {
    await show([scenario(), scenario({ id: 2, name: 'Lost' })], [scored(-2)])
    expect(asked('scenarios.compare').at(-1)).toEqual({
      ...{ profileId: 1, asOf: '2023-12-15', scenarios: [noOverrides] },
    })
    expect(rows()[0]).toBe('Metric As it is More seats')
    expect(rows()[1]).toBe('Total 71.3 Attained 69.3 -2.0 Not attained')
    expect(rows()[2]).toContain('Net customer adds')
    expect(nameless()).toEqual([])
  })

  it('stand beside each other when they are ticked, three at most', async () => {
    await show([1, 2, 3, 4].map((id) => scenario({ id, name: `Plan ${String(id)}` })))
    await press('Compare Plan 3')
    await press('Compare Plan 4')
    expect(rows()[0]).toBe('Metric As it is Plan 1 Plan 3 Plan 4')
    expect(control('Compare Plan 2').hasAttribute('disabled')).toBe(true)
    await press('Compare Plan 3')
    await press('Plan 2')
    expect(rows()[0]).toBe('Metric As it is Plan 1 Plan 2 Plan 4')
  })

  it('are told one by one why they cannot be computed', async () => {
    const error = { code: 'scenario-customer-unknown', message: 'A customer is gone.', details: {} }
    await show([scenario()], [{ status: 'refused', error }])
    expect(rows()[1]).toBe('Total 71.3 Attained A customer is gone. scenario-customer-unknown')
  })

  it('are offered to be begun while there are none', async () => {
    await show([])
    expect(textOn()).toContain('No scenarios yet')
    const created = scenario({ name: 'New one' })
    win.fake.answer({
      'scenarios.create': () => created,
      'scenarios.list': () => [created],
    })
    await press('New scenario')
    await type('Name', 'New one')
    await press('Save', document.querySelector('[role=dialog]') ?? undefined)
    expect(asked('scenarios.create')).toEqual([
      { profileId: 1, name: 'New one', overrides: noOverrides },
    ])
    expect(textOn()).toContain('As it is New one')
  })

  it('say beside the field why a name is refused', async () => {
    await show([])
    win.fake.answer({
      'scenarios.create': () => {
        throw new SeventyError('scenario-exists', 'There already is one of that name.')
      },
    })
    await press('New scenario')
    await type('Name', 'Taken')
    await press('Save', document.querySelector('[role=dialog]') ?? undefined)
    expect(textOn()).toContain('There already is one of that name.')
  })

  it('lead to the import while there is no data', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0, newestMonth: null })]
    await show([])
    expect(textOn()).toContain('A scenario starts from data.')
  })

  it('say why they cannot be listed', async () => {
    win.fake.answer({
      'scenarios.list': () => {
        throw new SeventyError('profile-not-found', 'The partner is gone.')
      },
    })
    mountInWindow(win, ScenariosPage, { profileId: 1 })
    await settle()
    expect(textOn()).toContain('The partner is gone.')
  })
})

describe('a scenario that is edited', () => {
  it('is computed once a frame while a slider moves, and saved when asked to', async () => {
    await show([scenario()])
    const before = asked('scenarios.compare').length
    const slider = control('Azure consumption') as HTMLInputElement
    for (const value of ['110', '120', '130']) {
      slider.value = value
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await flushPromises()
    }
    await settle()
    expect(asked('scenarios.compare').length - before).toBe(1)
    const usage = { azurePercent: 130, m365Percent: 100 }
    expect(compared()).toEqual([{ ...noOverrides, usage }])
    expect(textOn()).toContain('Not saved')
    const saved = scenario({ overrides: { ...noOverrides, usage } })
    win.fake.answer({ 'scenarios.change': () => saved, 'scenarios.list': () => [saved] })
    await press('Save')
    expect(asked('scenarios.change')).toEqual([{ scenarioId: 1, overrides: saved.overrides }])
    expect(textOn()).not.toContain('Not saved')
    expect(useSessionStore().scenarioDrafts).toEqual({})
  })

  it('takes exact percentages, and goes back when its changes are discarded', async () => {
    await show([scenario()])
    await type('Microsoft 365 seats, exact percentage', '73')
    expect(compared()).toMatchObject([{ usage: { m365Percent: 73 } }])
    await press('Discard changes')
    expect(compared()).toEqual([noOverrides])
  })

  it('gives a customer of the data an ACR and seats, or loses it', async () => {
    await show([scenario()])
    await press('Add a customer')
    await press('Aldermoor Foods $1,250 a year, 40 seats')
    const [row] = document.querySelectorAll('.customer')
    await type('Azure consumption', '99.5', row)
    await press('Add seats', row)
    await type('Paid seats', '250', row)
    const seats = [{ workload: 'Intune', paid: 250, active: 12 }]
    const azure = { per: 'year', usd: 99.5 }
    const customer = { tenantId: tenantId(1), newName: null, azure, seats, removed: false }
    expect(compared()).toEqual([{ ...noOverrides, customers: [customer] }])
    await press('Lost', row)
    expect(compared()).toMatchObject([{ customers: [{ removed: true }] }])
    await press('Leave Aldermoor Foods as it is', row)
    expect(compared()).toEqual([noOverrides])
  })

  it('keeps what was not saved while another screen is open', async () => {
    await show([scenario()])
    await type('Azure consumption, exact percentage', '120')
    mountInWindow(win, ScenariosPage, { profileId: 1 })
    await settle()
    expect(compared()).toMatchObject([{ usage: { azurePercent: 120 } }])
  })

  it('is renamed, duplicated and removed from its menu', async () => {
    await show([scenario()])
    win.fake.answer({
      'scenarios.change': () => scenario({ name: 'Renamed' }),
      'scenarios.duplicate': () => scenario({ id: 2, name: 'More seats (copy)' }),
      'scenarios.remove': () => scenario(),
    })
    const choose = async (item: string) => {
      control('Actions for More seats').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
      )
      await settle()
      await press(item, document.querySelector('[role=menu]') ?? undefined)
    }
    await choose('Rename')
    await type('Name', 'Renamed')
    await press('Save', document.querySelector('[role=dialog]') ?? undefined)
    expect(asked('scenarios.change')).toEqual([{ scenarioId: 1, name: 'Renamed' }])
    await choose('Duplicate')
    expect(asked('scenarios.duplicate')).toEqual([{ scenarioId: 1 }])
    await choose('Remove')
    expect(asked('scenarios.remove')).toEqual([{ scenarioId: 1 }])
  })

  it('adds a customer that the data do not know', async () => {
    await show([scenario()])
    await press('Add a customer')
    await type('Or a new customer named', ' Thornbury Labs ')
    await press('Add new customer')
    expect(compared()).toMatchObject([{ customers: [{ newName: 'Thornbury Labs' }] }])
  })

  it('adds, renews and takes away certifications of people', async () => {
    await show([scenario()])
    await press('Change a certification')
    await type('Name or e-mail', 'Bo Tarn')
    await press('Apply')
    await press('Change a certification')
    await press('Renew')
    await type('Valid to', '2025-01-10')
    await press('Apply')
    expect(compared()).toMatchObject([
      {
        certifications: [
          { kind: 'add', person: 'bo tarn', personName: 'Bo Tarn', certification: 'AZ-500' },
          {
            kind: 'renew',
            person: 'ada@x.example',
            certification: 'SC-100',
            expires: '2025-01-10',
          },
        ],
      },
    ])
    expect(textOn()).toContain('Bo Tarn completes AZ-500 on 15 December 2023')
    expect(textOn()).toContain('Ada Quill renews SC-100 to 10 January 2025')
    await press('Undo the change of Bo Tarn')
    await press('Change a certification')
    await press('Take away')
    await press('Apply')
    expect(compared()?.[0]?.certifications.map(({ kind }) => kind)).toEqual(['renew', 'remove'])
  })
})
