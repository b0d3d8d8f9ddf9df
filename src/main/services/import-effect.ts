import type { Month } from '../../shared/calendar'
import type { DatasetId } from '../../shared/imports'
import type { NameKind } from '../../shared/names'
import type { StreamId } from '../../shared/score'

/** What an import does to what is stored, as the store sees it at its end: numbers without judgement. */
export interface ImportEffect {
  /** The months that the import covers, by dataset and month. */
  readonly months: readonly MonthEffect[]
  /** Names of the import's own rows that were asked for. */
  readonly names: readonly NameUse[]
  readonly renamed: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  /** Months in force of each stream, whatever report told of them, ascending. */
  readonly covered: Readonly<
    Record<StreamId, { readonly before: Month[]; readonly after: Month[] }>
  >
}

export interface MonthEffect {
  readonly dataset: DatasetId
  /** null: certifications. */
  readonly month: Month | null
  /** Whether rows that are in force now give way. */
  readonly replaces: boolean
  /** null: nothing is in force for the month now. */
  readonly before: MonthTotals | null
  readonly after: MonthTotals
  /** Who is in the month now and no longer afterwards; the first of them by name. */
  readonly lost: {
    readonly count: number
    readonly names: readonly { readonly id: string; readonly name: string | null }[]
  }
}

/** All rows in force of a month; what its dataset does not have is null. */
export interface MonthTotals {
  readonly rows: number
  readonly subjects: number
  readonly microUsd: number | null
  /** Of each customer and workload once: the most that a row says. */
  readonly paidSeats: number | null
  readonly activeSeats: number | null
  readonly certifications: number | null
}

export interface NameUse {
  readonly kind: NameKind
  readonly name: string
  readonly subjects: number
  /** Azure: all months together. */
  readonly microUsd: number | null
  /** Microsoft 365: the newest of its months. */
  readonly paidSeats: number | null
}

/**
 * Under which key a name is to be told of; null: not at all. Spellings of one key are one name.
 * `training` is the training type of a certification.
 */
export type NameQuestion = (kind: NameKind, name: string, training?: string | null) => string | null
