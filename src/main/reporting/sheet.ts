import { guardFormula } from '../../shared/formula-guard'

/** A day of the calendar in a cell. */
export interface DateCell {
  /** `YYYY-MM-DD`. */
  readonly date: string
}

/** null: there is nothing to say, which is not the same as {@link NO_DATA}. */
export type Cell = string | number | DateCell | null

/** A table of a report: its name, its heads, its rows; every row as long as the heads. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly {
    readonly name: string
    /** In characters. */
    readonly width: number
  }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What stands where a number would stand if there were data: never 0, never an empty cell. */
export const NO_DATA = 'No data'

/** Text that somebody else wrote, so that no spreadsheet takes it for a formula. */
export function text(value: string): string {
  return guardFormula(value)
}

export function date(isoDate: string): DateCell {
  return { date: isoDate }
}

export function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
