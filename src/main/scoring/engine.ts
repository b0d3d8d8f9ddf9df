import type { Day } from '../../shared/calendar'
import type { MetricDetail, MetricId, Readings, Score, ScoreWarning } from '../../shared/score'
import { SeventyError } from '../../shared/errors'
import type { Edition } from '../rules/edition-schema'
import { acrMatrix } from './acr-matrix'
import { decidingAlternatives } from './alternatives'
import { prepareCertifications } from './certifications'
import { dateWarnings } from './date-warnings'
import { metricDetail } from './detail'
import { azureEntryCounts, judgeAzure, judgeSeats, seatEntryCounts } from './eligibility'
import type { Facts, TenantFact } from './facts'
import { azureNameWarnings, certificationNameWarnings, seatNameWarnings } from './name-warnings'
import { presentScore, type ExactAlternative } from './presentation'
import { readingsWith } from './readings'
import { scoreExactly, type Evidence, type ExactScore } from './score'
import { seatMatrix } from './seat-matrix'
import { rememberingMeasure, type Measure } from './usage-metrics'

/**
 * Facts under one edition, ready for any score date, reading and metric. What it answers never
 * changes, so it may be kept for as long as facts and edition stand.
 */
export interface PreparedFacts extends Evidence {
  readonly tenants: readonly TenantFact[]
  readonly measure: Measure
  readonly nameWarnings: readonly ScoreWarning[]
}

export interface ScoreOptions {
  readonly asOf: Day
  /** What is left out is read as the edition does. */
  readonly readings?: Partial<Readings> | undefined
}

export interface MetricOptions extends ScoreOptions {
  readonly metricId: MetricId
  /** Customers listed per stream at most. */
  readonly limit?: number
}

const CUSTOMERS_LISTED = 200

/**
 * The one expensive pass over the rows: decides which count, and adds them up per tenant and month.
 * Throws `number-out-of-range` for amounts or seats that cannot be computed exactly.
 */
export function prepare(facts: Facts, edition: Edition): PreparedFacts {
  const tenants = facts.tenants.length
  const azure = judgeAzure(facts.azure, edition)
  const m365 = judgeSeats(facts.m365, edition)
  const workloads = { workloadOf: m365.workloadOf, workloads: edition.m365.workloads.length }
  const certifications = prepareCertifications(facts.certifications, edition)
  const usage = {
    azure: acrMatrix(facts.azure, tenants, azureEntryCounts(facts.azure, azure)),
    m365: seatMatrix(facts.m365, tenants, workloads, seatEntryCounts(facts.m365, m365)),
  }
  return {
    edition,
    tenants: facts.tenants,
    usage,
    measure: rememberingMeasure(usage),
    certifications,
    nameWarnings: [
      ...azureNameWarnings(facts.azure, tenants, azure, edition),
      ...seatNameWarnings(facts.m365, tenants, m365, edition),
      ...certificationNameWarnings(certifications, edition),
    ],
  }
}

/** The score of a date, with the readings that would change it and what a reader has to know. */
export function scoreOf(prepared: PreparedFacts, options: ScoreOptions): Score {
  return presented(prepared, exactScoreOf(prepared, options))
}

/** One metric of the score of a date, down to customers and people. */
export function metricDetailOf(prepared: PreparedFacts, options: MetricOptions): MetricDetail {
  const result = exactScoreOf(prepared, options)
  const metric = result.score.metrics.find(({ rule }) => rule.id === options.metricId)
  if (!metric) {
    throw new SeventyError(
      'input-invalid',
      `Edition ${prepared.edition.id} has no metric "${options.metricId}".`,
    )
  }
  const { asOf, limit = CUSTOMERS_LISTED } = options
  const context = { evidence: prepared, tenants: prepared.tenants, asOf, limit }
  return metricDetail(context, metric, presented(prepared, result))
}

/** A score with its deciding alternatives, before anything is rounded. */
export interface ExactResult {
  readonly score: ExactScore
  readonly alternatives: readonly ExactAlternative[]
}

export function exactScoreOf(
  prepared: PreparedFacts,
  { asOf, readings }: ScoreOptions,
): ExactResult {
  const scoreWith = (each: Readings) => scoreExactly(prepared, asOf, each, prepared.measure)
  const score = scoreWith(readingsWith(prepared.edition.readings, readings))
  return { score, alternatives: decidingAlternatives(score, scoreWith) }
}

function presented(prepared: PreparedFacts, { score, alternatives }: ExactResult): Score {
  const { edition, usage, nameWarnings } = prepared
  const warnings = [...dateWarnings(edition, usage, score.asOf, score.readings), ...nameWarnings]
  return presentScore(edition, score, alternatives, warnings)
}
