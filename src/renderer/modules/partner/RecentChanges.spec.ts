import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { Changes } from '../../../shared/changes'
import { changeCause, changes, plainCause } from '../../app/testing/changes'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless, textOn } from '../../app/testing/names'
import RecentChanges from './RecentChanges.vue'

let win: TestWindow
beforeEach(() => {
  win = testWindow()
})

async function show(of: Partial<Changes> = {}, asOf = '2023-12-15') {
  win.fake.answer({ 'score.changes': () => changes(of) })
  mountInWindow(win, RecentChanges, { profileId: 1, asOf })
  await flushPromises()
}
const asked = () => win.fake.calls.filter(({ name }) => name === 'score.changes').at(-1)?.input
const lines = () => [...document.querySelectorAll('ol > li')].map((line) => textOn(line))

describe('what changed', () => {
  it('is asked since the same day a month before, with six causes', async () => {
    await show()
    expect(asked()).toEqual({ profileId: 1, from: '2023-11-15', to: '2023-12-15', limit: 6 })
  })

  it('is asked since the last day of a shorter month', async () => {
    await show({}, '2023-03-31')
    expect(asked()).toMatchObject({ from: '2023-02-28' })
  })

  it('stands under the earlier date, with both totals and their difference', async () => {
    await show()
    expect(document.querySelector('h2')?.textContent).toBe('What changed since 15 November 2023')
    expect(textOn()).toContain('+2.0 69.3 then, 71.3 now')
  })

  it('is a list of causes with sign, words and place, in the order of the engine', async () => {
    await show({
      causes: [
        plainCause({ kind: 'rules', metric: 'intermediate-certifications', effectShown: -6.7 }),
        changeCause(),
        plainCause({ kind: 'gate-met', step: 'step-1', after: 2, threshold: 2, effectShown: 0 }),
        plainCause({ kind: 'other', metric: null, count: 12, effectShown: 0.4 }),
      ],
    })
    expect(lines()).toEqual([
      '-6.7 Rules security-2023-12 instead of security-2023-12 Intermediate certifications',
      '+2.0 Aldermoor Foods reached $100 Net customer adds · Azure',
      '0.0 The gate of Step 1 is met, with 2 of 2 people Net customer adds',
      '+0.4 12 smaller causes together',
    ])
    expect(document.querySelector('ol')?.getAttribute('aria-label')).toContain('largest first')
  })

  it('leads from a cause to the page of its metric', async () => {
    await show()
    expect(control('Net customer adds · Azure').getAttribute('href')).toContain(
      '/partner/1/metrics/net-customer-adds',
    )
    expect(nameless()).toEqual([])
  })

  it('tells up from down by a sign of its own, not by colour alone', async () => {
    await show({ causes: [changeCause(), changeCause({ effectShown: -2 })] })
    const icons = [...document.querySelectorAll('ol svg')].map((icon) => icon.outerHTML)
    expect(icons).toHaveLength(2)
    expect(icons[0]).not.toBe(icons[1])
  })
})

describe('where there is nothing to tell', () => {
  it('says that nothing changed', async () => {
    await show({ causes: [], difference: 0, differenceShown: 0 })
    expect(textOn()).toContain('Nothing changed. The same customers and people count')
    expect(document.querySelector('ol')).toBeNull()
  })

  it('says that there is no earlier score, and never takes it for 0', async () => {
    const { from } = changes()
    await show({
      from: { ...from, total: null, totalShown: null, monthsMissing: 0 },
      difference: null,
      differenceShown: null,
      causes: [plainCause({ kind: 'data', before: null })],
    })
    expect(textOn()).toContain('There is no score for 15 November 2023 to compare with')
    expect(document.querySelector('ol')).toBeNull()
    expect(textOn()).not.toMatch(/[+-]?\d\.\d/)
  })

  it('warns where the earlier score compares months that were not imported', async () => {
    const { from } = changes()
    await show({ from: { ...from, monthsMissing: 2 } })
    expect(textOn()).toContain(
      '2 months that the score of 15 November 2023 compares were not imported',
    )
  })

  it('shows a refusal with a way to try again', async () => {
    win.fake.answer({
      'score.changes': () => {
        throw new SeventyError('profile-not-found', 'That partner is gone.')
      },
    })
    mountInWindow(win, RecentChanges, { profileId: 1, asOf: '2023-12-15' })
    await flushPromises()
    expect(textOn()).toContain('That partner is gone.')
    expect(control('Try again').tagName).toBe('BUTTON')
  })
})
