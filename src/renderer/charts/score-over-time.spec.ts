import { describe, expect, it } from 'vitest'
import { trend, trendPoint } from '../app/testing/trend'
import { scoreOverTime, type TrendWords } from './score-over-time'
import { colours } from './testing/colours'

const words: TrendWords = {
  total: 'Total',
  threshold: 'Line',
  forecast: 'Ahead',
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

  it('goes on with months to come, dashed from the last known point on', () => {
    const ahead = [trendPoint('2024-01'), trendPoint('2024-02', { rulesChanged: true })]
    const longer = scoreOverTime(trend(), words, colours, ahead)
    const [known, forecast, threshold] = longer.data.datasets
    expect(longer.data.labels?.slice(3)).toEqual([['month 2024-01', '2024'], 'month 2024-02'])
    expect(known?.data).toEqual([null, 64, 71.333333])
    expect(forecast).toMatchObject({
      label: 'Ahead',
      data: [null, null, 71.333333, 64, 64],
      borderDash: [4, 4],
      pointRadius: [0, 0, 0, 3.5, 3.5],
      pointStyle: ['circle', 'circle', 'rectRot', 'circle', 'rectRot'],
    })
    expect(threshold?.data).toEqual([70, 70, 70, 70, 70])
    const { filter, callbacks } = longer.options?.plugins?.tooltip ?? {}
    const shows = filter as unknown as (item: object) => boolean
    expect(shows({ datasetIndex: 1, dataIndex: 2 })).toBe(false)
    expect(shows({ datasetIndex: 0, dataIndex: 2 })).toBe(true)
    expect(shows({ datasetIndex: 1, dataIndex: 3 })).toBe(true)
    const label = callbacks?.label as unknown as (item: object) => string[]
    expect(label({ dataIndex: 4 })).toEqual(['Ahead: 64.0', 'New rules'])
  })

  it('has a legend in which each line is drawn as in the chart', () => {
    const longer = scoreOverTime(trend(), words, colours, [trendPoint('2024-01')])
    const legend = longer.options?.plugins?.legend?.labels?.generateLabels as unknown as (
      chart: object,
    ) => object[]
    expect(legend({ data: longer.data })).toMatchObject([
      { text: 'Total', lineDash: [], datasetIndex: 0 },
      { text: 'Ahead', lineDash: [4, 4], datasetIndex: 1 },
      { text: 'Line', lineDash: [6, 4], datasetIndex: 2 },
    ])
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
