import { expect, it } from 'vitest'
import { forecast, trend, trendPoint } from '../app/testing/trend'
import { heatOf, largestPoints } from './heat'
import { historyTitle, monthColumns, outlook } from './history'
import { annex, english } from './testing/model'

const history = { trend: trend(), forecast: forecast(), expiries: [] }

it('has a column for each month, told apart as it was and as it is expected', () => {
  const columns = monthColumns(history, english)
  expect(columns.map(({ name, shown, forecast: ahead }) => [name, shown, ahead])).toEqual([
    ['Oct 23', '–', false],
    ['Nov 23', '64.0', false],
    ['Dec 23', '71.3', false],
    ['Jan 24', '71.3', true],
    ['Feb 24', '69.3', true],
  ])
  expect(columns[0]?.total).toBeNull()
  expect(columns[2]).toMatchObject({ attained: true, rulesChanged: true })
})

it('counts only months that have a score', () => {
  expect(historyTitle(history, english)).toBe(
    'Attained on the first day of one of the last two months',
  )
  const none = trend({ points: [trendPoint('2023-12', { total: null })] })
  expect(historyTitle({ ...history, trend: none }, english)).toBe(
    'No score in the last twelve months',
  )
})

it('says when the designation is lost and by what, gained, or neither', () => {
  expect(outlook(history, english)).toBe(
    'If nothing is done, it is lost on 1 February 2024. The largest cause: Aldermoor Foods fell below $100.',
  )
  const [kept] = forecast().points
  const ahead = (change: Parameters<typeof forecast>[0]) =>
    outlook({ ...history, forecast: forecast(change) }, english)
  expect(ahead({ points: kept ? [kept] : [] })).toContain('attained in every one')
  expect(ahead({ attained: false })).toContain('it is attained on 1 January 2024')
  expect(ahead({ attained: false, points: [] })).toContain('not attained in any')
})

it('shades a movement beside the largest of its column, losses apart from gains', () => {
  expect(largestPoints(annex())).toEqual([2, 0])
  expect([2, 1, 0.1, -2, 0, null].map((points) => heatOf(points, 2))).toEqual([
    ...['gain-3', 'gain-2', 'gain-1', 'loss-3', '', ''],
  ])
  expect(heatOf(1, 0)).toBe('')
})
