import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { noBranding } from '../../../shared/no-branding'
import { useNoticesStore } from '../../app/notices-store'
import { mountInWindow, testWindow, type TestWindow } from '../../app/testing/mount'
import { control, field, nameless, textOn, type } from '../../app/testing/names'
import { SeventyError } from '../../../shared/errors'
import ReportBranding from './ReportBranding.vue'

let win: TestWindow
beforeEach(async () => {
  win = testWindow()
  win.fake.answer({
    'reports.branding': () => ({
      firm: { ...noBranding, footer: 'Northlight' },
      partner: { ...noBranding, preparedFor: 'The board' },
    }),
    'reports.brand': ({ branding }) => branding,
  })
  mountInWindow(win, ReportBranding, { profileId: 1 })
  await flushPromises()
})
const kept = () =>
  win.fake.calls.filter(({ name }) => name === 'reports.brand').map(({ input }) => input)

describe('the branding of a report', () => {
  it('is that of the partner, or of all partners, and kept when a field is left', async () => {
    expect(field('Prepared for').value).toBe('The board')
    control('All partners').click()
    await flushPromises()
    expect([field('Prepared for').value, field('Line in the footer').value]).toEqual([
      ...['', 'Northlight'],
    ])
    type(field('Confidentiality class'), 'Internal')
    await flushPromises()
    expect(kept()).toMatchObject([
      { for: 'firm', branding: { confidentiality: 'Internal', footer: 'Northlight' } },
    ])
    expect(nameless()).toEqual([])
  })

  it('darkens a colour that is too light for what it carries, and says why', async () => {
    type(field('Main colour'), 'FFCC00')
    await flushPromises()
    expect(kept()).toMatchObject([{ for: 'partner', branding: { accent: '#8e7200' } }])
    expect(textOn()).toContain(
      '#ffcc00 has 1.5:1 against paper and needs 4.5:1; darkened to #8e7200.',
    )
  })

  it('keeps nothing that is no colour', async () => {
    type(field('Second colour of charts'), 'teal')
    await flushPromises()
    expect(kept()).toEqual([])
    expect(textOn()).toContain('A colour has six digits')
  })

  it('leaves alone what is being typed when what was kept comes back', async () => {
    const half = field('Line in the footer')
    half.value = 'North'
    half.dispatchEvent(new Event('input'))
    type(field('Prepared for'), 'The owners')
    await flushPromises()
    expect(kept()).toMatchObject([{ branding: { preparedFor: 'The owners', footer: '' } }])
    win.fake.answer({
      'reports.branding': () => ({
        firm: noBranding,
        partner: { ...noBranding, preparedFor: 'The owners' },
      }),
    })
    win.fake.emitChanged(1)
    await flushPromises()
    expect([field('Line in the footer').value, field('Prepared for').value]).toEqual([
      ...['North', 'The owners'],
    ])
  })

  it('marks a draft, and says when nothing could be kept', async () => {
    win.fake.answer({
      'reports.brand': () => {
        throw new SeventyError('workspace-locked', 'Another program is writing.')
      },
    })
    control('Mark as draft').click()
    await flushPromises()
    expect(kept()).toMatchObject([{ branding: { draft: true } }])
    expect(useNoticesStore().shown).toMatchObject([{ text: 'Another program is writing.' }])
  })
})
