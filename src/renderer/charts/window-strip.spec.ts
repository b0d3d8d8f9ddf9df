import { describe, expect, it } from 'vitest'
import { eligibility } from '../app/testing/trend'
import { yearUpTo } from '../modules/history/months'
import { windowStrip } from './window-strip'

describe('the strip of the eligibility window', () => {
  it('has every month of the window, the last one cut at its date', () => {
    const { months } = windowStrip(eligibility({ from: '2023-11-01', to: '2023-12-10' }))
    expect(months.map(({ month, start, width }) => [month, start, width])).toEqual([
      ['2023-11', 0, 30 / 40],
      ['2023-12', 30 / 40, 10 / 40],
    ])
  })

  it('has a day as wide as any other', () => {
    const spans = [{ from: '2023-11-30', to: '2023-12-01' }]
    const strip = windowStrip(eligibility({ from: '2023-11-01', to: '2023-12-10', spans }))
    expect(strip.spans).toEqual([{ ...spans[0], start: 29 / 40, width: 2 / 40 }])
  })

  it('crosses the turn of the year', () => {
    const { months } = windowStrip(eligibility({ from: '2023-12-01', to: '2024-01-31' }))
    expect(months.map(({ month }) => month)).toEqual(['2023-12', '2024-01'])
  })
})

describe('the months of the screen', () => {
  it('are the month of the score date and the twelve before it', () => {
    expect(yearUpTo('2023-12-15')).toEqual({ from: '2022-12', to: '2023-12' })
    expect(yearUpTo('2024-01-31')).toEqual({ from: '2023-01', to: '2024-01' })
  })
})
