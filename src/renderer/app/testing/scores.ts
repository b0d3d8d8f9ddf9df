import type { MetricScore, Score, StreamScore } from '../../../shared/score'

export function stream(
  id: StreamScore['id'],
  current: number,
  previous: number,
  points: number,
): StreamScore {
  return {
    id,
    status: 'scored',
    current,
    previous,
    delta: current - previous,
    points,
    pointsShown: Math.round(points * 10) / 10,
  }
}

export function streamWithoutData(id: StreamScore['id']): StreamScore {
  return {
    id,
    status: 'no-data',
    current: null,
    previous: null,
    delta: null,
    points: null,
    pointsShown: null,
  }
}

/** The worked score of CLI.md: 18 + 13⅓ + 20 + 20 = 71⅓, attained. */
export function metrics(): MetricScore[] {
  return [
    {
      id: 'net-customer-adds',
      category: 'performance',
      points: 18,
      pointsShown: 18,
      max: 20,
      minimumMet: true,
      status: 'scored',
      streams: [stream('azure', 12, 5, 14), stream('m365', 6, 4, 4)],
    },
    {
      id: 'intermediate-certifications',
      category: 'skilling',
      points: 13.333333,
      pointsShown: 13.3,
      max: 40,
      minimumMet: true,
      status: 'scored',
      steps: [
        { id: 'step-1', people: 2, required: 2, met: true },
        { id: 'step-2', people: 3, required: 2, met: true },
        { id: 'step-3', people: 2 },
      ],
    },
    {
      id: 'deployments',
      category: 'customer-success',
      points: 20,
      pointsShown: 20,
      max: 20,
      minimumMet: true,
      status: 'scored',
      streams: [stream('azure', 9, 5, 13.333333), stream('m365', 7, 4, 10)],
    },
    {
      id: 'usage-growth',
      category: 'customer-success',
      points: 20,
      pointsShown: 20,
      max: 20,
      minimumMet: true,
      status: 'scored',
      streams: [stream('azure', 214_500, 191_000, 18.8), stream('m365', 2_980, 2_605, 3)],
    },
  ]
}

/** A score that is attained, with the given parts changed. */
export function score(change: Partial<Score> = {}): Score {
  return {
    designation: 'security',
    edition: 'security-2023-12',
    track: null,
    otherTracks: [],
    asOf: '2023-12-15',
    usageMonth: '2023-11',
    total: 71.333333,
    totalShown: 71.3,
    max: 100,
    threshold: 70,
    thresholdMet: true,
    minimumsMet: true,
    attained: true,
    metrics: metrics(),
    readings: {
      streamFloor: 'each',
      growthSteps: 'proportional',
      metricMinimum: 'one',
      seatScope: 'workload',
      activeCap: 'paid',
      currentMonth: 'strict',
    },
    alternatives: [],
    warnings: [],
    ...change,
  }
}

/** 72 points, and nothing in deployments: enough points, not attained. */
export function scoreWithFailedMinimum(): Score {
  const [adds, certifications, deployments, growth] = metrics() as [
    MetricScore,
    MetricScore,
    MetricScore,
    MetricScore,
  ]
  return score({
    total: 72,
    totalShown: 72,
    thresholdMet: true,
    minimumsMet: false,
    attained: false,
    metrics: [
      {
        ...adds,
        points: 12,
        pointsShown: 12,
        streams: [stream('azure', 9, 5, 8), stream('m365', 6, 4, 4)],
      },
      { ...certifications, points: 40, pointsShown: 40 },
      {
        ...deployments,
        points: 0,
        pointsShown: 0,
        minimumMet: false,
        streams: [stream('azure', 3, 4, 0), stream('m365', 2, 2, 0)],
      },
      growth,
    ],
  })
}

/** Only certifications were imported: nothing is known of the other three metrics. */
export function scoreWithoutUsage(): Score {
  return score({
    total: 13.333333,
    totalShown: 13.3,
    thresholdMet: false,
    minimumsMet: false,
    attained: false,
    metrics: metrics().map((metric) =>
      metric.streams
        ? {
            ...metric,
            points: null,
            pointsShown: null,
            minimumMet: false,
            status: 'no-data' as const,
            streams: [streamWithoutData('azure'), streamWithoutData('m365')],
          }
        : metric,
    ),
  })
}
