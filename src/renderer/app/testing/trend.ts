import type { Forecast } from '../../../shared/forecast'
import type { Eligibility, Trend, TrendPoint } from '../../../shared/trend'
import { changeCause, changes } from './changes'

export function trendPoint(month: string, change: Partial<TrendPoint> = {}): TrendPoint {
  return {
    month,
    asOf: `${month}-01`,
    usageMonth: '2023-10',
    edition: 'security-2023-06',
    track: null,
    rulesChanged: false,
    total: 64,
    totalShown: 64,
    thresholdMet: false,
    minimumsMet: true,
    attained: false,
    monthsMissing: 0,
    metrics: [],
    ...change,
  }
}

export function eligibility(change: Partial<Eligibility> = {}): Eligibility {
  return {
    from: '2023-07-01',
    to: '2023-12-15',
    qualifies: true,
    qualifyingDays: 16,
    spans: [
      { from: '2023-11-30', to: '2023-11-30' },
      { from: '2023-12-01', to: '2023-12-15' },
    ],
    complete: true,
    ...change,
  }
}

/** A year that ends with new rules and an attained score, on data that begins too late. */
export function trend(change: Partial<Trend> = {}): Trend {
  return {
    from: '2023-10',
    to: '2023-12',
    max: 100,
    threshold: 70,
    readings: {},
    points: [
      trendPoint('2023-10', { total: null, totalShown: null, minimumsMet: false }),
      trendPoint('2023-11', { monthsMissing: 2 }),
      trendPoint('2023-12', {
        edition: 'security-2023-12',
        rulesChanged: true,
        total: 71.333333,
        totalShown: 71.3,
        attained: true,
      }),
    ],
    eligibility: eligibility(),
    ...change,
  }
}

/** Two months: nothing happens, then a customer falls below its threshold and takes the attainment. */
export function forecast(change: Partial<Forecast> = {}): Forecast {
  const lost = changeCause({
    kind: 'customer-lost',
    before: 102,
    after: 4,
    effect: -2,
    effectShown: -2,
  })
  const attained = { total: 71.333333, totalShown: 71.3, attained: true }
  return {
    asOf: '2023-12-15',
    attained: true,
    usage: 'steady',
    newestMonths: { azure: '2023-11', m365: null },
    max: 100,
    threshold: 70,
    readings: {},
    points: [
      {
        ...trendPoint('2024-01', attained),
        changes: changes({ difference: 0, differenceShown: 0, causes: [], causesTotal: 0 }),
      },
      {
        ...trendPoint('2024-02', { total: 69.333333, totalShown: 69.3 }),
        changes: changes({ difference: -2, differenceShown: -2, causes: [lost] }),
      },
    ],
    ...change,
  }
}
