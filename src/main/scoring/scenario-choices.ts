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
  // There is nothing in the row of a month that is not in the data.
  const seatsOf = (tenant: number) =>
    edition.m365.workloads.flatMap(({ name: workload }, place) => {
      const cell = (row * m365.tenants + tenant) * m365.workloads + place
      const [paid = 0, active = 0] = [m365.paid[cell], m365.active[cell]]
      return paid === 0 && active === 0 ? [] : [{ workload, paid, active }]
    })
  const found = tenants.flatMap(({ id, name }, tenant) =>
    id.includes(search) || (name?.toLowerCase().includes(search) ?? false)
      ? [{ tenantId: id, name, azureUsd: (acr[tenant] as number) / MICRO, seats: seatsOf(tenant) }]
      : [],
  )
  const paid = ({ seats }: (typeof found)[number]) =>
    seats.reduce((sum, each) => sum + each.paid, 0)
  return found.sort((a, b) => b.azureUsd - a.azureUsd || paid(b) - paid(a)).slice(0, limit)
}
