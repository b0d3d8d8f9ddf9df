import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type {
  EditionCheck,
  EditionProblem,
  EditionSummary,
  EditionView,
} from '../../../shared/editions'
import { SeventyError } from '../../../shared/errors'
import { useSessionStore } from '../../app/session-store'
import { deferred } from '../../app/testing/deferred'
import { customEdition, editionSummary, editionView } from '../../app/testing/editions'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { nameless, textOn } from '../../app/testing/names'
import { score } from '../../app/testing/scores'
import RulesPage from './RulesPage.vue'

let win: TestWindow
let editions: EditionSummary[]
beforeEach(() => {
  win = testWindow()
  editions = [
    editionSummary({ id: 'security-2023-06', validFrom: '2023-06-13', validTo: '2023-11-30' }),
    editionSummary(),
  ]
  win.fake.answer({
    'editions.list': () => editions,
    'editions.get': ({ id }) =>
      editionView(editions.find((each) => each.id === id) ?? customEdition()),
    'editions.compare': ({ left, right }) => ({
      left: editionSummary({ id: left }),
      right: editionSummary({ id: right }),
      differences: [
        { section: 'Skilling', id: 'step', label: 'Step 1', left: '1 person', right: null },
      ],
      same: 72,
    }),
    'files.choose': () => [{ token: 'file', name: 'rules.json', bytes: 900 }],
  })
})

async function show() {
  mountInWindow(win, RulesPage)
  await flushPromises()
}
async function press(name: string) {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((each) =>
    textOn(each).includes(name),
  )
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  await flushPromises()
}
const asked = (name: string) => win.fake.calls.filter((call) => call.name === name).at(-1)?.input
const current = () => textOn(document.querySelector('[aria-current=true]') ?? undefined)

const problem: EditionProblem = {
  code: 'wrong-format',
  path: 'metrics.0.pointsEach',
  line: 31,
  value: '"9.5"',
  message: 'Expected a fraction.',
  remedy: 'Write 19/2.',
}
function check(change: Partial<EditionCheck> = {}): EditionCheck {
  return { name: 'rules.json', problems: [], notices: [], view: null, ...change }
}

describe('the rules', () => {
  it('list every edition and show the newest, where no score was shown yet', async () => {
    await show()
    expect(textOn()).toContain('security-2023-06')
    expect(current()).toContain('security-2023-12')
    expect(textOn()).toContain('Usage growth Customer success · at most 20 points Azure A rule.')
    expect(textOn()).toContain('dated 13 June 2023')
  })

  it('show the edition of the score that was shown last, and another one when asked', async () => {
    Object.assign(useSessionStore(), { profileId: 1, editions: { 1: 'security-2023-06' } })
    await show()
    expect(current()).toContain('security-2023-06')
    await press('security-2023-12')
    expect(asked('editions.get')).toEqual({ id: 'security-2023-12' })
  })

  it('offer nothing to do with an edition while another one is on its way', async () => {
    useSessionStore().profileId = 1
    await show()
    const late = deferred<EditionView>()
    win.fake.answer({ 'editions.get': () => late.promise as never })
    await press('security-2023-06')
    expect(textOn()).not.toContain('Use for')
    late.resolve(editionView(editions[0]))
    await flushPromises()
    expect(textOn()).toContain('Use for Halden')
  })

  it('say why they cannot be shown, and try again', async () => {
    win.fake.answer({
      'editions.list': () => {
        throw new SeventyError('workspace-locked', 'Another program writes.')
      },
    })
    await show()
    expect(textOn()).toContain('Another program writes.')
    win.fake.answer({ 'editions.list': () => editions })
    await press('Try again')
    expect(current()).toContain('security-2023-12')
  })

  it('leave no control without a name', async () => {
    await show()
    expect(nameless()).toEqual([])
  })
})

