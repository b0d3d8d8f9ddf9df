import type { Month } from '../../shared/calendar'
import { SeventyError } from '../../shared/errors'
import { noOverrides } from '../../shared/no-overrides'
import type { CustomerOverride, Overrides } from '../../shared/scenarios'
import { foldName, nameTable } from '../rules/names'
import type { Edition } from '../rules/edition-schema'
import { acrMagnitude, requireExactSums } from './acr-matrix'
import { withCertificationOverrides } from './certification-overrides'
import type { PreparedFacts } from './engine'
import type { TenantFact } from './facts'
import { overlaidUsage, type UsageEdits } from './usage-overlay'
import type { AcrEdit, SeatEdit } from './usage-overrides'

/**
 * The facts with a scenario on top (docs/scoring.md "Scenarios"), as if the files had said so. What
 * changes are the windows that a score with the given usage month calls current: in each stream the
 * newest month of the data up to it, on Azure with the eleven before. The result answers as
 * {@link prepare} over edited facts would, but nothing is copied: only the customers concerned are
 * measured again, and taken out of and put into the totals of the columns that are known.
 *
 * Throws `scenario-customer-unknown`, `scenario-customer-twice`, `scenario-workload-unknown`,
 * `scenario-certification-unknown`, and `number-out-of-range` for what cannot be computed exactly.
 */
export function withOverrides(
  prepared: PreparedFacts,
  overrides: Overrides,
  usageMonth: Month,
): PreparedFacts {
  const { edition, certifications } = prepared
  const changed = withCertificationOverrides(certifications, overrides.certifications, edition)
  const result = { ...prepared, certifications: changed }
  const { azurePercent, m365Percent } = overrides.usage
  const { usage } = noOverrides
  const untouched = azurePercent === usage.azurePercent && m365Percent === usage.m365Percent
  if (untouched && overrides.customers.length === 0) return result
  const { added, places } = placesOf(prepared.tenants, overrides.customers)
  const edits = editsOf(overrides, places, edition)
  requireExact(prepared, edits)
  const tenants = prepared.tenants.length + added.length
  return withTenants({ ...result, ...overlaidUsage(prepared, tenants, usageMonth, edits) }, added)
}

/** A score does not ask who the tenants are, so their list is only copied for who does. */
function withTenants(prepared: PreparedFacts, added: readonly TenantFact[]): PreparedFacts {
  if (added.length === 0) return prepared
  const known = prepared.tenants
  let all: readonly TenantFact[] | undefined
  return {
    ...prepared,
    get tenants() {
      return (all ??= [...known, ...added])
    },
  }
}

/** Positions by tenant id; made once for the tenants of a partner. */
const indexes = new WeakMap<readonly TenantFact[], ReadonlyMap<string, number>>()

function indexOf(tenants: readonly TenantFact[]): ReadonlyMap<string, number> {
  const known = indexes.get(tenants)
  if (known) return known
  const made = new Map(tenants.map(({ id }, index) => [id, index] as const))
  indexes.set(tenants, made)
  return made
}

/** The tenants that are new, and each override's position among all, where new ones come last. */
function placesOf(
  known: readonly TenantFact[],
  customers: readonly CustomerOverride[],
): { readonly added: readonly TenantFact[]; readonly places: readonly number[] } {
  const index = indexOf(known)
  const added: TenantFact[] = []
  const places = customers.map(({ tenantId, newName }, position) => {
    if (customers.findIndex((each) => each.tenantId === tenantId) < position)
      throw customerTwice(tenantId)
    const place = index.get(tenantId)
    if (place !== undefined) return place
    if (newName === null) throw customerUnknown(tenantId)
    return known.length + added.push({ id: tenantId, name: newName }) - 1
  })
  return { added, places }
}

function editsOf(
  { usage, customers }: Overrides,
  places: readonly number[],
  edition: Edition,
): UsageEdits {
  const at = customers.map((override, index) => ({ override, tenant: places[index] as number }))
  const workloads = nameTable(edition.m365.workloads)
  return {
    ...usage,
    azure: at.flatMap(({ override, tenant }) => acrEdits(override, tenant)),
    m365: at.flatMap(({ override, tenant }) => seatEdits(override, tenant, workloads, edition)),
  }
}

const MICRO = 1_000_000

/** Rounded to the micro-dollar before it is taken twelve times, so that twelve months are equal. */
function acrEdits({ azure, removed }: CustomerOverride, tenant: number): AcrEdit[] {
  if (removed) return [{ tenant, yearMicroUsd: 0 }]
  if (azure === null) return []
  return [
    { tenant, yearMicroUsd: Math.round(azure.usd * MICRO) * (azure.per === 'month' ? 12 : 1) },
  ]
}

function seatEdits(
  { seats, removed }: CustomerOverride,
  tenant: number,
  workloads: ReadonlyMap<string, number>,
  edition: Edition,
): SeatEdit[] {
  if (removed) {
    const none = edition.m365.workloads.map((_each, workload) => ({ workload, paid: 0, active: 0 }))
    return [{ tenant, seats: none }]
  }
  if (seats.length === 0) return []
  const known = seats.map(({ workload: name, paid, active }) => {
    const workload = workloads.get(foldName(name))
    if (workload === undefined) throw workloadUnknown(name, edition)
    return { workload, paid, active }
  })
  return [{ tenant, seats: known }]
}

/** No sum that is made of the amounts can be larger than all of them together. */
function requireExact({ usage }: PreparedFacts, { azurePercent, azure }: UsageEdits): void {
  const factor = Math.max(1, azurePercent / 100)
  const given = azure.reduce((sum, { yearMicroUsd }) => sum + yearMicroUsd, 0)
  requireExactSums(acrMagnitude(usage.azure) * factor + usage.azure.tenants + given)
}

function customerUnknown(tenantId: string): SeventyError {
  return new SeventyError(
    'scenario-customer-unknown',
    `The scenario changes customer ${tenantId}, which is not in the data any more. Remove it from the scenario, or give it a name to add it as a new customer.`,
    { tenantId },
  )
}

function customerTwice(tenantId: string): SeventyError {
  return new SeventyError(
    'scenario-customer-twice',
    `The scenario changes customer ${tenantId} twice. Keep one of the two changes.`,
    { tenantId },
  )
}

function workloadUnknown(workload: string, { id, m365 }: Edition): SeventyError {
  const known = m365.workloads.map(({ name }) => name)
  return new SeventyError(
    'scenario-workload-unknown',
    `Edition ${id} has no workload "${workload}". Known: ${known.join(', ')}.`,
    { workload, known },
  )
}
