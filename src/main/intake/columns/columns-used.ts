import type { Dataset } from '../datasets/dataset'
import type { Layout } from '../datasets/recognise'

/** A column of a file that the dataset reads. */
export interface UsedColumn {
  readonly field: string
  readonly cell: number
}

/** The columns of a file that its dataset reads; what stands in others is of no concern. */
export function usedColumns(dataset: Dataset, layout: Layout): readonly UsedColumn[] {
  return Object.keys(dataset.columns)
    .filter((field) => layout.has(field))
    .map((field) => ({ field, cell: layout.cellOf(field) }))
}

/** Where the columns of months and days stand. */
export function dateCells(dataset: Dataset, layout: Layout): readonly number[] {
  return usedColumns(dataset, layout)
    .filter(({ field }) => ['month', 'date'].includes(dataset.columns[field]?.kind ?? ''))
    .map(({ cell }) => cell)
}
