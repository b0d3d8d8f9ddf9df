import type {
  ExplainedRow,
  ExplainedSection,
  ExplainedSubject,
  Explanation,
  LeftOut,
  RowPage,
} from '../../../shared/explanation'
import type { MetricId } from '../../../shared/score'
import { people, tenantId } from './details'
import { score } from './scores'

export function subject(change: Partial<ExplainedSubject> = {}): ExplainedSubject {
  return {
    id: tenantId(1),
    name: 'Aldermoor Foods',
    now: 4_200,
    before: 60,
    nowActive: null,
    beforeActive: null,
    countsNow: true,
    countedBefore: false,
    cause: null,
    gap: null,
    gapActive: null,
    ...change,
  }
}

const lost = subject({
  ...{ id: tenantId(2), name: 'Corvane Dental', now: 12, before: 9_000 },
  ...{ countsNow: false, countedBefore: true, cause: 'below-threshold' },
})
const near = subject({
  ...{ id: tenantId(3), name: null, now: 88.5, before: 0 },
  ...{ countsNow: false, cause: 'below-threshold', gap: 11.5, gapActive: 3 },
})

const listOf = (...entries: ExplainedSubject[]) => ({ total: entries.length, entries })
const customers: ExplainedSection['lists'] = {
  countedNow: listOf(subject()),
  yearAgo: listOf(lost),
  gained: listOf(subject()),
  lost: listOf(lost),
  near: listOf(near),
}

function peopleOf(step: string): ExplainedSection['lists'] {
  const counting = people
    .filter(({ steps }) => steps.includes(step))
    .map(({ person, name }) => subject({ id: person, name, now: 1, before: 0 }))
  const now = listOf(...counting)
  return { countedNow: now, yearAgo: listOf(), gained: now, lost: listOf(), near: listOf() }
}

/** The explanation of a metric of the given score, with a few customers or people. */
export function explanation(metricId: MetricId, of = score()): Explanation {
  const metric = of.metrics.find(({ id }) => id === metricId)
  if (!metric) throw new Error(`The score has no metric ${metricId}.`)
  const growth = metricId === 'usage-growth'
  const shared = { pointsExact: null, required: null, activeShare: null, window: null }
  return {
    ...{ asOf: of.asOf, edition: of.edition, metricId, points: metric.points },
    ...{ pointsExact: null, max: metric.max },
    sections: [
      ...(metric.streams ?? []).map(({ pointsShown: _, id, ...stream }): ExplainedSection => {
        const unit = id === 'azure' ? 'usd' : growth ? 'user' : 'seat'
        return { ...shared, ...stream, id, kind: 'stream', unit, threshold: 100, lists: customers }
      }),
      ...(metric.steps ?? []).map(({ id, people: current }): ExplainedSection => ({
        ...{ ...shared, id, kind: 'step', unit: 'certification', status: 'scored', current },
        ...{ previous: 0, delta: current, points: 0, threshold: null, lists: peopleOf(id) },
      })),
    ],
  }
}

export function leftOut(section: string): LeftOut {
  const lot = { window: 'current', rows: 3, subjects: 1, amount: 70 } as const
  const whom = { id: lost.id, name: lost.name }
  const duplicate = { ...lot, cause: 'duplicate', window: 'previous' } as const
  const missing = { ...lot, cause: 'association-missing', rows: 1 } as const
  return {
    ...{ section, rows: 9, counted: [{ ...lot, rows: 5 }], causes: [duplicate, missing] },
    entries: {
      total: 2,
      entries: [
        { ...{ cause: 'duplicate', window: 'previous', subject: whom }, rows: 3, amount: 70 },
        {
          ...{ cause: 'association-missing', window: 'current', rows: 1, amount: 70 },
          subject: { id: near.id, name: near.name },
        },
      ],
    },
    withoutAssociation: {
      total: 1,
      entries: [{ ...near, unassociated: { rows: 1, amount: 70 } }],
    },
  }
}

export function explainedRow(change: Partial<ExplainedRow> = {}): ExplainedRow {
  return {
    ...{
      row: 1,
      file: 'usage.csv',
      line: 12,
      month: '2023-11',
      window: 'current',
      name: 'Sentinel',
    },
    ...{ offer: 'Azure Plan', association: 'PAL', duplicate: false, amount: 88.5 },
    ...{ paidSeats: null, activeSeats: null, completed: null, expires: null },
    ...{ counts: true, cause: null },
    ...change,
  }
}

export function rowPage(change: Partial<RowPage> = {}): RowPage {
  const entries = [
    explainedRow(),
    explainedRow({
      row: 2,
      line: 13,
      association: null,
      counts: false,
      cause: 'association-missing',
    }),
  ]
  const lot = { window: 'current', rows: 1, subjects: 1, amount: 88.5 } as const
  return {
    ...{ rows: 2, counted: [lot], causes: [{ ...lot, cause: 'association-missing' }] },
    ...{ entries, next: null, ...change },
  }
}
