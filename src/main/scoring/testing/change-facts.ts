import type { ChangeCause, Changes } from '../../../shared/changes'
import type { MetricId, Readings } from '../../../shared/score'
import { editionById, editionsFor } from '../../rules/registry'
import { changesBetween, exactChangesBetween, type ExactChanges } from '../changes'
import { prepare } from '../engine'
import { day, facts, type FactsBuilder } from './facts-builder'

/** What a test leaves out: a month in December 2023 and January 2024, all under the same rules. */
export interface ChangeTestOptions {
  readonly from?: string
  readonly to?: string
  readonly readings?: Partial<Readings>
  readonly limit?: number
  /** Editions of the two dates by id, or one of both; those of the days if left out. */
  readonly editions?: readonly string[] | undefined
}

function prepared(builder: FactsBuilder, options: ChangeTestOptions) {
  const { from = '2023-12-15', to = '2024-01-15', editions = [], ...rest } = options
  const built = builder.build()
  const [first, second = first] = editions.map(editionById)
  const earlier = prepare(built, first ?? editionsFor(day(from))[0])
  const wanted = second ?? editionsFor(day(to))[0]
  const later = earlier.edition === wanted ? earlier : prepare(built, wanted)
  return [earlier, later, { ...rest, from: day(from), to: day(to) }] as const
}

export function changesOf(builder: FactsBuilder, options: ChangeTestOptions = {}): Changes {
  return changesBetween(...prepared(builder, options))
}

export function exactChangesOf(
  builder: FactsBuilder,
  options: ChangeTestOptions = {},
): ExactChanges {
  return exactChangesBetween(...prepared(builder, options))
}

/** Every month that December and January compare, and nobody in them. */
export function twoMonths(): FactsBuilder {
  return facts()
    .fullHistory()
    .importedAzure('2023-12')
    .importedSeats('2023-12', '2022-12')
    .importedCertifications()
}

/** The causes of one metric, each as its kind, whom it is about, and its effect. */
export function told({ causes }: Changes, metric: MetricId): unknown[] {
  return causes.filter((each) => each.metric === metric).map(brief)
}

function brief({ kind, stream, step, window, subject, effect }: ChangeCause): unknown {
  const about = [stream, step, window, subject?.name ?? subject?.id].filter((each) => each)
  return [kind, about.join(' '), effect]
}
