import type { BrowseCell } from '../../../shared/browse'
import type { BrowseColumn } from '../../../shared/browse-columns'
import { formatDate, formatMonthShort } from '../../format/dates'
import { formatCount, formatUsdCents } from '../../format/numbers'

/** A cell in words; what is not there is a dash, never 0. */
export function cellText({ kind }: BrowseColumn, cell: BrowseCell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '–'
  if (Array.isArray(cell)) return cell.length === 0 ? '–' : cell.join(' · ')
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  if (typeof cell === 'number') return kind === 'usd' ? formatUsdCents(cell) : formatCount(cell)
  if (kind === 'month') return formatMonthShort(cell)
  return kind === 'date' ? formatDate(cell) : cell
}

/** Least width in rem, and the share of what is left. */
const widths: Readonly<Record<BrowseColumn['kind'], readonly [least: number, grow: number]>> = {
  ...{ text: [13, 3], usd: [8, 1], count: [5.5, 0.5], days: [5.5, 0.5], month: [6.5, 0.5] },
  ...{ date: [9.5, 0.8], flag: [5.5, 0.5], list: [10, 2], names: [14, 3] },
}

/** How wide a column is, at least as its heading with the signs of its order and its filter. */
export function widthOf({ kind, title }: BrowseColumn): { width: number; grow: number } {
  const [least, grow] = widths[kind]
  return { width: Math.max(least, Math.ceil(title.length * 0.42 + 3)), grow }
}

export function isNumber({ kind }: BrowseColumn): boolean {
  return kind === 'usd' || kind === 'count' || kind === 'days'
}

/** Cells that name a client or a person, or tell their numbers. */
export function isPrivate({ id, kind }: BrowseColumn): boolean {
  return ['customer', 'tenant', 'person', 'identity', 'file'].includes(id) || kind === 'usd'
}
