import type { StreamId } from '../../../shared/score'
import type { PreparedFacts } from '../engine'
import type { TenantFact } from '../facts'
import type { Effect } from './effects'
import { LISTED, type Lever } from './levers'
import type { Situation } from './situation'

/** Levers of the customers whose association is missing, and the customers they name. */
export interface AssociationLevers {
  readonly levers: readonly Lever[]
  /** As `stream/tenant`. */
  readonly tenants: ReadonlySet<string>
}

/** A stream with what every customer has in it, and what it would have with the right association. */
interface Compared {
  readonly position: number
  readonly isAmount: boolean
  readonly has: Float64Array | Uint8Array
  readonly would: Float64Array | Uint8Array
}

/**
 * One lever for all customers whose fix gives the same customers and deployments, those with the
 * most usage first: whoever takes some of them loses nothing by taking these. The current window
 * counts as if the association had been there; a year ago stays as reported.
 *
 * @param any the same facts with usage that counts whatever its association
 */
export function associationLevers(situation: Situation, any: PreparedFacts): AssociationLevers {
  const ids = [...new Set(situation.streams.map(({ rule }) => rule.id))]
  const named = new Set<string>()
  const levers = ids.flatMap((id) =>
    fixesOf(situation, any, id).map(({ group, lever }) => {
      for (const tenant of group) named.add(`${id}/${String(tenant)}`)
      return lever
    }),
  )
  return { levers, tenants: named }
}

function fixesOf(situation: Situation, any: PreparedFacts, id: StreamId) {
  const compared = comparedIn(situation, any, id)
  return [...groupsOf(compared)].map((group) => ({
    group,
    lever: leverOf(compared, group, any.tenants),
  }))
}

function comparedIn({ streams, readings }: Situation, any: PreparedFacts, id: StreamId) {
  return streams.flatMap(({ rule, metricRule, month, now }, position): Compared[] => {
    if (rule.id !== id || month === null || now === null) return []
    const fixed = any.measure(metricRule, rule, month, readings, 'now')
    const isAmount = rule.inSteps
    return isAmount
      ? [{ position, isAmount, has: now.amount, would: fixed.amount }]
      : [{ position, isAmount, has: now.counts, would: fixed.counts }]
  })
}

/**
 * The customers whose fix gives something, by the customers and deployments it gives. Nearly all
 * customers of a large partner gain nothing, so nothing is made of those.
 */
function groupsOf(compared: readonly Compared[]): Iterable<number[]> {
  const groups = new Map<number, number[]>()
  const customers = compared[0]?.has.length ?? 0
  for (let tenant = 0; tenant < customers; tenant++) {
    // One bit for each stream that counts one more.
    let counted = 0
    let gains = false
    let loses = false
    for (let each = 0; each < compared.length; each++) {
      const stream = compared[each] as Compared
      const gain = gainOf(stream, tenant)
      if (gain > 0) gains = true
      if (gain < 0) loses = true
      if (gain > 0 && !stream.isAmount) counted |= 1 << each
    }
    // Some customers would outgrow a range; that is no fix.
    if (!gains || loses) continue
    const group = groups.get(counted)
    if (group) group.push(tenant)
    else groups.set(counted, [tenant])
  }
  return groups.values()
}

function gainOf({ has, would }: Compared, tenant: number): number {
  return (would[tenant] as number) - (has[tenant] as number)
}

function leverOf(
  compared: readonly Compared[],
  group: readonly number[],
  facts: readonly TenantFact[],
): Lever {
  const amounts = compared.filter(({ isAmount }) => isAmount)
  const amountOf = (tenant: number) => amounts.reduce((sum, each) => sum + gainOf(each, tenant), 0)
  const sorted = [...group].sort((a, b) => amountOf(b) - amountOf(a) || a - b)
  return {
    id: 'association',
    available: sorted.length,
    effectOf: (n): Effect => {
      const tenant = sorted[n]
      if (tenant === undefined) return { streams: [], steps: [] }
      return {
        streams: compared
          .map((each) => [each.position, gainOf(each, tenant)] as const)
          .filter(([, gain]) => gain > 0),
        steps: [],
      }
    },
    candidates: sorted.slice(0, LISTED).map((tenant) => {
      const { id, name } = facts[tenant] as TenantFact
      return { kind: 'customer', id, name: name ?? '', missing: {} }
    }),
    known: sorted.length,
    certification: null,
  }
}
