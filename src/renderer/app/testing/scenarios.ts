import { noOverrides } from '../../../shared/no-overrides'
import type {
  Comparison,
  Scenario,
  ScenarioChoices,
  ScenarioResult,
  ScenarioScore,
} from '../../../shared/scenarios'
import { tenantId } from './details'
import { score } from './scores'

export function scenario(change: Partial<Scenario> = {}): Scenario {
  const at = '2023-12-15T08:00:00.000Z'
  return {
    ...{ id: 1, profileId: 1, name: 'More seats', overrides: noOverrides },
    ...{ createdAt: at, updatedAt: at },
    ...change,
  }
}

export function scenarioScore(change: Partial<ScenarioScore> = {}): ScenarioScore {
  const { edition, track, total, totalShown, thresholdMet, minimumsMet, attained, metrics } =
    score()
  return {
    ...{ edition, track, total, totalShown, thresholdMet, minimumsMet, attained, metrics },
    ...change,
  }
}

/** A scenario that comes to so many points less than the score as it is. */
export function scored(difference: number): ScenarioResult {
  const { total } = scenarioScore()
  const changed = (total ?? 0) + difference
  return {
    status: 'scored',
    score: scenarioScore({ total: changed, totalShown: changed, attained: changed >= 70 }),
    difference,
    differenceShown: difference,
    metrics: [
      { id: 'net-customer-adds', difference },
      { id: 'intermediate-certifications', difference: 0 },
      { id: 'deployments', difference: 0 },
      { id: 'usage-growth', difference: 0 },
    ],
  }
}

export function comparison(change: Partial<Comparison> = {}): Comparison {
  return {
    asOf: '2023-12-15',
    usageMonth: '2023-11',
    max: 100,
    threshold: 70,
    readings: {},
    baseline: scenarioScore(),
    scenarios: [],
    ...change,
  }
}

export const choices: ScenarioChoices = {
  customers: [
    {
      tenantId: tenantId(1),
      name: 'Aldermoor Foods',
      azureUsd: 1_250,
      seats: [{ workload: 'Intune', paid: 40, active: 12 }],
    },
  ],
  people: [
    {
      person: 'ada@x.example',
      name: 'Ada Quill',
      certifications: [{ id: 'SC-100', completed: '2023-01-10', expires: '2024-01-10' }],
    },
  ],
  workloads: ['Intune', 'Microsoft Defender for Identity'],
  certifications: [
    { id: 'AZ-500', name: 'Azure Security Engineer Associate' },
    { id: 'SC-100', name: 'Cybersecurity Architect Expert' },
  ],
}
