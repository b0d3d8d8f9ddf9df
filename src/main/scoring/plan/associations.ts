import type { StreamId } from '../../../shared/score'
import type { PreparedFacts } from '../engine'
import type { TenantFact } from '../facts'
import type { TenantColumn } from '../tenant-column'
import type { Effect } from './effects'
import type { Lever } from './levers'
import type { PlanStream, Situation } from './situation'

/** A customer whose usage would count with the right association, and what the streams gain. */
interface Fix {
  readonly tenant: number
  readonly effect: Effect
  /** Customers and deployments gained: the part of the effect that is not an amount. */
  readonly counted: string
  readonly amount: number
}

/** Levers of the customers whose association is missing, and the customers they name. */
export interface AssociationLevers {
  readonly levers: readonly Lever[]
  /** As `stream/tenant`. */
  readonly tenants: ReadonlySet<string>
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
  const found = ids.flatMap((id) => fixesOf(situation, any, id).map((fix) => ({ id, fix })))
  const groups = Map.groupBy(found, ({ id, fix }) => `${id}/${fix.counted}`)
  return {
    levers: [...groups.values()].map((group) => {
      const fixes = group
        .map(({ fix }) => fix)
        .sort((a, b) => b.amount - a.amount || a.tenant - b.tenant)
      return leverOf(fixes, any.tenants)
    }),
    tenants: new Set(found.map(({ id, fix }) => `${id}/${String(fix.tenant)}`)),
  }
}

function fixesOf({ streams, readings }: Situation, any: PreparedFacts, id: StreamId): Fix[] {
  const compared = streams.flatMap((stream, position) => {
    const { rule, metricRule, month, now } = stream
    if (rule.id !== id || month === null || now === null) return []
    const fixed = any.measure(metricRule, rule, month, readings, 'now')
    return [{ stream, position, now, fixed }]
  })
  return any.tenants.flatMap((_tenant, tenant) => {
    const gains = compared.map(({ stream, position, now, fixed }) => ({
      stream,
      position,
      gain: gainOf(stream, now, fixed, tenant),
    }))
    const useful = gains.filter(({ gain }) => gain > 0)
    // Some customers would outgrow a range; that is no fix.
    if (useful.length === 0 || gains.some(({ gain }) => gain < 0)) return []
    const counted = useful.filter(({ stream }) => !stream.rule.inSteps)
    const added = useful.filter(({ stream }) => stream.rule.inSteps)
    return [
      {
        tenant,
        effect: {
          streams: useful.map(({ position, gain }) => [position, gain] as const),
          steps: [],
        },
        counted: counted.map(({ position }) => position).join('+'),
        amount: added.reduce((sum, { gain }) => sum + gain, 0),
      },
    ]
  })
}

function gainOf(
  { rule }: PlanStream,
  now: TenantColumn,
  fixed: TenantColumn,
  tenant: number,
): number {
  const { amount, counts } = rule.inSteps
    ? { amount: fixed.amount, counts: now.amount }
    : { amount: fixed.counts, counts: now.counts }
  return (amount[tenant] as number) - (counts[tenant] as number)
}

function leverOf(fixes: readonly Fix[], tenants: readonly TenantFact[]): Lever {
  return {
    id: 'association',
    available: fixes.length,
    effectOf: (n) => fixes[n]?.effect ?? { streams: [], steps: [] },
    candidates: fixes.map(({ tenant }) => {
      const { id, name } = tenants[tenant] as TenantFact
      return { kind: 'customer', id, name: name ?? '', missing: {} }
    }),
    certification: null,
  }
}
