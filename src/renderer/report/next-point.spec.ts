import { describe, expect, it } from 'vitest'
import { streamDetail } from '../app/testing/details'
import { stream, streamWithoutData } from '../app/testing/scores'
import { nextPoint } from './next-point'
import { english, reportModel } from './testing/model'

const each = { streamFloor: 'each' } as const
const [adds, certifications, deployments, growth] = reportModel().metrics as [
  ReturnType<typeof reportModel>['metrics'][number],
  ReturnType<typeof reportModel>['metrics'][number],
  ReturnType<typeof reportModel>['metrics'][number],
  ReturnType<typeof reportModel>['metrics'][number],
]
const open = { ...growth, metric: { ...growth.metric, points: 12, pointsShown: 12 } }

describe('what the next point takes', () => {
  it('is a customer in either stream', () => {
    expect(nextPoint(adds, each, english)).toEqual([
      'Azure: one more customer, worth 2 points.',
      'Microsoft 365: one more customer, worth 2 points.',
    ])
  })

  it('is a step of growth in either stream', () => {
    expect(nextPoint(open, each, english)).toEqual([
      'Azure: $1,250 more consumption in twelve months, worth 1 point.',
      'Microsoft 365: 125 more active users, worth 1 point.',
    ])
  })

  it('is not told where growth counts in percent, as no dollar has a fixed worth', () => {
    const counting = { kind: 'percent', baseline: 50_000, perPercent: '1' } as const
    const streams = open.streams.map((each) => ({ ...each, counting }))
    expect(nextPoint({ ...open, streams }, each, english)).toEqual([])
  })

  it('is nothing at the maximum', () => {
    expect(nextPoint(deployments, each, english)).toEqual([
      'Nothing: the metric stands at its maximum, and more would not raise it.',
    ])
  })

  it('is a decline made good first, where a stream went down', () => {
    const down = { ...adds, streams: [streamDetail(stream('azure', 4, 7, 0))] }
    expect(nextPoint(down, each, english)).toEqual([
      'Azure: first the decline of 3 customers has to be made good; from there, one more customer is worth 2 points.',
    ])
  })

  it('is a person in the step that pays, once the gates are met', () => {
    expect(nextPoint(certifications, each, english)).toEqual([
      'Step 3: one more person, worth 40/6 points.',
    ])
  })

  it('is the people whom a gate still needs', () => {
    const steps = certifications.steps.map((step) =>
      step.id === 'step-1' ? { ...step, people: 1, met: false } : step,
    )
    expect(nextPoint({ ...certifications, steps }, each, english)).toEqual([
      'Step 1: 1 more person, before the last step gives any points.',
    ])
  })
})

describe('nothing is promised', () => {
  it('of a metric without data', () => {
    const metric = { ...adds.metric, points: null, pointsShown: null, status: 'no-data' as const }
    expect(nextPoint({ ...adds, metric }, each, english)).toEqual([])
  })

  it('of a stream without data', () => {
    const half = { ...adds, streams: [streamDetail(streamWithoutData('m365'))] }
    expect(nextPoint(half, each, english)).toEqual([])
  })

  it('where one stream may eat what the other gains', () => {
    expect(nextPoint(adds, { streamFloor: 'sum' }, english)).toEqual([])
  })
})
