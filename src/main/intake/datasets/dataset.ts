import type { DatasetId } from '../../../shared/imports'
import type { RowContext, RowConverter } from './row-context'

/**
 * How the texts of a column are written. `month` and `date` columns decide whether the day or the
 * month comes first, `amount` and `count` columns their decimal separator, each from all its rows.
 */
export type ColumnKind = 'month' | 'date' | 'amount' | 'count' | 'tenant-id' | 'flag' | 'text'

export interface ColumnRule {
  /** Header names, the preferred one first; case, spaces and underscores do not matter. */
  readonly names: readonly string[]
  readonly kind: ColumnKind
  readonly optional?: true
}

/** One kind of file: what its columns are called, how it is recognised, what its rows become. */
export interface Dataset<Field extends string = string> {
  readonly id: DatasetId
  /** What a consultant calls it. */
  readonly title: string
  readonly columns: Readonly<Record<Field, ColumnRule>>
  /** A file that has all of these columns is of this kind. */
  readonly recognisedBy: readonly NoInfer<Field>[]
  /** Of each group at least one column has to be there. */
  readonly needsOneOf?: readonly (readonly NoInfer<Field>[])[]
  /** Begins the conversion of one file. */
  rows(context: RowContext<Field>): RowConverter
}
