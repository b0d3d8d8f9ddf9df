import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { SeventyError } from '../../../shared/errors'
import type { MetricId } from '../../../shared/score'
import { tenantId } from '../../app/testing/details'
import { explainedRow, explanation, rowPage, subject } from '../../app/testing/explanation'
import { elementsHaveSize } from '../../app/testing/layout'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, press, textOn, type } from '../../app/testing/names'
import ExplanationPanel from './ExplanationPanel.vue'

elementsHaveSize()
let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(metricId: MetricId, of = explanation(metricId)): Promise<void> {
  const section = ref<string | null>(of.sections[0]?.id ?? null)
  const holder = defineComponent({
    setup: () => () =>
      h(ExplanationPanel, {
        ...{ profileId: 1, explanation: of, section: section.value },
        'onUpdate:section': (now: string | null) => (section.value = now),
      }),
  })
  mountInWindow(win, holder)
  await flushPromises()
}
const rows = () => [...document.querySelectorAll<HTMLElement>('.panel .data')]
const texts = () => rows().map((each) => textOn(each))
const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]')
async function choose(name: string): Promise<void> {
  control(name).click()
  await flushPromises()
}
const asked = (name: string) =>
  win.fake.calls.filter((call) => call.name === name).map(({ input }) => input)

describe('the lists of a stream', () => {
  beforeEach(() => show('net-customer-adds'))

  it('are counted before anybody looks, and those that need all rows are not asked for', () => {
    for (const name of ['Counted now 1', 'A year ago 1', 'Gained 1', 'Lost 1', 'Near 1'])
      expect(control(name).getAttribute('role')).toBe('radio')
    expect(asked('score.omissions')).toEqual([])
    expect(nameless()).toEqual([])
  })

  it('hold both amounts, the change and what became of the customer', async () => {
    expect(texts()).toEqual([`Aldermoor Foods ${tenantId(1)} $60 $4,200 +$4,140 Gained`])
    await choose('Lost 1')
    expect(texts()).toEqual([`Corvane Dental ${tenantId(2)} $9,000 $12 -$8,988 Lost`])
  })

  it('say of who is near what is missing', async () => {
    await choose('Near 1')
    expect(texts()).toEqual([
      `Name not in the file ${tenantId(3)} $0 $88.50 +$88.50 $11.50, 3 more active`,
    ])
  })

  it('say what usage lacks only its association', async () => {
    await choose('No association')
    expect(asked('score.omissions')).toEqual([
      { profileId: 1, metricId: 'net-customer-adds', asOf: '2023-12-15', section: 'azure' },
    ])
    expect(texts()[0]).toContain('$70, 1 row')
  })

  it('are searched by name and tenant, and say when nobody is found', async () => {
    type(field('Find a customer or tenant'), 'ALDER')
    await flushPromises()
    expect(texts()).toHaveLength(1)
    type(field('Find a customer or tenant'), 'nobody')
    await flushPromises()
    expect(textOn()).toContain('Nobody matches.')
  })

  it('of what was left out show the causes, and can be kept to one', async () => {
    await choose('Left out')
    expect(texts()).toHaveLength(2)
    await choose('Duplicate at PGA level, a year ago 3 rows · 1 customer · $70')
    expect(texts()).toEqual([
      `Corvane Dental ${tenantId(2)} Duplicate at PGA level a year ago 3 $70`,
    ])
  })

  it('follow the stream', async () => {
    await choose('Microsoft 365')
    expect(textOn()).toContain('Now (seats)')
  })
})

describe('the inspector', () => {
  beforeEach(async () => {
    const of = explanation('net-customer-adds')
    const two = [subject(), subject({ id: tenantId(9), name: 'Osterby' })]
    const [azure, ...others] = of.sections
    if (!azure) throw new Error('A section is missing.')
    const lists = { ...azure.lists, countedNow: { total: 2, entries: two } }
    await show('net-customer-adds', { ...of, sections: [{ ...azure, lists }, ...others] })
  })

  it('is opened by keyboard: an arrow key to the row, Enter; Escape closes it', async () => {
    rows()[0]?.focus()
    press('ArrowDown')
    await flushPromises()
    expect(document.activeElement).toBe(rows()[1])
    expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0])
    press('Enter')
    await flushPromises()
    expect(asked('score.rows')).toEqual([
      {
        ...{ profileId: 1, metricId: 'net-customer-adds', asOf: '2023-12-15', section: 'azure' },
        ...{ subject: tenantId(9), scope: 'compared', after: 0, limit: 200 },
      },
    ])
    expect(textOn(dialog() ?? document)).toContain('Osterby Net customer adds, Azure')
    press('Escape', dialog() ?? undefined)
    await flushPromises()
    expect(dialog()).toBeNull()
  })

  it('names file, line, service, association, amount and why a row does not count', async () => {
    rows()[0]?.click()
    await flushPromises()
    const [first, second] = [...(dialog()?.querySelectorAll('.data') ?? [])].map((each) =>
      textOn(each),
    )
    expect(first).toBe('Line 12 usage.csv Nov 2023 Sentinel Azure Plan PAL $88.50 Counts')
    expect(second).toBe('Line 13 usage.csv Nov 2023 Sentinel Azure Plan None $88.50 No association')
    expect(textOn(dialog() ?? document)).toContain('1 of 2 rows count No association 1 · $88.50')
    expect(nameless(dialog() ?? document)).toEqual([])
  })

  it('asks for the next page when the end is reached, and once', async () => {
    win.fake.answer({
      'score.rows': ({ after }) =>
        after === 0
          ? rowPage({ next: 7 })
          : rowPage({ entries: [explainedRow({ line: 99 })], next: null }),
    })
    rows()[0]?.click()
    await flushPromises()
    await flushPromises()
    expect(asked('score.rows')).toMatchObject([{ after: 0 }, { after: 7 }])
    expect(textOn(dialog() ?? document)).toContain('Line 99')
  })

  it('asks again for all months', async () => {
    rows()[0]?.click()
    await flushPromises()
    control('All', dialog() ?? undefined).click()
    await flushPromises()
    expect(asked('score.rows')).toMatchObject([{ scope: 'compared' }, { scope: 'all' }])
  })

  it('shows a refusal with a way to try again', async () => {
    win.fake.answer({
      'score.rows': () => {
        throw new SeventyError('input-invalid', 'Nothing is stored.')
      },
    })
    rows()[0]?.click()
    await flushPromises()
    expect(textOn(dialog() ?? document)).toContain('Nothing is stored.')
    expect(control('Try again').tagName).toBe('BUTTON')
  })
})

it('of steps lists people, and no missing associations', async () => {
  await show('intermediate-certifications')
  expect(texts()[0]).toContain('Inês Almeida')
  expect(textOn()).not.toContain('No association')
  await choose('A year ago 0')
  expect(textOn()).toContain('Nobody counted a year ago.')
})
