import { describe, expect, it } from 'vitest'
import { trend, trendPoint } from '../app/testing/trend'
import { scoreOverTime, type TrendWords } from './score-over-time'
import { colours } from './testing/colours'

const words: TrendWords = {
  total: 'Total',
  threshold: 'Line',
  rules: 'New rules',
  incomplete: 'Incomplete',
  month: (month) => `month ${month}`,
  points: (value) => (value === null ? 'no data' : value.toFixed(1)),
}
const chart = scoreOverTime(trend(), words, colours)
const [total, line] = chart.data.datasets

/** What the tooltip of a point says. */
function tooltip(dataIndex: number): unknown {
  const label = chart.options?.plugins?.tooltip?.callbacks?.label
  return (label as (item: { dataIndex: number }) => unknown)({ dataIndex })
}

describe('the score over time', () => {
  it('has a point a month, and a gap where there is no data', () => {
    expect(chart.data.labels).toEqual([['month 2023-10', '2023'], 'month 2023-11', 'month 2023-12'])
    expect(total?.data).toEqual([null, 64, 71.333333])
    expect(total).toMatchObject({ spanGaps: false })
  })

  it('names the year below the first month and below January', () => {
    const points = ['2022-12', '2023-01', '2023-02'].map((month) => trendPoint(month))
    expect(scoreOverTime(trend({ points }), words, colours).data.labels).toEqual([
      ['month 2022-12', '2022'],
      ['month 2023-01', '2023'],
      'month 2023-02',
    ])
  })

  it('has the line to reach in every month, dashed and without points', () => {
    expect(line).toMatchObject({ data: [70, 70, 70], borderDash: [6, 4], pointRadius: 0 })
  })

  it('tells new rules and incomplete months apart by form, not by colour alone', () => {
    expect(total).toMatchObject({
      pointStyle: ['circle', 'circle', 'rectRot'],
      pointBackgroundColor: ['accent', 'surface', 'accent'],
    })
  })

  it('goes from nothing to the maximum, so that a small change looks small', () => {
    expect(chart.options?.scales?.['y']).toMatchObject({ min: 0, max: 100 })
  })

  it('says in words what a point means', () => {
    expect(tooltip(0)).toEqual(['Total: no data'])
    expect(tooltip(1)).toEqual(['Total: 64.0', 'Incomplete'])
    expect(tooltip(2)).toEqual(['Total: 71.3', 'New rules'])
    expect(tooltip(9)).toEqual([])
  })
})
