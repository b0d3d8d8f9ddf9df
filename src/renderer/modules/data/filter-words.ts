import type { BrowseFacets, BrowseFilter } from '../../../shared/browse'
import type { BrowseColumn } from '../../../shared/browse-columns'
import { formatMonthShort } from '../../format/dates'
import { shownLocale } from '../../format/locale'

type Texts = (key: string, values?: Record<string, unknown>) => string

/** Names of a list that a chip still says; of more it says how many. */
const NAMES_SAID = 2

/** A condition in a few words: "ACR (USD) at least 500". */
export function filterWords(
  { title }: BrowseColumn,
  filter: BrowseFilter,
  facets: BrowseFacets | null,
  t: Texts,
): string {
  return t('data.chip.all', { column: title, condition: conditionOf(filter, facets, t) })
}

function conditionOf(filter: BrowseFilter, facets: BrowseFacets | null, t: Texts): string {
  switch (filter.kind) {
    case 'text':
      return t(`data.chip.${filter.match}`, { text: filter.text })
    case 'number':
      return boundsOf(
        filter.atLeast?.toLocaleString(shownLocale.value),
        filter.atMost?.toLocaleString(shownLocale.value),
        t,
      )
    case 'months':
      return boundsOf(
        filter.from && formatMonthShort(filter.from),
        filter.to && formatMonthShort(filter.to),
        t,
      )
    case 'flag':
      return t(filter.is ? 'data.yes' : 'data.no')
    case 'list': {
      if (filter.values.length > NAMES_SAID)
        return t('data.chip.several', { count: filter.values.length })
      const known = facets?.[filter.column] ?? []
      const named = filter.values.map(
        (value) =>
          (known.find((each) => each.value === value)?.label ?? value ?? '') || t('data.none'),
      )
      return named.join(', ')
    }
  }
}

function boundsOf(from: string | undefined, to: string | undefined, t: Texts): string {
  if (from !== undefined && to !== undefined) return t('data.chip.between', { from, to })
  return from === undefined ? t('data.chip.atMost', { to }) : t('data.chip.atLeast', { from })
}
