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
  /** A file that has all of these columns is of this kind; of a group, one is enough. */
  readonly recognisedBy: readonly (NoInfer<Field> | readonly NoInfer<Field>[])[]
  /** Its columns stand in other reports too: a file is of this kind only when it is of no other. */
  readonly onlyAlone?: true
  /** Of each group at least one column has to be there. */
  readonly needsOneOf?: readonly (readonly NoInfer<Field>[])[]
  /** A file that has one column of a pair needs the other. */
  readonly pairs?: readonly (readonly [NoInfer<Field>, NoInfer<Field>])[]
  /** Begins the conversion of one file. */
  rows(context: RowContext<Field>): RowConverter
}
