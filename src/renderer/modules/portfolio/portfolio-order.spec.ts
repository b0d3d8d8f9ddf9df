import { describe, expect, it } from 'vitest'
import { score } from '../../app/testing/scores'
import { portfolioEntry, profile } from '../../app/testing/workspace'
import { inOrder, turned, type PortfolioOrder } from './portfolio-order'

const entry = (name: string, total: number | null, difference: number | null, month: string) =>
  portfolioEntry({
    profile: profile({ name, newestMonth: month }),
    score: total === null ? null : { ...score(), total },
    change: difference === null ? null : { since: '2023-11-15', difference },
  })
const partners = [
  entry('Brook', 60, 4, '2023-11'),
  entry('ash', 80, -2, '2023-09'),
  entry('Cole', null, null, '2023-10'),
  entry('Adler', 60, null, '2023-11'),
]
const names = (order: PortfolioOrder) =>
  inOrder(partners, order).map(({ profile: { name } }) => name)

describe('the order of the portfolio', () => {
  it('is by name whatever the case, either way round', () => {
    expect(names({ column: 'partner', descending: false })).toEqual([
      'Adler',
      'ash',
      'Brook',
      'Cole',
    ])
    expect(names({ column: 'partner', descending: true })).toEqual([
      'Cole',
      'Brook',
      'ash',
      'Adler',
    ])
  })

  it('is by number, equal ones by name, those without one last both ways', () => {
    expect(names({ column: 'total', descending: true })).toEqual(['ash', 'Adler', 'Brook', 'Cole'])
    expect(names({ column: 'total', descending: false })).toEqual(['Adler', 'Brook', 'ash', 'Cole'])
    expect(names({ column: 'change', descending: false })).toEqual([
      'ash',
      'Brook',
      'Adler',
      'Cole',
    ])
    expect(names({ column: 'data', descending: false })).toEqual(['ash', 'Cole', 'Adler', 'Brook'])
  })

  it('is by the points of a metric', () => {
    const metrics = score().metrics.map((metric) => ({ ...metric, points: 3 }))
    const low = { ...entry('Dale', 50, 0, '2023-11'), score: { ...score(), metrics } }
    const order = { column: 'usage-growth', descending: false } as const
    expect(inOrder([...partners, low], order)[0]).toBe(low)
  })

  it('begins with the highest number, the first name and the oldest data, and turns at the next click', () => {
    const start = turned({ column: 'partner', descending: false }, 'total')
    expect(start).toEqual({ column: 'total', descending: true })
    expect(turned(start, 'total')).toEqual({ column: 'total', descending: false })
    expect(turned(start, 'data')).toEqual({ column: 'data', descending: false })
    expect(turned(start, 'partner')).toEqual({ column: 'partner', descending: false })
  })
})
