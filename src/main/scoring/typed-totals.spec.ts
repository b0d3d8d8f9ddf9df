import { describe, expect, it } from 'vitest'
import type { EditionTotals } from '../../shared/manual'
import type { Score } from '../../shared/score'
import { editionById, editions } from '../rules/registry'
import { scoreOf } from './engine'
import { day, facts, type FactsBuilder } from './testing/facts-builder'
import { scoreFacts, seventy, skilled } from './testing/score-facts'
import { preparedTotals, totalsFields } from './typed-totals'

/** The totals that a score shows, typed in. */
function totalsOf({ edition, metrics }: Score): EditionTotals {
  return {
    edition,
    streams: metrics.flatMap(({ id, streams = [] }) =>
      streams.flatMap(({ id: stream, current, previous }) =>
        current === null ? [] : [{ metricId: id, stream, current, previous: previous ?? 0 }],
      ),
    ),
    steps: metrics.flatMap(({ id, steps = [] }) =>
      steps.flatMap(({ id: step, people }) =>
        people === null ? [] : [{ metricId: id, step, people }],
      ),
    ),
  }
}

function scoreTyped(totals: EditionTotals | undefined, edition: string, asOf: string): Score {
  return scoreOf(preparedTotals(editionById(edition), totals), { asOf: day(asOf) })
}

const withSeats = (builder: FactsBuilder) =>
  builder.seatYears('s1', [40, 30]).seatYears('s2', [90, 88], [90, 12]).seatYears('s3', [24, 24])

describe('totals that are typed in', () => {
  it.each([
    ['exactly 70', seventy(), 'security-2023-12', '2023-12-15'],
    ['a dollar less', seventy(1), 'security-2023-12', '2023-12-15'],
    ['both streams', withSeats(seventy(4_321)), 'security-2023-12', '2023-12-15'],
    [
      'losses',
      withSeats(skilled(facts().fullHistory().azureYears('a', 5, 900), 2)),
      'security-2023-06',
      '2023-11-15',
    ],
    [
      'a missed gate',
      facts().fullHistory().person('a', 'AZ-500').person('b', 'SC-100'),
      'security-2023-12',
      '2023-12-15',
    ],
  ])(
    'give the points that the customers and people behind them give: %s',
    (_, builder, edition, asOf) => {
      const expected = scoreFacts(builder, { edition, asOf })
      const typed = scoreTyped(totalsOf(expected), edition, asOf)
      const told = (score: Score) =>
        score.metrics.map(({ id, points, minimumMet, status, streams, steps }) => ({
          ...{ id, points, minimumMet, status },
          streams: streams?.map(({ delta, points: each }) => [delta, each]),
          steps: steps?.map(({ people, met }) => [people, met]),
        }))
      expect(told(typed)).toEqual(told(expected))
      expect([typed.total, typed.attained]).toEqual([expected.total, expected.attained])
      expect(typed.usageMonth).toBe(expected.usageMonth)
    },
  )

  it('follow the readings as facts do', () => {
    const builder = withSeats(seventy(1_000))
    const readings = { growthSteps: 'whole', streamFloor: 'sum' } as const
    const expected = scoreFacts(builder, { readings })
    const edition = editionById('security-2023-12')
    const prepared = preparedTotals(edition, totalsOf(scoreFacts(builder)))
    expect(scoreOf(prepared, { asOf: day('2023-12-15'), readings }).total).toBe(expected.total)
  })

  it('are no data where a stream is left out, and never 0', () => {
    const totals = totalsOf(scoreFacts(seventy()))
    const streams = totals.streams.filter(({ metricId }) => metricId !== 'usage-growth')
    const score = scoreTyped({ ...totals, streams }, totals.edition, '2023-12-15')
    const growth = score.metrics.find(({ id }) => id === 'usage-growth')
    expect(growth).toMatchObject({ points: null, status: 'no-data' })
    const one = totals.streams.filter(({ stream }) => stream === 'azure')
    const azure = scoreTyped({ ...totals, streams: one }, totals.edition, '2023-12-15')
    expect(azure.metrics[0]?.streams?.map(({ current }) => current)).toEqual([9, null])
  })

  it('are no data where a step is left out', () => {
    const totals = totalsOf(scoreFacts(seventy()))
    const steps = totals.steps.filter(({ step }) => step !== 'step-2')
    const score = scoreTyped({ ...totals, steps }, totals.edition, '2023-12-15')
    const skills = score.metrics.find(({ id }) => id === 'intermediate-certifications')
    expect(skills).toMatchObject({ points: null, status: 'no-data' })
  })

  it('are nothing at all where nothing was typed in for an edition', () => {
    const score = scoreTyped(undefined, 'security-2026-smb', '2026-09-15')
    expect(score.total).toBeNull()
    expect(score.metrics.every(({ status }) => status === 'no-data')).toBe(true)
    expect(score.warnings).toEqual([])
  })
})

describe('what an edition asks for', () => {
  it('is every stream and step of its metrics, with what is needed to type it in', () => {
    expect(totalsFields(editionById('security-2023-12'))).toEqual([
      {
        kind: 'stream',
        metricId: 'net-customer-adds',
        stream: 'azure',
        unit: 'customer',
        distinct: false,
      },
      {
        kind: 'stream',
        metricId: 'net-customer-adds',
        stream: 'm365',
        unit: 'customer',
        distinct: false,
      },
      {
        ...{ kind: 'step', metricId: 'intermediate-certifications', step: 'step-1', required: 2 },
        certifications: ['AZ-500'],
      },
      {
        ...{ kind: 'step', metricId: 'intermediate-certifications', step: 'step-2', required: 2 },
        certifications: expect.arrayContaining(['SC-200', 'MS-500']) as string[],
      },
      {
        ...{
          kind: 'step',
          metricId: 'intermediate-certifications',
          step: 'step-3',
          required: null,
        },
        certifications: expect.arrayContaining(['SC-100', 'SC-300', 'SC-400']) as string[],
      },
      {
        kind: 'stream',
        metricId: 'deployments',
        stream: 'azure',
        unit: 'deployment',
        distinct: false,
      },
      {
        kind: 'stream',
        metricId: 'deployments',
        stream: 'm365',
        unit: 'deployment',
        distinct: false,
      },
      { kind: 'stream', metricId: 'usage-growth', stream: 'azure', unit: 'usd', distinct: false },
      { kind: 'stream', metricId: 'usage-growth', stream: 'm365', unit: 'user', distinct: false },
    ])
  })

  it('has no certification that counts in another step alone', () => {
    for (const edition of editions()) {
      const steps = totalsFields(edition).filter((field) => field.kind === 'step')
      for (const { step, certifications } of steps) {
        const rule = edition.metrics
          .flatMap((metric) => ('steps' in metric ? metric.steps : []))
          .find(({ id }) => id === step)
        expect(certifications.toSorted()).toEqual([...(rule?.certifications ?? [])].sort())
      }
    }
  })
})
