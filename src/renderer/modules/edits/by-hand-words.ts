import type { useI18n } from 'vue-i18n'
import type { ByHand, RowValues } from '../../../shared/edits'
import { formatDate } from '../../format/dates'
import { formatCount, formatUsdCents } from '../../format/numbers'

type Translate = ReturnType<typeof useI18n>['t']

/** "Changed by hand: was $1,200.00", "Left out by hand: was 40 paid, 10 active", "Entered by hand". */
export function byHandWords({ kind, at, was }: ByHand, t: Translate): string {
  if (was === null) return t('edits.mark.entered', { date: formatDate(at.slice(0, 10)) })
  return t(`edits.mark.${kind}`, { was: wordsOf(was, t) })
}

function wordsOf(was: RowValues, t: Translate): string {
  if (was.dataset === 'azure-usage') return formatUsdCents(was.usd)
  if (was.dataset === 'm365-usage') {
    const seats = { paid: formatCount(was.paid), active: formatCount(was.active) }
    return t('edits.mark.seats', seats)
  }
  const from = formatDate(was.completed)
  return was.expires === null
    ? t('edits.mark.forever', { title: was.title, from })
    : t('edits.mark.valid', { title: was.title, from, to: formatDate(was.expires) })
}