describe('the difference of two editions', () => {
  it('is told against the one before, rule by rule', async () => {
    await show()
    await press('Compare')
    expect(asked('editions.compare')).toEqual({
      left: 'security-2023-06',
      right: 'security-2023-12',
    })
    expect(textOn()).toContain('Step 1 Skilling 1 person No such rule')
    expect(textOn()).toContain('72 rules read the same in both.')
  })
})

describe('the open questions', () => {
  it('tell what the other answer does to the score of the open partner', async () => {
    useSessionStore().profileId = 1
    const alternatives = [
      {
        reading: 'growthSteps',
        value: 'whole',
        total: 71,
        totalShown: 71,
        attained: true,
      } as const,
    ]
    win.fake.answer({ 'score.get': () => score({ alternatives }) })
    await show()
    await press('Open questions')
    expect(asked('score.get')).toEqual({
      profileId: 1,
      asOf: '2023-12-15',
      edition: 'security-2023-12',
    })
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => textOn(row))
    expect(rows[0]).toContain('71.0')
    expect(rows[1]).toContain('Nothing changes')
  })

  it('are shown without effects while no partner is open', async () => {
    await show()
    await press('Open questions')
    expect(textOn()).toContain('Open a partner with data')
    expect(textOn()).toContain('Part of a growth step counts in proportion')
  })
})

describe('a custom edition', () => {
  it('is shown before it is added, and then stands in the list', async () => {
    const view = editionView(customEdition())
    win.fake.answer({
      'editions.check': () => check({ view }),
      'editions.add': () => {
        editions = [...editions, customEdition()]
        return customEdition()
      },
    })
    await show()
    await press('Choose a file')
    expect(asked('files.choose')).toEqual({ kind: 'edition' })
    expect(textOn()).toContain('rules.json can be added')
    await press('Add this edition')
    expect(asked('editions.add')).toEqual({ files: ['file'] })
    expect(current()).toContain('house-rules')
    expect(current()).toContain('Custom')
  })

  it('with problems cannot be added; each is told with place, line, value and remedy', async () => {
    win.fake.answer({ 'editions.check': () => check({ problems: [problem] }) })
    await show()
    await press('Choose a file')
    expect(textOn()).toContain('rules.json has 1 problem')
    expect(textOn(document.querySelector('tbody tr') ?? undefined)).toBe(
      'metrics.0.pointsEach line 31 Expected a fraction. Write 19/2. "9.5" wrong-format',
    )
    expect(textOn()).not.toContain('Add this edition')
    await press('Cancel')
    expect(current()).toContain('security-2023-12')
  })

  it('that cannot be read says so', async () => {
    win.fake.answer({
      'editions.check': () => {
        throw new SeventyError('file-too-large', 'rules.json has 50000000 bytes.')
      },
    })
    await show()
    await press('Choose a file')
    expect(textOn()).toContain('rules.json has 50000000 bytes.')
    expect(textOn()).toContain('file-too-large')
  })

  it('is used for the open partner, and no longer', async () => {
    useSessionStore().profileId = 1
    editions = [customEdition()]
    win.fake.answer({ 'editions.choose': () => ({}) })
    Object.assign(useSessionStore(), { editions: { 1: 'house-rules' } })
    await show()
    await press('Use for Halden')
    expect(asked('editions.choose')).toEqual({ profileId: 1, edition: 'house-rules' })
    editions = [customEdition({ chosenBy: [1] })]
    win.fake.emitChanged(null)
    await flushPromises()
    expect(current()).toContain('Used for 1 partner')
    await press('Use the edition of the date again for')
    expect(asked('editions.choose')).toEqual({ profileId: 1, edition: null })
  })

  it('is removed after a question', async () => {
    editions = [...editions, customEdition()]
    win.fake.answer({ 'editions.remove': () => ({}) })
    await show()
    await press('house-rules')
    await press('Remove edition')
    expect(asked('editions.remove')).toBeUndefined()
    const dialog = document.querySelector('[role=dialog] .danger')
    ;(dialog as HTMLElement).click()
    await flushPromises()
    expect(asked('editions.remove')).toEqual({ id: 'house-rules' })
  })
})
