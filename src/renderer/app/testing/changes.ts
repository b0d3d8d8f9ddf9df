import type { ChangeCause, Changes } from '../../../shared/changes'
import { tenantId } from './details'

/** A customer that reached the threshold of net customer adds, with the given parts changed. */
export function changeCause(change: Partial<ChangeCause> = {}): ChangeCause {
  return {
    kind: 'customer-gained',
    metric: 'net-customer-adds',
    stream: 'azure',
    step: null,
    window: 'current',
    subject: { id: tenantId(1), name: 'Aldermoor Foods' },
    reason: null,
    certification: null,
    date: null,
    unit: 'usd',
    before: 60,
    after: 112.5,
    beforeActive: null,
    afterActive: null,
    threshold: 100,
    activeShare: null,
    count: 1,
    effect: 2,
    effectShown: 2,
    ...change,
  }
}

/** A change by itself, about nobody: what balances, or what the rules did. */
export function plainCause(change: Partial<ChangeCause>): ChangeCause {
  return changeCause({
    stream: null,
    window: null,
    subject: null,
    unit: 'point',
    threshold: null,
    ...change,
  })
}

/** Two points more than a month before: one customer came. */
export function changes(change: Partial<Changes> = {}): Changes {
  const side = { edition: 'security-2023-12', monthsMissing: 0 }
  return {
    from: {
      ...side,
      asOf: '2023-11-15',
      usageMonth: '2023-10',
      total: 69.333333,
      totalShown: 69.3,
    },
    to: { ...side, asOf: '2023-12-15', usageMonth: '2023-11', total: 71.333333, totalShown: 71.3 },
    rulesChanged: false,
    readings: {},
    difference: 2,
    differenceShown: 2,
    metrics: [
      { id: 'net-customer-adds', before: 16, after: 18, status: 'scored', difference: 2 },
      {
        id: 'intermediate-certifications',
        before: 13.333333,
        after: 13.333333,
        status: 'scored',
        difference: 0,
      },
      { id: 'deployments', before: 20, after: 20, status: 'scored', difference: 0 },
      { id: 'usage-growth', before: 20, after: 20, status: 'scored', difference: 0 },
    ],
    causes: [changeCause()],
    causesTotal: 1,
    ...change,
  }
}
