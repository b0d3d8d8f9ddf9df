import { describe, expect, it } from 'vitest'
import type { Trend, TrendPoint } from '../../shared/trend'
import { trendTable } from './trend-table'

const point = (more: Partial<TrendPoint>): TrendPoint => ({
  month: '2023-12',
  asOf: '2023-12-01',
  usageMonth: '2023-11',
  edition: 'security-2023-12',
  track: null,
  rulesChanged: false,
  total: 69.97,
  totalShown: 69.9,
  thresholdMet: false,
  minimumsMet: true,
  attained: false,
  monthsMissing: 0,
  metrics: [
    { id: 'usage-growth', points: 12, pointsShown: 12, minimumMet: true, status: 'scored' },
    { id: 'deployments', points: null, pointsShown: null, minimumMet: false, status: 'no-data' },
  ],
  ...more,
})
const trend = (more: Partial<Trend>): Trend => ({
  from: '2023-11',
  to: '2023-12',
  max: 100,
  threshold: 70,
  readings: {},
  points: [point({})],
  eligibility: {
    from: '2023-07-01',
    to: '2023-12-01',
    qualifies: false,
    qualifyingDays: 0,
    spans: [],
    complete: true,
  },
  ...more,
})

describe('the trend for a terminal', () => {
  it('shows values as they may be shown, each in its column, and "no data" for what is missing', () => {
    const line = trendTable('Client', trend({}))
      .split('\n')
      .find((each) => each.startsWith('2023-12-01'))
    expect(line).toBe('2023-12-01     69.9  no data  no data  no data     12.0   not attained')
  })

  it('says where the rules change', () => {
    const table = trendTable('Client', trend({ points: [point({ rulesChanged: true })] }))
    expect(table).toContain('  rules change: security-2023-12\n2023-12-01')
  })

  it('gives no verdict without any data', () => {
    const points = [point({ total: null, totalShown: null })]
    expect(trendTable('Client', trend({ points }))).not.toContain('attained')
  })

  it('names the days of the eligibility window', () => {
    const window = { from: '2023-07-01', to: '2023-12-01', qualifies: true, complete: true }
    const one = { ...window, qualifyingDays: 1, spans: [{ from: '2023-12-01', to: '2023-12-01' }] }
    expect(trendTable('Client', trend({ eligibility: one }))).toContain(
      'met on 1 day (2023-12-01).',
    )
    const more = { ...window, qualifyingDays: 3, spans: [{ from: '2023-08-01', to: '2023-08-03' }] }
    expect(trendTable('Client', trend({ eligibility: more }))).toContain(
      'met on 3 days (2023-08-01 to 2023-08-03).',
    )
    expect(trendTable('Client', trend({}))).toContain('met on no day.')
  })

  it('warns of months that were not imported', () => {
    const points = [point({ monthsMissing: 3 })]
    expect(trendTable('Client', trend({ points }))).toContain('3 compared months not imported')
    const { eligibility } = trend({})
    const window = { ...eligibility, qualifies: true, qualifyingDays: 2, complete: false }
    expect(trendTable('Client', trend({ eligibility: window }))).toContain(
      'rest on months that were not imported',
    )
  })
})
