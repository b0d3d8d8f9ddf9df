import type { BrowseFilter } from '../../../shared/browse'
import type { BrowseColumn } from '../../../shared/browse-columns'
import { parseMonth } from '../../../shared/calendar'

/** What was typed as a condition on text; null: nothing was. */
export function textFilter(
  column: string,
  match: 'contains' | 'equals',
  text: string,
): BrowseFilter | null {
  return text.trim() === '' ? null : { kind: 'text', column, match, text: text.trim() }
}

/** What was typed as bounds; null: neither is there; undefined: one is no number or month. */
export function boundsFilter(
  { id, kind }: BrowseColumn,
  from: string,
  to: string,
): BrowseFilter | null | undefined {
  const [least, most] = [from.trim(), to.trim()]
  if (least === '' && most === '') return null
  if (kind === 'month') {
    if ([least, most].some((each) => each !== '' && parseMonth(each) === undefined))
      return undefined
    return {
      ...{ kind: 'months', column: id },
      ...(least === '' ? {} : { from: least }),
      ...(most === '' ? {} : { to: most }),
    }
  }
  const [atLeast, atMost] = [numberOf(least), numberOf(most)]
  if (Number.isNaN(atLeast) || Number.isNaN(atMost)) return undefined
  return {
    ...{ kind: 'number', column: id },
    ...(atLeast === null ? {} : { atLeast }),
    ...(atMost === null ? {} : { atMost }),
  }
}

/** "1,250.50" as typed; thousands may be parted by commas. */
function numberOf(text: string): number | null {
  if (text === '') return null
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)
    ? Number(text.replaceAll(',', ''))
    : NaN
}
