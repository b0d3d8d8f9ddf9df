import { describe, expect, it } from 'vitest'
import type { EditionTotals, ManualTotals } from '../../shared/manual'
import { parseDay } from '../../shared/calendar'
import { facts } from '../scoring/testing/facts-builder'
import type { NewStep } from './edits/ports'
import type { Operation } from './edits/operations'
import { clearManualTotals, manualView, setManualTotals } from './manual'
import { Scores } from './scores'
import { Shelf } from './testing/shelf'

const now = '2023-12-15T08:00:00.000Z'
const clock = { today: () => parseDay('2023-12-15') ?? 0, now: () => now }
const none = { newestMonth: null, files: 0, tenants: 0, people: 0 }

/** A partner without files, whose changes are kept as the store would. */
class TotalsShelf extends Shelf {
  readonly who = 'Ada'
  readonly steps: NewStep[] = []
  transaction<T>(work: () => T): T {
    return work()
  }
  audit(): void {
    // The log is not under test here.
  }
  addStep(step: NewStep): void {
    this.steps.push(step)
  }
  apply(operation: Operation): Operation {
    if (operation.kind !== 'totals') throw new Error('Only totals are under test.')
    const { profileId, state } = operation
    const before = this.typed.get(profileId) ?? null
    if (state === null) this.typed.delete(profileId)
    else this.typed.set(profileId, state)
    return { ...operation, state: before }
  }
}

function bench() {
  const shelf = new TotalsShelf().add(1, facts().build(), none)
  const scores = new Scores(shelf, clock)
  const context = { workspace: shelf as never, clock, scores }
  const set = (totals: ManualTotals) => {
    setManualTotals(context, { profileId: 1, totals })
  }
  return { shelf, scores, context, set }
}

const customers = (metricId: 'net-customer-adds' | 'deployments', pairs: number[]) => [
  { metricId, stream: 'azure' as const, current: pairs[0] ?? 0, previous: pairs[1] ?? 0 },
  { metricId, stream: 'm365' as const, current: pairs[2] ?? 0, previous: pairs[3] ?? 0 },
]
const people = (...counts: number[]) =>
  counts.map((count, index) => ({
    metricId: 'intermediate-certifications' as const,
    step: `step-${String(index + 1)}`,
    people: count,
  }))
const full: EditionTotals = {
  edition: 'security-2023-12',
  streams: [
    ...customers('net-customer-adds', [12, 5, 6, 4]),
    ...customers('deployments', [5, 3, 4, 2]),
    { metricId: 'usage-growth', stream: 'azure', current: 30_000.5, previous: 10_000.25 },
    { metricId: 'usage-growth', stream: 'm365', current: 1_100, previous: 850 },
  ],
  steps: people(2, 3, 2),
}

describe('totals that were typed in', () => {
  it('are scored exactly as the same totals of files would be, and say what they are', () => {
    const { scores, set } = bench()
    set({ editions: [full] })
    const score = scores.score({ profileId: 1 })
    expect(score.basis).toBe('typed-in')
    expect(score.metrics.map(({ points }) => points)).toEqual([18, 13.333333, 13.333333, 18.0002])
    expect(score.total).toBe(62.666867)
    expect(score.warnings).toEqual([])
    expect(score.metrics[3]?.streams?.[0]).toMatchObject({ current: 30_000.5, delta: 20_000.25 })
    expect(scores.metric({ profileId: 1 }, 'deployments').streams[0]).toMatchObject({
      ...{ current: 5, previous: 3, standings: [], standingsTotal: 0 },
    })
  })

  it('change only with the readings that can still be answered', () => {
    const { scores, set } = bench()
    set({ editions: [full] })
    const readings = scores.score({ profileId: 1 }).alternatives.map(({ reading }) => reading)
    expect(readings).toEqual(['growthSteps'])
  })

  it('are no data where nothing was typed in, never 0', () => {
    const { scores, set } = bench()
    const [azure] = customers('net-customer-adds', [3, 1])
    if (!azure) throw new Error('There is one.')
    set({ editions: [{ edition: 'security-2023-12', streams: [azure], steps: [] }] })
    const { metrics, total } = scores.score({ profileId: 1 })
    expect(metrics.map(({ status }) => status)).toEqual(['scored', ...noData, ...noData, ...noData])
    expect(metrics[0]?.streams?.map(({ current }) => current)).toEqual([3, null])
    expect(total).toBe(4)
  })

  it('have no trend and no explanation: those are asked of files', () => {
    const { scores, set } = bench()
    set({ editions: [full] })
    const trend = scores.trend({ profileId: 1, from: '2023-10', to: '2023-12' })
    expect(trend.points.map(({ total }) => total)).toEqual([null, null, null])
  })

  it('decide between the tracks of an edition that has two', () => {
    const { scores, set } = bench()
    const under = (edition: string, customersNow: number): EditionTotals => ({
      ...{ edition, steps: [] },
      streams: customers('net-customer-adds', [customersNow, 0]),
    })
    set({ editions: [under('security-2026-enterprise', 3), under('security-2026-smb', 2)] })
    const score = scores.score({ profileId: 1, asOf: '2026-07-15' })
    expect([score.track, score.total]).toEqual(['smb', 8])
    expect(score.otherTracks).toEqual([expect.objectContaining({ total: 6 })])
  })

  it('give way to files as soon as there is one, and are then offered for removal', () => {
    const { shelf, scores, context, set } = bench()
    set({ editions: [full] })
    expect(manualView(shelf, scores, 1)).toMatchObject({
      ...{ overtaken: false, typedIn: { at: now, who: 'Ada' } },
    })
    shelf.add(1)
    expect(scores.score({ profileId: 1 })).not.toHaveProperty('basis')
    expect(manualView(shelf, scores, 1).overtaken).toBe(true)
    clearManualTotals(context, 1)
    expect(manualView(shelf, scores, 1)).toMatchObject({ totals: null, overtaken: false })
    expect(shelf.steps.map(({ label }) => label)).toEqual(['totals-typed', 'totals-removed'])
  })

  it.each([
    ['a part of a customer', { streams: customers('deployments', [1.5, 0]) }],
    ['fewer than no customers', { streams: customers('deployments', [1, -1]) }],
    ['a number twice', { streams: [...full.streams, ...full.streams] }],
    ['a step of no metric', { steps: [...full.steps, ...people(1, 1, 1, 1).slice(3)] }],
    ['people of some steps only', { steps: people(2, 2) }],
  ])('are refused with %s', (_what, change) => {
    const { shelf, set } = bench()
    expect(() => {
      set({ editions: [{ ...full, ...change }] })
    }).toThrow(expect.objectContaining({ code: 'totals-invalid' }))
    expect(shelf.typed.size).toBe(0)
  })
})

describe('what may be typed in', () => {
  it('is what the edition of the score date asks for', () => {
    const { shelf, scores } = bench()
    const [edition] = manualView(shelf, scores, 1).editions
    expect(edition?.fields).toHaveLength(9)
    expect(edition?.fields[2]).toEqual({
      ...{ kind: 'step', metricId: 'intermediate-certifications', step: 'step-1', required: 2 },
      certifications: ['AZ-500'],
    })
  })
})

const noData = ['no-data']
