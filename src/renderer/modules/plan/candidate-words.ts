import { useI18n } from 'vue-i18n'
import type { Candidate } from '../../../shared/plan'
import { formatDate } from '../../format/dates'
import { formatCount, formatUsdCents } from '../../format/numbers'

/** What a candidate of a step is called, and what it lacks or until when it holds. */
export function useCandidateWords() {
  const { t } = useI18n()

  const seats = (key: 'plan.paidSeats' | 'plan.activeSeats', number: number | undefined) =>
    number === undefined ? '' : t(key, { seats: formatCount(number) }, number)

  function remark({ missing, certification, expires }: Candidate): string {
    const lacks = [
      missing.usd === undefined ? '' : formatUsdCents(missing.usd),
      seats('plan.paidSeats', missing.paidSeats),
      seats('plan.activeSeats', missing.activeSeats),
    ].filter((each) => each !== '')
    if (lacks.length > 0) return t('plan.lacks', { what: lacks.join(', ') })
    if (certification === undefined) return ''
    if (expires === undefined) return certification
    return t('plan.until', { certification, date: formatDate(expires) })
  }

  const nameOf = ({ id, name }: Candidate) => (name === '' ? id : name)
  return { nameOf, remark }
}
