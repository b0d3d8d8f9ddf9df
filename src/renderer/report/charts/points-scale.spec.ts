import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { score, scoreWithFailedMinimum, scoreWithoutUsage, stream } from '../../app/testing/scores'
import type { MetricId, MetricScore, Score } from '../../../shared/score'
import { scaleSegments } from './points-scale'
import PointsScale from './PointsScale.vue'

/** The given metric of a score; the fixtures have all four. */
function metricOf({ metrics }: Score, id: MetricId): MetricScore {
  const metric = metrics.find((each) => each.id === id)
  if (!metric) throw new Error(`The score has no ${id}.`)
  return metric
}

const adds = metricOf(score(), 'net-customer-adds')
const certifications = metricOf(score(), 'intermediate-certifications')
const failed = metricOf(scoreWithFailedMinimum(), 'deployments')
const unknown = metricOf(scoreWithoutUsage(), 'net-customer-adds')

it('streams stand one after the other', () => {
  expect(scaleSegments(adds)).toEqual([
    { source: 'azure', from: 0, to: 0.7 },
    { source: 'm365', from: 0.7, to: expect.closeTo(0.9) },
  ])
})

it('nothing goes beyond what the metric gives', () => {
  const both = [stream('azure', 9, 0, 16), stream('m365', 9, 0, 16)]
  const full = { ...adds, points: 20, streams: both }
  expect(scaleSegments(full)).toEqual([
    { source: 'azure', from: 0, to: 0.8 },
    { source: 'm365', from: 0.8, to: 1 },
  ])
})

it('people are one part, and without data or points there is none', () => {
  expect(scaleSegments(certifications).map(({ source }) => source)).toEqual(['people'])
  expect([unknown, failed].map(scaleSegments)).toEqual([[], []])
})

it('is an image with a name, or passed over where a table says the same', () => {
  const named = mount(PointsScale, { props: { metric: adds, label: 'Net customer adds: 18.0' } })
  expect(named.attributes()).toMatchObject({ role: 'img', 'aria-label': 'Net customer adds: 18.0' })
  const silent = mount(PointsScale, { props: { metric: adds } })
  expect(silent.attributes()).toMatchObject({ 'aria-hidden': 'true' })
  expect(silent.attributes('role')).toBeUndefined()
})

it('marks a minimum as missed only where it is, not where nothing is known', () => {
  const missed = (metric: MetricScore) =>
    mount(PointsScale, { props: { metric } }).find('.minimum').classes().includes('missed')
  expect([adds, failed, unknown].map(missed)).toEqual([false, true, false])
})
