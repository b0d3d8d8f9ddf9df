import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { Plan } from '../../../shared/plan'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { nameless, textOn } from '../../app/testing/names'
import { plan } from '../../app/testing/plan'
import { profile } from '../../app/testing/workspace'
import { useNoticesStore } from '../../app/notices-store'
import { useWorkspaceStore } from '../../app/workspace-store'
import PlanPage from './PlanPage.vue'
import { numberIn } from './plan-settings'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(of: Plan = plan()) {
  win.fake.answer({ 'score.plan': () => of })
  mountInWindow(win, PlanPage, { profileId: 1 })
  await flushPromises()
}
const asked = () => win.fake.calls.filter(({ name }) => name === 'score.plan').at(-1)?.input
const saved = () => {
  const input = win.fake.calls.filter(({ name }) => name === 'plans.set').at(-1)?.input
  return (input as { settings: unknown } | undefined)?.settings
}
const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((each) => textOn(each) === label)
  const input = found && document.getElementById(found.htmlFor)
  if (!(input instanceof HTMLInputElement)) throw new RangeError(label)
  return input
}
async function type(label: string, text: string) {
  const input = field(label)
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await flushPromises()
}

describe('the plan of a partner', () => {
  it('is asked for on the score date, with what is saved for the partner', async () => {
    await show()
    expect(asked()).toEqual({ profileId: 1, asOf: '2023-12-15' })
  })

  it('starts from the score and says what is missing, missed and at its maximum', async () => {
    await show()
    expect(textOn()).toContain('60.0 of 100')
    expect(textOn()).toContain('10.0 points to 70')
    expect(textOn()).toContain('Below the minimum: Deployments')
    expect(textOn()).toContain('At the maximum, more gives nothing: Usage growth')
  })

  it('shows the cheapest way open, with its steps and whom they mean', async () => {
    await show()
    const ways = [...document.querySelectorAll('details')]
    expect(ways.map((way) => way.open)).toEqual([true, false])
    expect(textOn(ways[0])).toContain('11 days')
    expect(textOn(ways[0])).toContain('Saltmarsh Marine lacks $11.50')
    expect(textOn(ways[0])).toContain('2 × Certify a person for points SC-100 · SC-300')
    expect(textOn(ways[1])).toContain('Without certifications')
  })

  it('saves the effort and limit that are typed, and is made anew', async () => {
    await show()
    await type('Days for one: Win an Azure customer', '0.5')
    expect(saved()).toEqual({ effort: { 'azure-customer': 0.5 }, limit: {} })
    expect(win.fake.calls.at(-1)?.name).toBe('score.plan')
  })

  it('keeps what is saved beside a number that is changed, and gives one back to the default', async () => {
    const settings = { effort: { renewal: 1 }, limit: { 'azure-customer': 4 } } as const
    await show(plan({ settings }))
    await type('Days for one: Win an Azure customer', '0.5')
    expect(saved()).toEqual({ ...settings, effort: { renewal: 1, 'azure-customer': 0.5 } })
    await type('At most: Win an Azure customer', '')
    expect(saved()).toEqual({ ...settings, limit: {} })
  })

  it('gives all of them back to the defaults', async () => {
    await show(plan({ settings: { effort: { renewal: 1 }, limit: {} } }))
    const button = [...document.querySelectorAll('button')].find(
      (each) => textOn(each) === 'Defaults',
    )
    button?.click()
    await flushPromises()
    expect(saved()).toEqual({ effort: {}, limit: {} })
  })

  it('says so when they could not be saved', async () => {
    await show()
    win.fake.answer({
      'plans.set': () => {
        throw new SeventyError('workspace-locked', 'Another program is writing.')
      },
    })
    await type('Days for one: Win an Azure customer', '0.5')
    expect(useNoticesStore().shown).toMatchObject([
      { title: 'The effort could not be saved', text: 'Another program is writing.' },
    ])
  })

  it('lists no levers where nothing is to be done', async () => {
    await show(plan({ attained: true, ways: [], levers: [] }))
    expect(textOn()).not.toContain('Levers')
  })

  it('names what it counts as it is', async () => {
    await show(plan({ notPlanned: ['net-customer-adds'] }))
    expect(textOn()).toContain('the best of several associations stands: Net customer adds')
  })

  it('says what a lever takes where something else is typed, and asks for nothing', async () => {
    await show()
    const before = win.fake.calls.length
    await type('Days for one: Win an Azure customer', 'cheap')
    expect(textOn()).toContain('Days from 0 to 10,000')
    expect(win.fake.calls).toHaveLength(before)
    await type('Days for one: Win an Azure customer', '2')
    expect(textOn()).not.toContain('Days from 0 to 10,000')
  })

  it('takes a goal on a later day and says what it assumes', async () => {
    await show(plan({ by: '2024-06-01' }))
    await type('Goal by', '2024-06-01')
    expect(asked()).toMatchObject({ by: '2024-06-01' })
    expect(textOn()).toContain('every customer keeps the usage of the newest month')
  })

  it('refuses a goal before the score date beside the field', async () => {
    await show()
    await type('Goal by', '2023-12-01')
    expect(textOn()).toContain('A goal lies on the score date or after it.')
    expect(asked()).not.toHaveProperty('by', '2023-12-01')
  })

  it.each<[string, Partial<Plan>]>([
    ['Nothing to do', { attained: true, ways: [], gap: 0, gapShown: 0, minimumsMissed: [] }],
    ['All levers together reach 64.5 points.', { ways: [], reachable: 64.5 }],
    ['The search was cut short', { proven: false }],
  ])('says “%s” where that is so', async (words, change) => {
    await show(plan(change))
    expect(textOn()).toContain(words)
  })

  it('names what the other track takes', async () => {
    const other = { edition: 'security-2026-enterprise', track: 'enterprise', total: 40 }
    await show(plan({ track: 'smb', otherTracks: [{ ...other, effort: 83 }] }))
    expect(textOn()).toContain('Enterprise track: 83 days at least')
  })

  it('leads to the import while there is nothing to plan with', async () => {
    useWorkspaceStore().profiles = [profile({ files: 0, newestMonth: null })]
    await show()
    expect(textOn()).toContain('A plan needs data.')
  })

  it('gives everything a name', async () => {
    await show()
    expect(nameless()).toEqual([])
  })

  it('says why it cannot be shown', async () => {
    win.fake.answer({
      'score.plan': () => {
        throw new SeventyError('profile-not-found', 'The partner is gone.')
      },
    })
    mountInWindow(win, PlanPage, { profileId: 1 })
    await flushPromises()
    expect(textOn()).toContain('The partner is gone.')
  })
})

describe('a number of a lever', () => {
  it.each([
    ['2', 'effort', 2],
    [' 0,5 ', 'effort', 0.5],
    ['0.25', 'effort', 0.25],
    ['0.125', 'effort', undefined],
    ['-1', 'effort', undefined],
    ['1e3', 'effort', undefined],
    ['10001', 'limit', undefined],
    ['1.5', 'limit', undefined],
    ['12', 'limit', 12],
    ['', 'limit', undefined],
  ] as const)('"%s" as %s is %s', (text, kind, number) => {
    expect(numberIn(text, kind)).toBe(number)
  })
})
