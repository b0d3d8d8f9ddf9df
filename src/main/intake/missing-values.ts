import type { UsedColumn } from './columns/columns-used'
import { missingValue, type TableRecord } from './csv/record'
import { Rejection, type RowContext } from './datasets/row-context'

/** Whether a cell that is read has no value because its formula failed or was never calculated. */
export function lacksValue(record: TableRecord, used: readonly UsedColumn[]): boolean {
  for (const { cell } of used) if (missingValue(record, cell) !== undefined) return true
  return false
}

/** Rejects a row that {@link lacksValue}: a guess at what the formula would give is no value. */
export function rejectMissing(
  context: RowContext,
  record: TableRecord,
  used: readonly UsedColumn[],
): void {
  const rejection = new Rejection(context, record)
  for (const { field, cell } of used) {
    switch (missingValue(record, cell)) {
      case 'error':
        rejection.add(
          field,
          'cell-error',
          (value) => `${value} is what Excel shows where a formula fails; correct the formula.`,
        )
        break
      case 'formula':
        rejection.add(
          field,
          'formula-without-value',
          (value) =>
            `The formula ${value} was saved without its result; open the workbook in Excel, save it, and import it again.`,
        )
        break
    }
  }
  rejection.send()
}
