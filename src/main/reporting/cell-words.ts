import type { BrowseCell } from '../../shared/browse'

/** A cell that is no number, as a reader of a file finds it; what is not there is empty, never 0. */
export function cellWords(cell: BrowseCell): string {
  if (cell === null) return ''
  if (Array.isArray(cell)) return cell.join('; ')
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return String(cell)
}
