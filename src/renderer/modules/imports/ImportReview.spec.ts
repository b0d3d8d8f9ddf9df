import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeventyError } from '../../../shared/errors'
import type { ImportReview as Review } from '../../../shared/import-review'
import { useNoticesStore } from '../../app/notices-store'
import { review } from '../../app/testing/imports'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, nameless } from '../../app/testing/names'
import ImportReview from './ImportReview.vue'

let win: TestWindow
let screen: ReturnType<typeof mountInWindow>
let changes: number
beforeEach(() => {
  win = testWindow()
  changes = 0
})

async function show(change: Partial<Review> = {}): Promise<string> {
  const onChange = () => void changes++
  screen = mountInWindow(win, ImportReview, { review: review(change), onChange })
  await flushPromises()
  return screen.text().replaceAll('\u00A0', ' ')
}

function rows(): string[] {
  return screen.findAll('tbody tr').map((row) =>
    row
      .findAll('th, td')
      .map((cell) => cell.text().replaceAll('\u00A0', ' '))
      .join(' | '),
  )
}

describe('the review of an import', () => {
  it('begins with what happens to months and to the total', async () => {
    const text = await show()
    expect(text).toContain('Adds 1 month, replaces 1 month')
    expect(text).toContain('64.2')
    expect(text).toContain('71.3')
    expect(text).toContain('+7.1')
    expect(text).toContain('Conditions met')
    expect(nameless(screen.element)).toEqual([])
  })

  it('lists months newest first with the amounts now, after and between, and who is lost', async () => {
    await show()
    const [newer, older] = rows()
    expect(newer).toBe('Nov 2023 | New month | 10 | 4 | – | $1,200 | new')
    expect(older).toContain('Oct 2023 | Replaced | 10 | 4 → 3')
    expect(older).toContain('1 lost')
    expect(older).toContain('Halden Foods')
    expect(older).toMatch(/\$1,200 \| \$900 \| -\$300$/)
  })

  it('hides months that stay the same until somebody wants them', async () => {
    const [first] = review().months
    const same = { ...first, after: first?.before, lost: { count: 0, names: [] } }
    await show({ months: [same as Review['months'][number]] })
    expect(screen.text()).toContain('1 month stays the same')
    expect(rows()).toEqual([])
    control('Show them').click()
    await flushPromises()
    expect(rows()).toEqual(['Oct 2023 | Replaced by the same | 10 | 4 | $1,200 | $1,200 | ='])
  })

  it('says in words which months of a full comparison are missing', async () => {
    const text = await show()
    expect(text).toContain('2 of 3 months')
    expect(text).toContain('Missing after this import: Sept 2023.')
    expect(text).toContain('Nov 2023: added by this import')
  })

  it('names renamed customers, both dates of a score, and a score that cannot be had', async () => {
    const { before, after } = review().score
    expect(await show()).toMatch(/Arven.+Arven Group/)
    const earlier = before && { ...before, asOf: '2023-11-01' }
    expect(await show({ score: { before: earlier, after, error: null } })).toContain(
      '1 November 2023 → 15 December 2023',
    )
    expect(
      await show({ score: { before: null, after: null, error: 'The edition is gone.' } }),
    ).toContain('There is no score to compare. The edition is gone.')
  })
})

describe('a name that no rule knows', () => {
  it('is shown with what hangs on it, and treated as what is chosen', async () => {
    win.fake.answer({
      'names.treat': (input) => ({ ...input, addedAt: '2023-12-01T08:00:00.000Z' }),
    })
    expect(await show()).toContain('Service · 2 customers · $310 ACR · looks like Key Vault')
    await screen.get('select').setValue('Sentinel')
    await flushPromises()
    expect(win.fake.calls.at(-1)).toEqual({
      name: 'names.treat',
      input: { kind: 'service', name: 'Key Valt', treatAs: 'Sentinel' },
    })
    expect(changes).toBe(1)
  })

  it('stays what it is when that is refused, and says why', async () => {
    win.fake.answer({
      'names.treat': () => {
        throw new SeventyError('name-unknown', 'No edition knows it.')
      },
    })
    await show()
    await screen.get('select').setValue('Sentinel')
    await flushPromises()
    expect(useNoticesStore().shown).toMatchObject([{ text: 'No edition knows it.' }])
    expect(changes).toBe(0)
  })

  it('is taken back where it is treated as another', async () => {
    const [unknown] = review().unknownNames
    const { nearest: _, ...name } = unknown as Review['unknownNames'][number]
    win.fake.answer({
      'names.forget': (input) => ({ ...input, treatAs: 'Key Vault', addedAt: '' }),
    })
    await show({ unknownNames: [], treatedNames: [{ ...name, treatAs: 'Key Vault' }] })
    control('Take back').click()
    await flushPromises()
    expect(win.fake.calls.at(-1)).toEqual({
      name: 'names.forget',
      input: { kind: 'service', name: 'Key Valt' },
    })
    expect(changes).toBe(1)
  })

  it('stands among the first six, what looks like a misspelling before the rest', async () => {
    const [alike] = review().unknownNames
    const others = Array.from({ length: 8 }, (_, number) => ({
      ...(alike as Review['unknownNames'][number]),
      ...{ name: `Service ${String(number)}`, nearest: [] },
    }))
    const text = await show({ unknownNames: [...others, alike as (typeof others)[number]] })
    expect(screen.findAll('select')).toHaveLength(6)
    expect(text).toContain('Key Valt')
    control('Show 3 more').click()
    await flushPromises()
    expect(screen.findAll('select')).toHaveLength(9)
  })
})
