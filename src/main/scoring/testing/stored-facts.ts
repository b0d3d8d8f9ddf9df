import { expect } from 'vitest'
import type { Edition } from '../../rules/edition-schema'
import { editions } from '../../rules/registry'
import type { AssociationTest } from '../eligibility'
import { prepare, type PreparedFacts } from '../engine'
import type { Facts } from '../facts'
import { prepareStored } from '../prepare-stored'
import type { StoredPartner, UsageColumn } from '../stored-usage'

const nothing = new Float64Array()

/** Facts as a store hands them over, each entry a column and a kind of its own. */
export function storedPartner({ tenants, azure, m365, certifications }: Facts): StoredPartner {
  return {
    tenantCount: tenants.length,
    tenants: () => tenants,
    azure: {
      months: azure.months,
      kinds: azure,
      columns: (wanted) => columnsOf(azure, azure.microUsd, nothing, wanted),
    },
    m365: {
      months: m365.months,
      kinds: m365,
      columns: (wanted) => columnsOf(m365, m365.paidSeats, m365.activeSeats, wanted),
    },
    certifications,
  }
}

function* columnsOf(
  { tenant, month }: { readonly tenant: Uint32Array; readonly month: Uint32Array },
  first: Float64Array,
  second: Float64Array,
  wanted: (kind: number) => boolean,
): Generator<UsageColumn> {
  for (let entry = 0; entry < tenant.length; entry++) {
    if (!wanted(entry)) continue
    const only = [entry, entry + 1] as const
    yield {
      month: month[entry] as number,
      kind: entry,
      tenants: tenant.subarray(...only),
      first: first.subarray(...only),
      second: second.subarray(...only),
    }
  }
}

/** Expects a stored partner to give the engine what facts do, under every edition or those given. */
export function expectPreparedLike(
  partner: StoredPartner,
  facts: Facts,
  associations: AssociationTest = 'counting',
  among: readonly Edition[] = editions(),
): void {
  const expected = among.map((edition) => evidence(prepare(facts, edition, associations)))
  expect(prepareStored(partner, among, associations).map(evidence)).toEqual(expected)
}

/** All that scores and explanations are made from; the measure only looks at the usage. */
function evidence({ edition, tenants, usage, certifications, nameWarnings }: PreparedFacts) {
  return { edition: edition.id, tenants, usage, certifications, nameWarnings }
}

/** Micro-dollars of all customers and months that count under the rules of December 2023. */
export function countedMicroUsd(partner: StoredPartner): number {
  const december = editions().filter(({ id }) => id === 'security-2023-12')
  const matrix = prepareStored(partner, december)[0]?.usage.azure
  if (!matrix) throw new Error('There is no edition of December 2023.')
  return matrix.sums.slice(-matrix.tenants).reduce((sum, each) => sum + each, 0)
}
