import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Action } from '../../../shared/actions'
import type { Plan } from '../../../shared/plan'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import { plan } from '../../app/testing/plan'
import PlanPage from '../plan/PlanPage.vue'
import { expectedPoints } from './expected'
import TopActions from './TopActions.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

const action = (id: number, change: Partial<Action> = {}): Action => ({
  ...{ id, profileId: 1, title: `Action ${String(id)}`, owner: 'Ada', due: '2024-02-01' },
  ...{ points: 4, status: 'open', note: '' },
  origin: { lever: 'association', metric: 'net-customer-adds', stream: 'azure', subject: null },
  ...{ createdAt: '2023-12-01T08:00:00.000Z', changedAt: '2023-12-01T08:00:00.000Z' },
  ...change,
})

async function showPlan(list: readonly Action[], of: Plan = plan()) {
  win.fake.answer({ 'score.plan': () => of, 'actions.list': () => [...list] })
  mountInWindow(win, PlanPage, { profileId: 1 })
  await flushPromises()
}
const columns = () =>
  [...document.querySelectorAll('h3')].map((heading) => [
    textOn(heading),
    ...[...(heading.parentElement?.querySelectorAll('.title') ?? [])].map((each) => textOn(each)),
  ])
const sent = (name: string) => win.fake.calls.filter((call) => call.name === name).at(-1)?.input
const submit = async () => {
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

describe('the board of actions', () => {
  it('stands by status, and shows what was dropped only when something was', async () => {
    await showPlan([action(1), action(2, { status: 'done' }), action(3)])
    expect(columns()).toEqual([
      ['Open (2)', 'Action 1', 'Action 3'],
      ['In progress (0)'],
      ['Done (1)', 'Action 2'],
    ])
    expect(nameless()).toEqual([])
  })

  it('marks what is overdue and still to be done', async () => {
    await showPlan([
      action(1, { due: '2023-12-14' }),
      action(2, { due: '2023-12-15' }),
      action(3, { due: '2023-01-01', status: 'done' }),
      action(4, { due: null, status: 'dropped' }),
    ])
    const facts = [...document.querySelectorAll('.facts')].map((each) => textOn(each))
    expect(facts[0]).toBe('Overdue since 14 December 2023 Ada +4.0 expected Customer adds')
    expect(facts[1]).toContain('Due 15 December 2023')
    expect(facts[2]).toContain('Due 1 January 2023')
    expect(facts[3]).toContain('No date')
  })

  it.each([
    [4, 10, '8.0 points expected of the 10.0 that are missing'],
    [5, 10, '10.0 points expected, enough for the 10.0 that are missing'],
    [5, 0, '10.0 points expected'],
  ])('compares two actions of %f points with a gap of %f', async (points, gap, words) => {
    const list = [action(1, { points }), action(2, { points, status: 'in-progress' })]
    await showPlan([...list, action(3, { status: 'done' })], plan({ gap, gapShown: gap }))
    expect(textOn()).toContain(words)
  })

  it('moves an action by its status, and keeps the focus on it', async () => {
    const list = [action(1), action(2)]
    await showPlan(list)
    win.fake.answer({
      'actions.change': () => {
        list[0] = action(1, { status: 'done' })
        win.fake.answer({ 'actions.list': () => list })
        return list[0]
      },
    })
    const select = document.querySelector<HTMLSelectElement>('[data-action="1"] select')
    if (!select) throw new RangeError('There is no status.')
    select.value = 'done'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
    expect(sent('actions.change')).toEqual({ actionId: 1, change: { status: 'done' } })
    expect(document.activeElement?.closest('[data-action]')?.getAttribute('data-action')).toBe('1')
  })

  it('takes a step of a way as it is: its lever, whom it means and what it brings', async () => {
    await showPlan([])
    win.fake.answer({ 'actions.create': () => action(1) })
    control(
      'Add as action: Lift a near customer over the Azure threshold: Saltmarsh Marine',
    ).click()
    await flushPromises()
    await submit()
    expect(sent('actions.create')).toEqual({
      ...{ profileId: 1, owner: '', due: null, points: 2, status: 'open' },
      title: 'Lift a near customer over the Azure threshold: Saltmarsh Marine',
      note: 'Saltmarsh Marine: lacks $11.50',
      origin: {
        ...{ lever: 'near-azure-customer', metric: 'net-customer-adds', stream: 'azure' },
        subject: {
          ...{ kind: 'customer', name: 'Saltmarsh Marine' },
          id: '11111111-1111-4111-8111-111111111111',
        },
      },
    })
  })

  it('does not offer a step again that is among the actions', async () => {
    await showPlan([action(1, { title: '2 × Certify a person for points: SC-100, SC-300' })])
    const rows = [...document.querySelectorAll('details[open] tbody tr')].map((each) =>
      textOn(each),
    )
    expect(rows[0]).toContain('Add as action')
    expect(rows[1]).toContain('Among the actions')
  })

  it('removes an action, and changes one in its dialog', async () => {
    await showPlan([action(1)])
    win.fake.answer({ 'actions.remove': () => action(1), 'actions.change': () => action(1) })
    control('Remove: Action 1').click()
    await flushPromises()
    expect(sent('actions.remove')).toEqual({ actionId: 1 })
    control('Edit: Action 1').click()
    await flushPromises()
    await submit()
    expect(sent('actions.change')).toMatchObject({
      actionId: 1,
      change: { title: 'Action 1', due: '2024-02-01', points: 4 },
    })
  })
})

describe('the top three actions', () => {
  async function showTop(list: readonly Action[], planned = true) {
    win.fake.answer({ 'actions.list': () => [...list] })
    mountInWindow(win, TopActions, { profileId: 1, asOf: '2023-12-15', planned })
    await flushPromises()
    return [...document.querySelectorAll('li')].map((each) => textOn(each))
  }

  it('are those due first that are still to be done', async () => {
    const lines = await showTop([
      action(1, { due: null }),
      action(2, { due: '2024-03-01' }),
      action(3, { due: '2023-12-01', status: 'done' }),
      action(4, { due: '2023-12-20', status: 'in-progress' }),
      action(5, { due: '2024-01-01' }),
    ])
    expect(lines.map((line) => /Action \d/.exec(line)?.[0])).toEqual([
      ...['Action 4', 'Action 5', 'Action 2'],
    ])
    expect(textOn()).toContain('All 4 in the plan')
  })

  it('are the first steps of the cheapest way while there is nothing to do', async () => {
    const lines = await showTop([action(3, { status: 'done' })])
    expect(lines).toEqual([
      'Lift a near customer over the Azure threshold: Saltmarsh Marine +2.0 Add as action',
      '2 × Certify a person for points: SC-100, SC-300 +8.0 Add as action',
    ])
  })

  it('are not offered where no plan can be made', async () => {
    expect(await showTop([], false)).toEqual([])
    expect(win.fake.calls.some(({ name }) => name === 'score.plan')).toBe(false)
  })
})

it('sums the points of what is still to be done, to one decimal', () => {
  expect(
    expectedPoints([
      action(1, { points: 3.33 }),
      action(2, { points: 6.67, status: 'in-progress' }),
      action(3, { points: null }),
      action(4, { points: 9, status: 'dropped' }),
    ]),
  ).toBe(10)
})
