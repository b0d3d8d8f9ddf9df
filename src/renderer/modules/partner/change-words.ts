import type { ChangeCause, Changes } from '../../../shared/changes'
import { formatDate } from '../../format/dates'
import {
  formatCount,
  formatShare,
  formatUsd,
  formatUsdCents,
  formatWholePoints,
} from '../../format/numbers'
import { stepWords } from '../../format/step-words'

/** The window's texts: a key, its values, and a number that chooses between singular and plural. */
export type Texts = (key: string, values: Record<string, unknown>, plural?: number) => string

/** The sentence that says what a cause is. */
export function changeWords(
  cause: ChangeCause,
  { from, to }: Pick<Changes, 'from' | 'to'>,
  t: Texts,
): string {
  const { kind, effect, count } = cause
  const more = effect > 0 === (kind === 'floor') ? 'more' : 'less'
  switch (kind) {
    case 'customer-gained':
    case 'customer-lost':
    case 'usage-grew':
    case 'usage-shrank':
      return t(`changes.${kind}.${cause.window ?? 'current'}`, tenantValues(cause, t))
    case 'person-gained':
    case 'person-lost':
      return t(`changes.person.${cause.reason ?? 'completed'}`, personValues(cause, t))
    case 'gate-met':
    case 'gate-lost':
      return t(`changes.${kind}`, {
        step: stepName(cause, t),
        people: formatCount(cause.after),
        required: formatCount(cause.threshold),
      })
    case 'data':
      return t(cause.window === null ? 'changes.data.whole' : 'changes.data.window', {
        date: formatDate(cause.before === null ? from.asOf : to.asOf),
      })
    case 'baseline':
      return t('changes.baseline', { amount: formatCount(cause.threshold) })
    case 'steps':
      return t('changes.steps', {})
    case 'floor':
    case 'cap':
      return t(`changes.${kind}.${more}`, { max: formatWholePoints(cause.threshold ?? 0) })
    case 'rules':
      return t('changes.rules', { edition: to.edition, earlier: from.edition })
    case 'other':
      return t('changes.other', { count: formatCount(count) }, count)
  }
}

function tenantValues(cause: ChangeCause, t: Texts): Record<string, unknown> {
  return {
    name: nameOf(cause),
    bound: bound(cause, t),
    before: amount(cause, cause.before, t),
    after: amount(cause, cause.after, t),
  }
}

function personValues(cause: ChangeCause, t: Texts): Record<string, unknown> {
  return {
    name: nameOf(cause),
    certification: cause.certification,
    step: stepName(cause, t),
    date: cause.date === null ? '' : formatDate(cause.date),
  }
}

function nameOf({ subject }: ChangeCause): string {
  return subject?.name ?? subject?.id ?? ''
}

function stepName({ step }: ChangeCause, t: Texts): string {
  return step === null ? '' : stepWords(step, t)
}

function bound({ unit, threshold, activeShare }: ChangeCause, t: Texts): string {
  if (unit === 'usd') return formatUsd(threshold)
  const seats = formatCount(threshold)
  return activeShare === null
    ? t('changes.seats', { seats })
    : t('changes.activeSeats', { seats, share: formatShare(activeShare) })
}

/** Cents where a whole dollar would hide them. */
function amount({ unit }: ChangeCause, value: number | null, t: Texts): string {
  if (unit !== 'usd') return t('changes.users', { count: formatCount(value) })
  return Number.isInteger(value) ? formatUsd(value) : formatUsdCents(value)
}
