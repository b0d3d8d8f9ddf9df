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

const widths: Readonly<Record<BrowseColumn['kind'], string>> = {
  text: 'minmax(13rem, 3fr)',
  usd: 'minmax(9.5rem, 1fr)',
  count: 'minmax(6.5rem, 0.6fr)',
  days: 'minmax(6.5rem, 0.6fr)',
  month: 'minmax(6.5rem, 0.6fr)',
  date: 'minmax(9.5rem, 1fr)',
  flag: 'minmax(7.5rem, 0.6fr)',
  list: 'minmax(11rem, 2fr)',
  names: 'minmax(14rem, 3fr)',
}

/** How wide a column is, at least as its heading with the sign of its order and its filter. */
export function widthOf({ kind, title }: BrowseColumn): string {
  const least = Math.ceil(title.length * 0.5 + 3.5)
  const [, given = '0', share = '1fr'] = /minmax\(([\d.]+)rem, (.*)\)/.exec(widths[kind]) ?? []
  return `minmax(${String(Math.max(Number(given), least))}rem, ${share})`
}

export function isNumber({ kind }: BrowseColumn): boolean {
  return kind === 'usd' || kind === 'count' || kind === 'days'
}

/** Cells that name a client or a person, or tell their numbers. */
export function isPrivate({ id, kind }: BrowseColumn): boolean {
  return ['customer', 'tenant', 'person', 'identity', 'file'].includes(id) || kind === 'usd'
}
