import { expect, it } from 'vitest'
import { metricIds } from '../../shared/score'
import { isMetricId, metricOrder } from './metric-order'

it('lists every metric of the contract once', () => {
  expect(metricOrder).toEqual(metricIds)
})

it('knows a metric from any other text', () => {
  expect(isMetricId('deployments')).toBe(true)
  expect([isMetricId('Deployments'), isMetricId('overview'), isMetricId(undefined)]).toEqual([
    false,
    false,
    false,
  ])
})
