import type { Day } from '../../shared/calendar'
import type {
  MetricDetail,
  MetricId,
  Readings,
  Score,
  ScoreWarning,
  StreamId,
} from '../../shared/score'
import { SeventyError } from '../../shared/errors'
import type { Edition } from '../rules/edition-schema'
import { acrMatrix } from './acr-matrix'
import { decidingAlternatives } from './alternatives'
import { prepareCertifications } from './certifications'
import { dateWarnings, editionWarnings } from './date-warnings'
import { metricDetail } from './detail'
import {
  azureEntryCounts,
  judgeAzure,
  judgeSeats,
  seatEntryCounts,
  type AssociationTest,
  underOptionOf,
} from './eligibility'
import type { Facts, TenantFact } from './facts'
import {
  azureNameGaps,
  azureNameWarnings,
  certificationNameWarnings,
  gapsAmong,
  seatNameGaps,
  seatNameWarnings,
} from './name-warnings'
import { presentScore, presentTrack, type ExactAlternative } from './presentation'
import { readingsWith } from './readings'
import { scoreExactly, type Evidence, type ExactScore } from './score'
import { seatMatrix } from './seat-matrix'
import { isUsageMetric, streamsOf, type UsageMatrices } from './stream-rules'
import { bestOf, type NonEmpty } from './tracks'
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
 * With `associations: any` usage counts whatever its association is: a plan asks what fixing one
 * would bring. Throws
 * `number-out-of-range` for amounts or seats that cannot be computed exactly.
 */
export function prepare(
  facts: Facts,
  edition: Edition,
  associations: AssociationTest = 'counting',
): PreparedFacts {
  const tenants = facts.tenants.length
  const azure = judgeAzure(facts.azure, edition)
  const m365 = judgeSeats(facts.m365, edition)
  const workloads = { workloadOf: m365.workloadOf, workloads: edition.m365.workloads.length }
  const streams = streamsOf(edition)
  const certifications = prepareCertifications(facts.certifications, edition)
  const usage = {
    azure: acrMatrix(facts.azure, tenants, azureEntryCounts(facts.azure, azure, associations)),
    m365: seatMatrix(
      facts.m365,
      tenants,
      workloads,
      seatEntryCounts(facts.m365, m365, associations),
    ),
    ...(countsInSeveralWays(edition) ? { options: optionMatrices(facts, edition) } : {}),
  }
  return {
    edition,
    tenants: facts.tenants,
    usage,
    measure: rememberingMeasure(usage),
    certifications,
    nameWarnings: [
      ...(streams.includes('azure')
        ? [
            ...azureNameWarnings(facts.azure, azure, edition),
            ...gapsAmong(azureNameGaps(facts.azure, azure), facts.azure.tenant, tenants).warnings(
              'azure',
            ),
          ]
        : []),
      ...(streams.includes('m365')
        ? [
            ...seatNameWarnings(facts.m365, m365, edition),
            ...gapsAmong(seatNameGaps(facts.m365, m365), facts.m365.tenant, tenants).warnings(
              'm365',
            ),
          ]
        : []),
      ...certificationNameWarnings(certifications, edition),
    ],
  }
}

/** Whether a metric of an edition takes the best of several associations. */
export function countsInSeveralWays({ metrics }: Edition): boolean {
  return metrics.some(
    (rule) =>
      isUsageMetric(rule) &&
      Object.values(rule.streams).some((stream) => stream?.bestOf !== undefined),
  )
}

/** The usage under each association option that a metric of the edition asks for; most ask for none. */
function optionMatrices(facts: Facts, edition: Edition): NonNullable<UsageMatrices['options']> {
  const tenants = facts.tenants.length
  const asked = (stream: StreamId) => {
    const ids = edition.metrics.flatMap((rule) =>
      isUsageMetric(rule) ? (rule.streams[stream]?.bestOf ?? []) : [],
    )
    return [...new Set(ids)]
  }
  const azure = asked('azure').map((option) => {
    const judged = judgeAzure(facts.azure, underOptionOf(edition, { id: 'azure', option }))
    return [option, acrMatrix(facts.azure, tenants, azureEntryCounts(facts.azure, judged))] as const
  })
  const m365 = asked('m365').map((option) => {
    const judged = judgeSeats(facts.m365, underOptionOf(edition, { id: 'm365', option }))
    const columns = { workloadOf: judged.workloadOf, workloads: edition.m365.workloads.length }
    const counts = seatEntryCounts(facts.m365, judged)
    return [option, seatMatrix(facts.m365, tenants, columns, counts)] as const
  })
  return { azure: new Map(azure), m365: new Map(m365) }
}

