import type { StreamDetail, TenantStanding } from '../../shared/score'
import { activeNeeded, customerStanding, customerUnit, type CustomerStanding } from './customers'
import type { ReportLanguage } from './language'

/** A customer as a line of a table. */
export interface CustomerRow {
  readonly tenantId: string
  readonly name: string
  /** The tenant's id where there is no name to know it by. */
  readonly id: string | null
  readonly standing: CustomerStanding
  readonly before: string
  readonly now: string
  readonly change: string
}

export function customerRow(
  customer: TenantStanding,
  stream: StreamDetail,
  language: ReportLanguage,
): CustomerRow {
  const { tenantId, name, current, previous, currentActive, previousActive } = customer
  const dollars = customerUnit(stream) === 'usd'
  return {
    tenantId,
    name: name ?? language.text.metric.unnamed,
    id: name === null ? tenantId : null,
    standing: customerStanding(customer),
    before: withActive(amountOf(previous, stream, language), previousActive, language),
    now: withActive(amountOf(current, stream, language), currentActive, language),
    change: dollars
      ? language.signedUsd(current - previous)
      : language.signedCount(current - previous),
  }
}

/** A customer that is near to counting, with what it has of what it needs. */
export function nearText(
  customer: TenantStanding,
  stream: StreamDetail,
  language: ReportLanguage,
): string {
  const { text, count, usd } = language
  const { threshold, activeShare } = stream
  const { current, currentActive } = customer
  const name = customer.name ?? text.metric.unnamed
  if (activeShare !== null && currentActive !== undefined && current >= (threshold ?? 0)) {
    const needed = count(activeNeeded(current, activeShare))
    return text.metric.nearActive(name, count(current), count(currentActive), needed)
  }
  const needs = customerUnit(stream) === 'usd' ? usd(threshold) : count(threshold)
  return text.metric.nearWith(name, amountOf(current, stream, language), needs)
}

/** Cents where a whole dollar would hide them: $99.60 must not be shown as the $100 it does not reach. */
function amountOf(value: number, stream: StreamDetail, language: ReportLanguage): string {
  if (customerUnit(stream) !== 'usd') return language.count(value)
  return Number.isInteger(value) ? language.usd(value) : language.usdCents(value)
}

function withActive(amount: string, active: number | undefined, { text, count }: ReportLanguage) {
  return active === undefined ? amount : text.metric.amountActive(amount, count(active))
}
