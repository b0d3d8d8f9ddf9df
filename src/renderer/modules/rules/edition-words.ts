import type { EditionSummary } from '../../../shared/editions'
import { formatDate } from '../../format/dates'

/** The window's texts: a key and its values. */
type Texts = (key: string, values: Record<string, unknown>) => string

/** "1 Dec 2023 to 30 Jun 2024", "from 1 Jul 2026 on". */
export function validityWords({ validFrom, validTo }: EditionSummary, t: Texts): string {
  const from = formatDate(validFrom)
  return validTo === null
    ? t('rules.validFrom', { from })
    : t('rules.validFromTo', { from, to: formatDate(validTo) })
}

/** "security", or "security, smb track". */
export function designationWords({ designation, track }: EditionSummary, t: Texts): string {
  return track === null ? designation : t('rules.track', { designation, track })
}
