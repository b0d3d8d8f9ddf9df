import { describe, expect, it } from 'vitest'
import { standing, streamDetail } from '../app/testing/details'
import {
  metrics,
  scoreWithFailedMinimum,
  scoreWithoutUsage,
  streamWithoutData,
} from '../app/testing/scores'
import { drivers, dropSentence, metricSentence } from './drivers'
import { english, reportModel } from './testing/model'

describe('what drives the result', () => {
  it('begins with a failed minimum, then with what leaves most points', () => {
    const order = drivers(reportModel(scoreWithFailedMinimum()), english)
    expect(order.map(({ id, standing: each }) => [id, each])).toEqual([
      ['deployments', 'missed'],
      ['net-customer-adds', 'met'],
      ['intermediate-certifications', 'met'],
      ['usage-growth', 'met'],
    ])
    expect(order[0]?.points).toBe('0.0 of 20')
  })

  it('says "No data" where nothing is known, not 0', () => {
    const [first] = drivers(reportModel(scoreWithoutUsage()), english)
    expect(first).toMatchObject({ standing: 'no-data', points: 'No data' })
    expect(first?.sentence).toBe('No Azure data; no Microsoft 365 data.')
  })
})

describe('the facts of a metric', () => {
  const [adds, certifications, deployments, growth] = reportModel().metrics

  it('are both years of each stream', () => {
    expect(adds && metricSentence(adds, english)).toBe(
      '12 Azure customers against 5 a year ago; 6 Microsoft 365 customers against 4 a year ago.',
    )
    expect(deployments && metricSentence(deployments, english)).toContain(
      '9 Azure deployments against 5',
    )
  })

  it('are dollars and users with their change where growth counts', () => {
    expect(growth && metricSentence(growth, english)).toBe(
      'Azure consumption of $214,500 in twelve months against $191,000 (+$23,500); 2,980 active Microsoft 365 users against 2,605 a year ago (+375).',
    )
  })

  it('are the people and the gates where certifications count', () => {
    expect(certifications && metricSentence(certifications, english)).toBe(
      '2 people give 40/6 points each; all gates met.',
    )
  })

  it('are the people alone where there is no gate', () => {
    const pool = certifications && {
      ...certifications,
      steps: certifications.steps.filter(({ required }) => required === undefined),
    }
    expect(pool && metricSentence(pool, english)).toBe('2 people give 40/6 points each.')
  })

  it('name the gate that keeps people from giving points', () => {
    const part = certifications && {
      ...certifications,
      steps: certifications.steps.map((step) =>
        step.id === 'step-1' ? { ...step, people: 1, met: false } : step,
      ),
    }
    expect(part && metricSentence(part, english)).toBe(
      'Step 1 has 1 of 2 people; so the people in the last step give no points yet.',
    )
  })

  it('tell a stream without data apart from one with nothing', () => {
    const part = adds && {
      ...adds,
      streams: [
        streamDetail({ current: 0, previous: 0, delta: 0 }),
        streamDetail({ ...streamWithoutData('m365'), standings: [], standingsTotal: 0 }),
      ],
    }
    expect(part && metricSentence(part, english)).toBe(
      '0 Azure customers against 0 a year ago; no Microsoft 365 data.',
    )
  })
})

describe('the largest single loss', () => {
  const growth = (name: string | null, previous: number) => {
    const model = reportModel()
    const [metric] = metrics().slice(3)
    return {
      ...model,
      metrics: model.metrics.map((part) =>
        part.metric.id === metric?.id
          ? {
              ...part,
              streams: [
                streamDetail({
                  unit: 'usd',
                  rate: { points: '1', per: 1250 },
                  standings: [
                    standing({ name, current: 0, previous }),
                    standing({ name: 'Smaller', current: 0, previous: 10 }),
                  ],
                  standingsTotal: 2,
                }),
              ],
            }
          : part,
      ),
    }
  }

  it('is named with its change and what it is worth, never more than it is', () => {
    expect(dropSentence(growth('Saltmarsh Marine', 2_490), english)).toBe(
      'Largest single loss: Saltmarsh Marine, Azure −$2,490, worth 1.9 points.',
    )
  })

  it('is told of a customer without a name too', () => {
    expect(dropSentence(growth(null, 5_000), english)).toContain('Customer without a name')
  })

  it('is not told where nobody cost a whole point', () => {
    expect(dropSentence(growth('Saltmarsh Marine', 1_249), english)).toBeUndefined()
  })
})
