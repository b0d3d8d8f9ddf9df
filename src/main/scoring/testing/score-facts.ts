import type {
  MetricId,
  MetricScore,
  Readings,
  Score,
  StreamId,
  StreamScore,
} from '../../../shared/score'
import { editionById } from '../../rules/registry'
import { exactScoreOf, prepare, scoreOf, type ExactResult } from '../engine'
import { day, facts, type FactsBuilder } from './facts-builder'

/** What a test leaves out: a day in December 2023 under the rules of that day. */
export interface TestOptions {
  readonly asOf?: string
  readonly edition?: string
  readonly readings?: Partial<Readings>
}

export function scoreFacts(builder: FactsBuilder, options: TestOptions = {}): Score {
  const { asOf = '2023-12-15', edition = 'security-2023-12', readings } = options
  return scoreOf(prepare(builder.build(), editionById(edition)), { asOf: day(asOf), readings })
}

export function scoreFactsExactly(builder: FactsBuilder, options: TestOptions = {}): ExactResult {
  const { asOf = '2023-12-15', edition = 'security-2023-12', readings } = options
  return exactScoreOf(prepare(builder.build(), editionById(edition)), { asOf: day(asOf), readings })
}

export function metricOf(score: Score, id: MetricId): MetricScore {
  const metric = score.metrics.find((each) => each.id === id)
  if (!metric) throw new RangeError(`The score has no metric ${id}.`)
  return metric
}

export function streamOf(score: Score, metric: MetricId, id: StreamId): StreamScore {
  const stream = metricOf(score, metric).streams?.find((each) => each.id === id)
  if (!stream) throw new RangeError(`${metric} has no stream ${id}.`)
  return stream
}

/** Two people in each gate and so many in step 3 under the December rules: 40/6 points each. */
export function skilled(builder: FactsBuilder, people: number): FactsBuilder {
  builder.person('gate-1', 'AZ-500', 'SC-200').person('gate-2', 'AZ-500', 'SC-200')
  for (let index = 1; index <= people; index++) builder.person(`expert-${String(index)}`, 'SC-100')
  return builder
}

/**
 * A partner with 10 points of net adds, 26⅔ of certifications, 13⅓ of deployments and 20 of growth:
 * exactly 70. Every dollar that is missing takes 1/1250 of a point from the growth.
 */
export function seventy(dollarsShort = 0): FactsBuilder {
  const builder = skilled(facts().fullHistory(), 4)
  for (const name of ['new-1', 'new-2', 'new-3', 'new-4', 'new-5']) builder.azureYears(name, 100)
  for (const name of ['big-1', 'big-2', 'big-3']) builder.azureYears(name, 12_000, 5_875)
  return builder.azureYears('big-4', 12_000, 5_875 + dollarsShort)
}
