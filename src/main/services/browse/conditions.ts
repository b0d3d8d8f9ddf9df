import type { BrowseCell, BrowseFilter, BrowseQuery, BrowseSelection } from '../../../shared/browse'
import {
  columnNamed,
  isFilterable,
  isSortable,
  type BrowseColumn,
  type BrowseTable,
  type ColumnKind,
} from '../../../shared/browse-columns'
import { SeventyError } from '../../../shared/errors'

/** Which condition suits which kind of column. */
const suited: Readonly<Record<ColumnKind, BrowseFilter['kind'] | null>> = {
  ...{ text: 'text', usd: 'number', count: 'number', days: 'number', month: 'months' },
  ...{ date: null, flag: 'flag', list: 'list', names: 'list' },
}

/**
 * Checks that every column of a query is there and its condition suits it. Throws `input-invalid`
 * naming table and column.
 */
export function checkQuery({ table, filters, sort }: BrowseSelection & Partial<BrowseQuery>): void {
  for (const filter of filters) {
    const column = requireColumn(table, filter.column)
    if (isFilterable(column) && suited[column.kind] === filter.kind) continue
    throw unfit(
      table,
      filter.column,
      `cannot be filtered by a condition of the kind "${filter.kind}"`,
    )
  }
  if (sort && !isSortable(requireColumn(table, sort.column)))
    throw unfit(table, sort.column, 'cannot be sorted by')
}

/** Throws `input-invalid` for a column that the table does not have. */
export function requireColumn(table: BrowseTable, id: string): BrowseColumn {
  const column = columnNamed(table, id)
  if (column) return column
  throw unfit(table, id, 'is not there')
}

function unfit(table: BrowseTable, column: string, what: string): SeventyError {
  return new SeventyError('input-invalid', `Column "${column}" of the table ${table} ${what}.`, {
    table,
    column,
  })
}

/** Text as it is compared: whatever the case, and in one of the ways that Unicode has to write it. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** The order of names: numbers in them by value, letters whatever their case. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** Whether a text holds what is searched for, or (equals) is it. */
export function textTest(
  match: 'contains' | 'equals',
  sought: string,
): (text: string | null) => boolean {
  const wanted = folded(sought.trim())
  if (match === 'equals') return (text) => text !== null && folded(text).trim() === wanted
  return (text) => text !== null && folded(text).includes(wanted)
}

/** Whether a cell meets a condition; an empty one meets none but a list that names null. */
export function cellTest(filter: BrowseFilter): (cell: BrowseCell) => boolean {
  switch (filter.kind) {
    case 'text': {
      const test = textTest(filter.match, filter.text)
      return (cell) => typeof cell === 'string' && test(cell)
    }
    case 'number': {
      const { atLeast = -Infinity, atMost = Infinity } = filter
      return (cell) => typeof cell === 'number' && cell >= atLeast && cell <= atMost
    }
    case 'months': {
      const { from = '', to = '9999-12' } = filter
      return (cell) => typeof cell === 'string' && cell >= from && cell <= to
    }
    case 'flag':
      return (cell) => cell === filter.is
    case 'list': {
      const wanted = new Set<string | null>(filter.values)
      return (cell) =>
        Array.isArray(cell)
          ? cell.some((each) => wanted.has(each)) || (cell.length === 0 && wanted.has(null))
          : wanted.has(typeof cell === 'string' ? cell : null)
    }
  }
}
