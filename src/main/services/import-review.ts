import { formatMonth, type Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import type {
  AppliedName,
  Coverage,
  ImportReview,
  ReviewedMonth,
  ReviewedScore,
  StoredTotals,
  UnknownName,
} from '../../shared/import-review'
import type { NameKind } from '../../shared/names'
import type { Edition } from '../rules/edition-schema'
import { foldName } from '../rules/names'
import { nearestNames } from '../rules/nearest-names'
import { knows, listsOf, treatmentsIn } from '../rules/treat-as'
import { isCertification } from '../scoring/certifications'
import type { ImportEffect, MonthTotals, NameUse } from './import-effect'
import type { Clock, ImportWriter, WritableWorkspace } from './ports'
import { Scores } from './scores'

/** Renamed customers named; the rest is counted. */
const RENAMED = 20
/** Suggestions for one unknown name. */
const NEAREST = 5
/** Months that a full comparison needs: two years of Azure, one and the month itself of Microsoft 365. */
const NEEDED = [
  { stream: 'azure', months: 24 },
  { stream: 'm365', months: 13 },
] as const

interface Before {
  readonly score: ReviewedScore | null
  readonly editions: readonly Edition[]
  readonly error: string | null
}

/**
 * What an import does to what is stored, told from inside its transaction. Made before the import
 * writes anything, so that it knows the score as it was. A score that cannot be computed never keeps
 * an import from being reviewed; the review says why.
 */
export class ImportReviewer {
  private readonly before: Before

  constructor(
    private readonly workspace: WritableWorkspace,
    private readonly clock: Clock,
    private readonly profileId: number,
  ) {
    this.before = this.scoreNow()
  }

  /** The review of an import that is finished and not yet committed. */
  review(writer: ImportWriter): ImportReview {
    const after = this.scoreNow()
    const editions = [...this.before.editions, ...after.editions]
    const treatments = editions.flatMap(treatmentsIn)
    const treatedAs = (kind: NameKind, name: string) =>
      treatments.find((each) => each.kind === kind && foldName(each.name) === foldName(name))
    const effect = writer.effect((kind, name, trainingType = null) => {
      const key = foldName(name)
      if (key === '' || (kind === 'certification' && !isCertification({ trainingType })))
        return null
      return treatedAs(kind, name) || !isKnown(editions, kind, name) ? key : null
    })
    const [treated, unknown] = [true, false].map((wanted) =>
      effect.names.filter(({ kind, name }) => (treatedAs(kind, name) !== undefined) === wanted),
    )
    return {
      months: effect.months.map(reviewedMonth),
      unknownNames: (unknown ?? []).sort(byWeight).map((use) => unknownName(use, editions)),
      treatedNames: (treated ?? []).map((use): AppliedName => {
        return { ...reviewedName(use), treatAs: treatedAs(use.kind, use.name)?.treatAs ?? '' }
      }),
      renamed: { count: effect.renamed.length, customers: effect.renamed.slice(0, RENAMED) },
      coverage: coverageOf(effect),
      score: { before: this.before.score, after: after.score, error: after.error },
    }
  }

  /** The score of the state that the transaction has come to, with the rules that could decide it. */
  private scoreNow(): Before {
    const scores = new Scores(this.workspace, this.clock)
    const request = { profileId: this.profileId }
    try {
      const { tracks } = scores.resolve(request)
      const editions = tracks.all.map(({ edition }) => edition)
      if (this.workspace.profileState(this.profileId).files === 0)
        return { score: null, editions, error: null }
      const { asOf, total, totalShown, max, attained } = scores.score(request)
      return { score: { asOf, total, totalShown, max, attained }, editions, error: null }
    } catch (error) {
      if (!(error instanceof SeventyError)) throw error
      return { score: null, editions: [], error: error.message }
    }
  }
}

/** Where the rules themselves are missing, no name can be called unknown. */
function isKnown(editions: readonly Edition[], kind: NameKind, name: string): boolean {
  const lists = editions.flatMap((edition) => listsOf(edition)[kind])
  return editions.length === 0 || lists.some((list) => knows(list, name))
}

function unknownName(use: NameUse, editions: readonly Edition[]): UnknownName {
  const entries = editions.flatMap((edition) => listsOf(edition)[use.kind].flat())
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return { ...reviewedName(use), nearest: nearestNames(use.name, [...byName.values()], NEAREST) }
}

function reviewedName({ kind, name, subjects, microUsd, paidSeats }: NameUse) {
  return { kind, name, subjects, acrUsd: microUsd === null ? null : microUsd / 1e6, paidSeats }
}

/** What most hangs on first. */
function byWeight(one: NameUse, other: NameUse): number {
  const weight = ({ microUsd, paidSeats }: NameUse) => Math.abs(microUsd ?? paidSeats ?? 0)
  return (
    one.kind.localeCompare(other.kind, 'en') ||
    weight(other) - weight(one) ||
    other.subjects - one.subjects ||
    (one.name < other.name ? -1 : 1)
  )
}

function reviewedMonth(month: ImportEffect['months'][number]): ReviewedMonth {
  const kept = month.replaces ? 'replaced' : 'extended'
  return {
    dataset: month.dataset,
    month: month.month === null ? null : formatMonth(month.month),
    change: month.before === null ? 'added' : kept,
    before: month.before && storedTotals(month.before),
    after: storedTotals(month.after),
    lost: { count: month.lost.count, names: [...month.lost.names] },
  }
}

function storedTotals({ microUsd, ...totals }: MonthTotals): StoredTotals {
  return { ...totals, acrUsd: microUsd === null ? null : microUsd / 1e6 }
}

/** The months that are needed up to the newest one that is there afterwards. */
function coverageOf({ covered }: ImportEffect): Coverage[] {
  const newest = Math.max(-1, ...NEEDED.flatMap(({ stream }) => covered[stream].after.slice(-1)))
  if (newest < 0) return []
  return NEEDED.map(({ stream, months }) => {
    const [before, after] = [new Set(covered[stream].before), new Set(covered[stream].after)]
    const needed = Array.from({ length: months }, (_, place): Month => newest - months + 1 + place)
    return {
      stream,
      months: needed.map((month) => ({
        month: formatMonth(month),
        before: before.has(month),
        after: after.has(month),
      })),
    }
  })
}
