import { expect, it } from 'vitest'
import { allMetricIds, metricIds } from '../../shared/score'
import { isMetricId, knownMetrics, metricOrder } from './metric-order'

it('lists every metric of the contract once', () => {
  expect(metricOrder).toEqual(metricIds)
  expect(knownMetrics.toSorted()).toEqual(allMetricIds.toSorted())
})

it('knows a metric from any other text', () => {
  expect(isMetricId('deployments')).toBe(true)
  expect([isMetricId('Deployments'), isMetricId('overview'), isMetricId(undefined)]).toEqual([
    false,
    false,
    false,
  ])
})
