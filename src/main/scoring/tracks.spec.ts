import { describe, expect, it } from 'vitest'
import type { Score } from '../../shared/score'
import { editionById, tracksOf } from '../rules/registry'
import { metricDetailOf, prepare, scoreOf, type Tracks } from './engine'
import { Rational } from './rational'
import type { ExactScore } from './score'
import { day, facts, type FactsBuilder } from './testing/facts-builder'
import { scoreFacts } from './testing/score-facts'
import { bestOf } from './tracks'

const [enterprise, smb] = ['security-2026-enterprise', 'security-2026-smb'] as const
const options = { asOf: day('2023-12-15') }

function tracks(builder: FactsBuilder, named?: string): Tracks {
  const built = builder.build()
  const [first, ...others] = tracksOf(editionById(enterprise))
  const all = [prepare(built, first), ...others.map((each) => prepare(built, each))] as const
  return { all, named: all.find(({ edition }) => edition.id === named) ?? null }
}

const small = (builder = facts().fullHistory(), count = 5) => {
  for (let index = 0; index < count; index++) builder.azureYears(`s${String(index)}`, 800)
  return builder
}
const large = (builder = facts().fullHistory()) => builder.seatYears('l', [900, 800])
const chosen = ({ edition, track, total, attained }: Score) => [edition, track, total, attained]

describe('the track of a score', () => {
  it('is the one with the higher total, and the other one is told', () => {
    const score = scoreOf(tracks(small()), options)
    const [one, other] = [smb, enterprise].map((edition) => scoreFacts(small(), { edition }))
    expect(chosen(score)).toEqual([smb, 'smb', one?.total, false])
    expect(score.otherTracks).toEqual([
      {
        edition: enterprise,
        track: 'enterprise',
        total: other?.total,
        totalShown: other?.totalShown,
        attained: false,
      },
    ])
    expect(one?.total).toBeGreaterThan(other?.total ?? NaN)
  })

  it('is never chosen metric by metric', () => {
    const builder = () => large(small())
    const score = scoreOf(tracks(builder()), options)
    expect({ ...score, otherTracks: [] }).toEqual(scoreFacts(builder(), { edition: score.edition }))
    const better = Math.max(
      ...[smb, enterprise].map((edition) => scoreFacts(builder(), { edition }).total ?? NaN),
    )
    expect(score.total).toBe(better)
  })

  it('is Enterprise on a tie and without data', () => {
    expect(scoreOf(tracks(facts().fullHistory()), options).track).toBe('enterprise')
    const nothing = scoreOf(tracks(facts()), options)
    expect(chosen(nothing)).toEqual([enterprise, 'enterprise', null, false])
    expect(nothing.otherTracks).toMatchObject([{ track: 'smb', total: null, totalShown: null }])
  })

  it('is the one that was named, though the other is higher', () => {
    const score = scoreOf(tracks(small(), enterprise), options)
    expect(score.track).toBe('enterprise')
    expect(score.otherTracks[0]?.total).toBeGreaterThan(score.total ?? NaN)
  })

  it('is that of the detail of each metric', () => {
    const detail = metricDetailOf(tracks(small()), { ...options, metricId: 'net-customer-adds' })
    expect(detail.score.track).toBe('smb')
    expect(detail.metric.points).toBe(20)
    expect(detail.streams[1]?.bounds).toEqual({
      atLeast: 5,
      above: null,
      atMost: 300,
      sticky: true,
    })
  })

  it('lists of growth what was added, so that the list and the number agree', () => {
    const builder = facts().azureYears('grown', 12_750, 12_000).azureYears('large', 20_000, 12_500)
    const of = (named: string) =>
      metricDetailOf(tracks(builder, named), { ...options, metricId: 'usage-growth' }).streams[0]
    const amounts = (named: string) =>
      of(named)?.standings.map(({ name, current, previous }) => [name, current, previous])
    expect(amounts(smb)).toEqual([['grown', 12_750, 12_000]])
    expect(amounts(enterprise)).toEqual([
      ['large', 20_000, 12_500],
      ['grown', 12_750, 0],
    ])
    expect(of(enterprise)).toMatchObject({ current: 32_750, previous: 12_500, points: 16.2 })
  })

  it('is chosen again for every alternative', () => {
    const builder = facts().fullHistory()
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      builder.seatYears(name, [200, 100], [0, 0], 'Intune')
      builder.seatYears(name, [200, 100], [0, 0], 'Defender for Identity')
    }
    const score = scoreOf(tracks(builder), options)
    const total = { edition: enterprise, readings: { seatScope: 'tenant' } } as const
    expect(score.track).toBe('smb')
    expect(score.alternatives.find(({ reading }) => reading === 'seatScope')?.total).toBe(
      scoreFacts(builder, total).total,
    )
  })

  it('is none where the edition stands alone', () => {
    expect(scoreFacts(small())).toMatchObject({ track: null, otherTracks: [] })
  })
})

describe('the better of two tracks', () => {
  const track = (total: Rational | null, attained = false) => ({
    score: { total, attained } as ExactScore,
  })
  const third = Rational.of(1, 3)

  it('is the one with the higher exact total', () => {
    const [low, high] = [track(Rational.of(333_333, 1_000_000)), track(third)]
    expect(bestOf([low, high])).toBe(high)
    expect(bestOf([high, low])).toBe(high)
  })

  it('is, of equal totals, the one that is attained, else the first', () => {
    const [first, attained] = [track(third), track(Rational.of(2, 6), true)]
    expect(bestOf([first, attained])).toBe(attained)
    expect(bestOf([attained, first])).toBe(attained)
    expect(bestOf([first, track(third)])).toBe(first)
  })

  it('is one with any total before one without data', () => {
    const [none, nothing] = [track(null), track(Rational.zero)]
    expect(bestOf([none, nothing])).toBe(nothing)
    expect(bestOf([nothing, none])).toBe(nothing)
    expect(bestOf([none, track(null)])).toBe(none)
  })
})
