import { describe, expect, it } from 'vitest'
import { formatMonth, monthOf, parseDay } from '../../shared/calendar'
import { facts } from '../scoring/testing/facts-builder'
import { seventy } from '../scoring/testing/score-facts'
import { Portfolio } from './portfolio'
import { Scores } from './scores'
import { Shelf } from './testing/shelf'

function portfolioOf(workspace: Shelf) {
  let today = '2023-12-15'
  const clock = { today: () => parseDay(today) ?? NaN, now: () => `${today}T08:00:00.000Z` }
  const portfolio = new Portfolio({ workspace, scores: new Scores(workspace, clock), clock })
  return Object.assign(portfolio, { on: (date: string) => (today = date) })
}

describe('the portfolio', () => {
  it('holds every partner with its own score date, and no score without files', () => {
    const shelf = new Shelf()
      .add(1)
      .add(2, facts().build(), { newestMonth: null, files: 0, tenants: 0, people: 0 })
      .add(3, seventy().build(), { newestMonth: monthOf(2023, 8) })
    const entries = portfolioOf(shelf).list()
    expect(entries.map(({ profile }) => [profile.id, profile.scoreDate, profile.files])).toEqual([
      [1, '2023-12-15', 3],
      [2, '2023-12-15', 0],
      [3, '2023-09-01', 3],
    ])
    expect(entries.map(({ score }) => score && [score.asOf, score.edition])).toEqual([
      ['2023-12-15', 'security-2023-12'],
      null,
      ['2023-09-01', 'security-2023-06'],
    ])
    expect(entries[1]).toMatchObject({ history: [], change: null, alerts: { all: 0 } })
  })

  /** Everything that scores since October 2023 compare. */
  const threeYears = (last: string) => {
    const builder = seventy()
    for (let month = monthOf(2021, 10); month <= monthOf(2023, 11); month++)
      builder.importedAzure(formatMonth(month)).importedSeats(formatMonth(month))
    return builder.azure({ tenant: 'more', month: last, usd: 600 }).build()
  }

  it('tells the change in a month, and the totals of a year but for those that lack months', () => {
    const [entry] = portfolioOf(new Shelf().add(1, threeYears('2023-11'))).list()
    expect(entry?.change).toEqual({ since: '2023-11-15', difference: expect.any(Number) as number })
    const scores = new Scores(new Shelf().add(1, threeYears('2023-11')), {
      ...{ today: () => NaN, now: () => '' },
    })
    const total = (asOf: string) => scores.score({ profileId: 1, asOf }).totalShown ?? NaN
    expect(entry?.change?.difference).toBeCloseTo(total('2023-12-15') - total('2023-11-15'), 9)
    expect(entry?.history.map(({ asOf, total: shown }) => [asOf, shown]).slice(-3)).toEqual([
      ['2023-10-01', total('2023-10-01')],
      ['2023-11-01', total('2023-11-01')],
      ['2023-12-01', total('2023-12-01')],
    ])
    expect(entry?.history).toHaveLength(12)
    expect(entry?.history[0]).toMatchObject({ asOf: '2023-01-01', total: null })
  })

  it('has no change where a month that the earlier score compares is missing', () => {
    const [entry] = portfolioOf(new Shelf().add(1)).list()
    expect(entry?.score?.total).not.toBeNull()
    expect(entry?.change).toBeNull()
  })

  it('computes a partner anew when its data, the day or its rules changed, and not otherwise', () => {
    const shelf = new Shelf().add(1).add(2)
    const portfolio = portfolioOf(shelf)
    const [first] = portfolio.list()
    expect(portfolio.list()[0]?.score).toBe(first?.score)
    shelf.partner(2).revision++
    expect(portfolio.list()[0]?.score).toBe(first?.score)
    shelf.partner(1).revision++
    const [second] = portfolio.list()
    expect(second?.score).not.toBe(first?.score)
    portfolio.on('2023-12-16')
    expect(portfolio.list()[0]?.score?.asOf).toBe('2023-12-16')
    shelf.chosen.set(1, 'security-2023-06')
    expect(portfolio.list()[0]?.score?.edition).toBe('security-2023-06')
  })

  it('forgets a partner that was removed', () => {
    const shelf = new Shelf().add(1).add(2)
    const portfolio = portfolioOf(shelf)
    portfolio.list()
    shelf.partners.delete(1)
    expect(portfolio.list().map(({ profile }) => profile.id)).toEqual([2])
  })
})