/** A partner's facts under every edition that may decide a score. */
export interface Tracks {
  /** In the order in which a tie is decided; most editions stand alone. */
  readonly all: NonEmpty<PreparedFacts>
  /** The edition that was asked for; null: the one with the higher total. */
  readonly named: PreparedFacts | null
}

/** The score of a date, with the readings that would change it and what a reader has to know. */
export function scoreOf(facts: PreparedFacts | Tracks, options: ScoreOptions): Score {
  return presented(exactScoreOf(facts, options))
}

/** One metric of the score of a date, down to customers and people. */
export function metricDetailOf(
  facts: PreparedFacts | Tracks,
  options: MetricOptions,
): MetricDetail {
  const result = exactScoreOf(facts, options)
  const { prepared, score } = result
  const metric = score.metrics.find(({ rule }) => rule.id === options.metricId)
  if (!metric) {
    throw new SeventyError(
      'input-invalid',
      `Edition ${prepared.edition.id} has no metric "${options.metricId}".`,
    )
  }
  const { asOf, limit = CUSTOMERS_LISTED } = options
  const context = { evidence: prepared, tenants: prepared.tenants, asOf, limit }
  return metricDetail(context, metric, presented(result))
}

/** The score of one track before anything is rounded. */
export interface TrackScore {
  readonly prepared: PreparedFacts
  readonly score: ExactScore
}

/** The score of the track that decides, with the readings that would change it, and the other tracks. */
export interface ExactResult extends TrackScore {
  readonly alternatives: readonly ExactAlternative[]
  readonly others: readonly TrackScore[]
}

/**
 * A score before anything is rounded. Under another reading another track may have the higher total,
 * so the track is chosen again for every alternative.
 */
export function exactScoreOf(
  facts: PreparedFacts | Tracks,
  { asOf, readings }: ScoreOptions,
): ExactResult {
  const { all, named }: Tracks = 'all' in facts ? facts : { all: [facts], named: facts }
  const scored = (prepared: PreparedFacts, chosen?: Partial<Readings>): TrackScore => ({
    prepared,
    score: trackScore(prepared, asOf, chosen),
  })
  const deciding = (chosen?: Partial<Readings>): TrackScore =>
    named ? scored(named, chosen) : bestTrack(all, asOf, chosen)
  const { prepared, score } = deciding(readings)
  return {
    prepared,
    score,
    alternatives: decidingAlternatives(score, (each) => deciding(each).score),
    others: all.filter((each) => each !== prepared).map((each) => scored(each, readings)),
  }
}

/** The score of the track with the higher total on a date. */
export function bestTrack(
  [first, ...others]: NonEmpty<PreparedFacts>,
  asOf: Day,
  readings?: Partial<Readings>,
): TrackScore {
  const scored = (prepared: PreparedFacts): TrackScore => ({
    prepared,
    score: trackScore(prepared, asOf, readings),
  })
  return bestOf([scored(first), ...others.map(scored)])
}

function trackScore(prepared: PreparedFacts, asOf: Day, readings?: Partial<Readings>): ExactScore {
  const used = readingsWith(prepared.edition.readings, readings)
  return scoreExactly(prepared, asOf, used, prepared.measure)
}

function presented({ prepared, score, alternatives, others }: ExactResult): Score {
  const { edition, usage, nameWarnings, typedIn } = prepared
  const { asOf, readings } = score
  const dated = typedIn
    ? editionWarnings(edition, asOf)
    : dateWarnings(edition, usage, asOf, readings)
  const otherTracks = others.map((each) => presentTrack(each.prepared.edition, each.score))
  const shown = presentScore(edition, score, alternatives, [...dated, ...nameWarnings], otherTracks)
  return typedIn ? { ...shown, basis: 'typed-in' } : shown
}
