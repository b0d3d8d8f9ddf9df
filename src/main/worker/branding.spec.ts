import { describe, expect, it } from 'vitest'
import { noBranding } from '../../shared/no-branding'
import { addProfile, temporaryWorkspace } from '../store/test-support'
import { changeBranding, effectiveBranding, readBranding } from '../services/branding'
import { reportOf } from '../services/testing/report-of'

function stored() {
  const { store } = temporaryWorkspace()
  return { store, profileId: addProfile(store) }
}

describe('branding', () => {
  it('is the firm’s own unless the partner has a choice of its own', () => {
    const { store, profileId } = stored()
    changeBranding(store, null, { ...noBranding, footer: 'Northlight', accent: '#0b5d62' })
    changeBranding(store, profileId, { ...noBranding, footer: 'For Acme', draft: true })
    expect(effectiveBranding(store, profileId)).toEqual({
      ...{ ...noBranding, footer: 'For Acme', accent: '#0b5d62', draft: true },
    })
    expect(effectiveBranding(store, addProfile(store, 'Other'))).toMatchObject({
      ...{ footer: 'Northlight', draft: false },
    })
    expect(readBranding(store, profileId).firm.footer).toBe('Northlight')
  })

  it('goes with its partner', () => {
    const { store, profileId } = stored()
    changeBranding(store, profileId, { ...noBranding, footer: 'For Acme' })
    store.transaction(() => store.removeProfile(profileId))
    expect(store.branding(profileId)).toBeUndefined()
    expect(store.verify().ok).toBe(true)
  })

  it('refuses a colour that cannot be read on paper, and names one that can', () => {
    const { store, profileId } = stored()
    const change = (accent: string, second = '') => {
      changeBranding(store, profileId, { ...noBranding, accent, second })
    }
    expect(() => change('#ffcc00')).toThrow(
      expect.objectContaining({
        code: 'branding-colour-too-light',
        details: { colour: '#ffcc00', contrast: 1.5, needed: 4.5, darker: '#8e7200' },
      }),
    )
    // Enough for charts, too little for text.
    expect(() => change('#0b5d62', '#949494')).not.toThrow()
    expect(() => change('#949494')).toThrow('text needs 4.5:1')
    expect(() => change('#0b5d62', '#a0a0a0')).toThrow('a chart needs 3:1')
    expect(store.branding(profileId)).toMatchObject({ second: '#949494' })
  })

  it('refuses a partner that is gone', () => {
    const { store } = stored()
    const gone = expect.objectContaining({ code: 'profile-not-found' }) as Error
    expect(() => changeBranding(store, 99, noBranding)).toThrow(gone)
    expect(() => readBranding(store, 99)).toThrow(gone)
  })

  it('names who prepared a report on its cover and in its imprint', () => {
    const branding = { ...noBranding, preparedBy: 'Eastlight' }
    const { firm, imprint } = reportOf({}, { firm: 'Northlight', branding })
    expect([firm, imprint]).toEqual(['Eastlight', expect.stringContaining('prepared by Eastlight')])
  })
})
