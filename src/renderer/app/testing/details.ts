import type {
  MetricDetail,
  MetricId,
  PersonStanding,
  Score,
  StreamDetail,
  TenantStanding,
} from '../../../shared/score'
import { score as attainedScore, stream } from './scores'

export function tenantId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}

export function standing(change: Partial<TenantStanding> = {}): TenantStanding {
  return {
    tenantId: tenantId(1),
    name: 'Aldermoor Foods',
    current: 4_200,
    previous: 60,
    countsNow: true,
    countedBefore: false,
    ...change,
  }
}

const units = { 'net-customer-adds': 'customer', deployments: 'deployment' } as const

/** One stream of a metric in full; 12 against 5 customers at 2 points each unless told otherwise. */
export function streamDetail(change: Partial<StreamDetail> = {}): StreamDetail {
  const { threshold = 100 } = change
  return {
    ...stream('azure', 12, 5, 14),
    unit: 'customer',
    rate: { points: '2', per: 1 },
    threshold,
    bounds:
      threshold === null ? null : { atLeast: threshold, above: null, atMost: null, sticky: false },
    activeShare: null,
    window: { from: '2022-12', to: '2023-11', previousFrom: '2021-12', previousTo: '2022-11' },
    standings: [standing()],
    standingsTotal: 1,
    ...change,
  }
}

export const people: readonly PersonStanding[] = [
  {
    person: 'ines.almeida@halden.example',
    name: 'Inês Almeida',
    steps: ['step-1', 'step-3'],
    certifications: [
      certification(
        'AZ-500',
        'Azure Security Engineer Associate',
        '2022-05-02',
        '2024-05-02',
        'counts',
      ),
      certification(
        'SC-100',
        'Cybersecurity Architect Expert',
        '2023-01-17',
        '2024-01-17',
        'counts',
      ),
    ],
  },
  {
    person: 'tomas.berg@halden.example',
    name: 'Tomas Berg',
    steps: ['step-1', 'step-2'],
    certifications: [
      certification(
        'AZ-500',
        'Azure Security Engineer Associate',
        '2021-11-20',
        '2023-11-20',
        'expired',
      ),
      certification(
        'SC-200',
        'Security Operations Analyst Associate',
        '2023-03-09',
        null,
        'counts',
      ),
    ],
  },
  {
    person: 'mira.okafor@halden.example',
    name: 'Mira Okafor',
    steps: [],
    certifications: [
      certification(
        'SC-300',
        'Identity and Access Administrator Associate',
        '2024-02-01',
        null,
        'not-yet-completed',
      ),
    ],
  },
]

function certification(
  id: string,
  title: string,
  completed: string,
  expires: string | null,
  reason: PersonStanding['certifications'][number]['reason'],
): PersonStanding['certifications'][number] {
  return { id, title, completed, expires, counts: reason === 'counts', reason }
}

/** The page of a metric, consistent with the given score. */
export function metricDetail(metricId: MetricId, of: Score = attainedScore()): MetricDetail {
  const metric = of.metrics.find(({ id }) => id === metricId)
  if (!metric) throw new Error(`The score has no metric ${metricId}.`)
  const growth = metricId === 'usage-growth'
  const streams = (metric.streams ?? []).map((each) => {
    const azure = each.id === 'azure'
    return streamDetail({
      ...each,
      unit: growth
        ? azure
          ? 'usd'
          : 'user'
        : metricId === 'deployments'
          ? units.deployments
          : units['net-customer-adds'],
      rate: growth
        ? { points: '1', per: azure ? 1250 : 125 }
        : { points: metricId === 'deployments' ? '20/6' : '2', per: 1 },
      threshold: growth ? null : azure ? (metricId === 'deployments' ? 12_000 : 100) : 25,
      activeShare: !azure && metricId === 'deployments' ? 0.15 : null,
    })
  })
  const names: Readonly<Record<string, { id: string; name: string }[]>> = {
    'step-1': [{ id: 'AZ-500', name: 'Azure Security Engineer Associate' }],
    'step-2': [
      { id: 'SC-200', name: 'Security Operations Analyst' },
      { id: 'MS-500', name: 'Security Administrator Associate' },
    ],
    'step-3': [
      { id: 'SC-100', name: 'Cybersecurity Architect Expert' },
      { id: 'SC-300', name: 'Identity and Access Administrator' },
      { id: 'SC-400', name: 'Information Protection Administrator' },
    ],
  }
  return {
    score: of,
    metric,
    source: { title: 'Solutions Partner for Security', dated: '2023-06-13' },
    streams,
    steps: (metric.steps ?? []).map((step) => ({
      ...step,
      certifications: names[step.id] ?? [],
      pointsWhenMet: null,
      pointsPerPerson: step.id === 'step-3' ? '40/6' : null,
    })),
    people: metric.steps ? [...people] : [],
  }
}
