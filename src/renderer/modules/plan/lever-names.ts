import { useI18n } from 'vue-i18n'
import type { LeverId, Plan } from '../../../shared/plan'
import { formatCount, formatUsd } from '../../format/numbers'

/** What a lever is called; a step of growth says how large it is. */
export function useLeverNames(plan: () => Pick<Plan, 'levers'>): (id: LeverId) => string {
  const { t } = useI18n()
  return (id) => {
    const { amount = 0, of } = plan().levers.find((lever) => lever.id === id)?.unit ?? {}
    return t(`plan.lever.${id}`, {
      amount: of === 'usd' ? formatUsd(amount) : formatCount(amount),
    })
  }
}

/** Days of effort in words. */
export function useDays(): (days: number) => string {
  const { t } = useI18n()
  // Half a day takes the plural; only exactly one day is one.
  return (days) => t('plan.days', { days }, days === 0 ? 0 : days === 1 ? 1 : 2)
}
