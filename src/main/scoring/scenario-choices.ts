import { formatDay, type Month } from '../../shared/calendar'
import type { ScenarioChoices } from '../../shared/scenarios'
import { acrBetween } from './acr-matrix'
import { TRAILING_MONTHS } from './customers'
import type { PreparedFacts } from './engine'
import { anchorOf } from './usage-overrides'

const MICRO = 1_000_000

/**
 * What a scenario can begin from: customers with the usage that it would change, those with the most
 * first, people with what they hold, and the names that the edition knows.
 */
export function scenarioChoices(
  prepared: PreparedFacts,
  usageMonth: Month,
  { search, limit }: { readonly search: string; readonly limit: number },
): ScenarioChoices {
  const { edition, certifications } = prepared
  return {
    customers: customers(prepared, usageMonth, search.trim().toLowerCase(), limit),
    people: certifications.people.map(({ person, held }) => ({
      person,
      name: held.find(({ fact }) => fact.personName !== '')?.fact.personName ?? person,
      certifications: held.map(({ certification: { id }, fact: { completed, expires } }) => ({
        id,
        completed: formatDay(completed),
        expires: expires === null ? null : formatDay(expires),
      })),
    })),
    workloads: edition.m365.workloads.map(({ name }) => name),
    certifications: edition.certifications.map(({ id, name }) => ({ id, name })),
  }
}

function customers(
  { tenants, usage, edition }: PreparedFacts,
  usageMonth: Month,
  search: string,
  limit: number,
): ScenarioChoices['customers'] {
  const { azure, m365 } = usage
  const month = anchorOf(azure.months, usageMonth) ?? usageMonth
  const acr = acrBetween(azure, month - TRAILING_MONTHS + 1, month)
  const row = m365.months.rowOf(anchorOf(m365.months, usageMonth) ?? usageMonth)
  const cellOf = (tenant: number) => (row * m365.tenants + tenant) * m365.workloads
  const seatsOf = (tenant: number) =>
    row < 0
      ? 0
      : m365.paid
          .subarray(cellOf(tenant), cellOf(tenant) + m365.workloads)
          .reduce((sum, paid) => sum + paid, 0)
  const found = tenants.flatMap(({ id, name }, tenant) =>
    id.includes(search) || (name?.toLowerCase().includes(search) ?? false)
      ? [{ id, name, tenant, amount: acr[tenant] as number, seats: seatsOf(tenant) }]
      : [],
  )
  const largestFirst = found.sort((a, b) => b.amount - a.amount || b.seats - a.seats)
  return largestFirst.slice(0, limit).map(({ id, name, tenant, amount }) => ({
    tenantId: id,
    name,
    azureUsd: amount / MICRO,
    seats: edition.m365.workloads.flatMap(({ name: workload }, place) => {
      const cell = cellOf(tenant) + place
      const [paid = 0, active = 0] = row < 0 ? [] : [m365.paid[cell], m365.active[cell]]
      return paid === 0 && active === 0 ? [] : [{ workload, paid, active }]
    }),
  }))
}
