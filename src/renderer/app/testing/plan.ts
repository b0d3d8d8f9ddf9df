import type { Plan, PlanLever, PlanStep } from '../../../shared/plan'

export function planLever(id: PlanLever['id'], change: Partial<PlanLever> = {}): PlanLever {
  return {
    id,
    effort: 3,
    defaultEffort: 3,
    limit: 10,
    defaultLimit: 10,
    unit: { amount: 1, of: 'customers' },
    candidates: [],
    candidatesTotal: 0,
    ...change,
  }
}

export function planStep(lever: PlanStep['lever'], change: Partial<PlanStep> = {}): PlanStep {
  return {
    lever,
    count: 2,
    effort: 6,
    points: 4,
    totalAfter: 70,
    metrics: [{ id: 'net-customer-adds', points: 4 }],
    certification: null,
    candidates: [],
    ...change,
  }
}

/** A partner that lacks ten points and reaches them by two near customers and certifications. */
export function plan(change: Partial<Plan> = {}): Plan {
  const near = {
    kind: 'customer' as const,
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Saltmarsh Marine',
    missing: { usd: 11.5 },
  }
  return {
    edition: 'security-2023-12',
    track: null,
    asOf: '2023-12-15',
    by: null,
    total: 60,
    totalShown: 60,
    max: 100,
    threshold: 70,
    gap: 10,
    gapShown: 10,
    attained: false,
    minimumsMissed: ['deployments'],
    saturated: ['usage-growth'],
    noData: [],
    notPlanned: [],
    settings: { effort: {}, limit: {} },
    saved: [],
    levers: [
      planLever('near-azure-customer', { limit: 1, defaultLimit: 1, candidatesTotal: 1 }),
      planLever('azure-customer'),
      planLever('azure-growth', { effort: 2, unit: { amount: 1250, of: 'usd' } }),
    ],
    ways: [
      {
        effort: 11,
        total: 70,
        totalShown: 70,
        without: null,
        steps: [
          planStep('near-azure-customer', { count: 1, effort: 1, points: 2, candidates: [near] }),
          planStep('step-certification', {
            ...{ effort: 10, points: 8, metrics: [] },
            certification: { steps: ['step-3'], ids: ['SC-100', 'SC-300'] },
          }),
        ],
      },
      {
        effort: 14,
        total: 70,
        totalShown: 70,
        without: 'certifications',
        steps: [planStep('azure-customer', { count: 5, effort: 14, points: 10 })],
      },
    ],
    reachable: 95,
    proven: true,
    nodes: 40,
    otherTracks: [],
    ...change,
  }
}
