import { describe, expect, it, vi } from 'vitest'
import type { PlanSettings } from '../../shared/plan'
import { plan, readPlanSettings, savePlanSettings } from './plans'
import type { Scores } from './scores'

const PARTNER = {
  id: 1,
  name: 'One',
  mpnId: null,
  colour: 0,
  sample: false,
  createdAt: '2023-12-15',
}

function workspace(saved?: unknown) {
  const kept = new Map<string, unknown>(saved === undefined ? [] : [['1/plan', saved]])
  return {
    profileById: (id: number) => (id === PARTNER.id ? PARTNER : undefined),
    transaction: <T>(work: () => T) => work(),
    profileSetting: (id: number, key: string) => kept.get(`${String(id)}/${key}`),
    setProfileSetting: (id: number, key: string, value: unknown) =>
      void kept.set(`${String(id)}/${key}`, value),
  }
}

/** What the scores were asked with. */
function asked(saved: unknown, settings?: Partial<PlanSettings>) {
  const scores = { plan: vi.fn((request: unknown) => ({ request })) }
  const made = plan(
    { workspace: workspace(saved), scores: scores as unknown as Scores },
    { profileId: 1, settings },
  )
  return { settings: scores.plan.mock.calls[0]?.[0], saved: made.saved }
}

const saved = { effort: { renewal: 2 }, limit: { 'azure-growth': 3 } }

describe('a plan of a stored partner', () => {
  it('is made with what is saved for the partner, and says so', () => {
    expect(asked(saved)).toEqual({
      settings: { profileId: 1, settings: saved },
      saved: ['effort', 'limit'],
    })
  })

  it('takes the part that is asked with instead, and the other part as saved', () => {
    expect(asked(saved, { effort: { association: 1 } })).toEqual({
      settings: { profileId: 1, settings: { ...saved, effort: { association: 1 } } },
      saved: ['limit'],
    })
  })

  it('uses the defaults where nothing is saved, or nothing that makes sense', () => {
    const nothing = { profileId: 1, settings: { effort: {}, limit: {} } }
    for (const strange of [undefined, { effort: { magic: 1 } }, 'much'])
      expect(asked(strange)).toEqual({ settings: nothing, saved: [] })
  })
})

describe('the settings of a plan', () => {
  it('are saved for the partner as a whole', () => {
    const store = workspace(saved)
    const settings = { effort: { association: 1 }, limit: {} }
    expect(savePlanSettings(store, { profileId: 1, settings })).toEqual(settings)
    expect(readPlanSettings(store, 1)).toEqual(settings)
  })

  it('belong to a partner that exists', () => {
    const gone = expect.objectContaining({ code: 'profile-not-found' })
    expect(() => readPlanSettings(workspace(), 2)).toThrow(gone)
    const settings = { effort: {}, limit: {} }
    expect(() => savePlanSettings(workspace(), { profileId: 2, settings })).toThrow(gone)
  })
})
