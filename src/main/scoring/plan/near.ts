import type { Candidate } from '../../../shared/plan'
import type { TenantFact } from '../facts'
import type { StreamRule } from '../stream-rules'
import { isEnoughOrNear, shortfallOf } from '../nearness'
import { isInside, rangeOf } from '../tenant-range'
import type { Holding } from './effects'
import { countedAs, LISTED, moveOf, type Lever } from './levers'
import type { PlanStream, Situation } from './situation'

/** A customer just below a threshold, and what it has to reach. */
export interface NearCustomer {
  readonly tenant: number
  readonly has: Holding
  readonly needs: Holding
}

/**
 * Customers near a threshold, closest first, as levers of their own: they are cheaper than
 * strangers, and they have names. A customer is named in one lever of a stream only, so that no plan
 * counts on it twice. `taken` are those that a lever of associations names already.
 */
export function nearLevers(
  situation: Situation,
  tenants: readonly TenantFact[],
  taken: ReadonlySet<string>,
): Lever[] {
  const named = new Set(taken)
  return situation.streams
    .filter(({ rule, now }) => !rule.inSteps && now !== null)
    .map((stream): Lever => {
      const { id } = stream.rule
      const near = nearCustomers(stream).filter(({ tenant }) => {
        const key = `${id}/${String(tenant)}`
        return !named.has(key) && named.add(key)
      })
      const effects = near.map(({ tenant, has, needs }) =>
        moveOf(situation, id, has, needs, ({ now }) => now?.counts[tenant] === 1),
      )
      return {
        id: `near-${id}-${countedAs(stream)}`,
        available: near.length,
        effectOf: (n) => effects[n] ?? { streams: [], steps: [] },
        candidates: near.slice(0, LISTED).map((each) => candidateOf(stream.rule, tenants, each)),
        known: near.length,
        certification: null,
      }
    })
}

/** The customers of a stream that do not count and are near its bounds, closest first. */
export function nearCustomers({ rule, now }: PlanStream): NearCustomer[] {
  const range = rule.bounds && rangeOf(rule.bounds, rule.rawPerAmount)
  if (now === null || range === null) return []
  const near: NearCustomer[] = []
  for (let tenant = 0; tenant < now.amount.length; tenant++) {
    const amount = now.amount[tenant] as number
    if (now.counts[tenant] === 1 || amount <= 0 || amount > range.highest) continue
    if (!isEnoughOrNear(rule, range, amount)) continue
    const has = { amount, active: now.active?.[tenant] ?? 0 }
    const missing = shortfallOf(rule, range, has)
    const needs = { amount: amount + missing.amount, active: has.active + missing.active }
    if (missing.isNear && isInside(range, needs.amount, false)) near.push({ tenant, has, needs })
  }
  return near.sort((a, b) => distance(a) - distance(b) || a.tenant - b.tenant)
}

/** The larger of the two shares that are missing. */
function distance({ has, needs }: NearCustomer): number {
  const missing = (part: number, whole: number) => (whole === 0 ? 0 : 1 - part / whole)
  return Math.max(missing(has.amount, needs.amount), missing(has.active, needs.active))
}

function candidateOf(
  { id, rawPerAmount }: StreamRule,
  tenants: readonly TenantFact[],
  { tenant, has, needs }: NearCustomer,
): Candidate {
  const { id: tenantId, name } = tenants[tenant] as TenantFact
  const amount = needs.amount - has.amount
  const active = needs.active - has.active
  const missing =
    id === 'azure'
      ? { usd: amount / rawPerAmount }
      : {
          ...(amount > 0 ? { paidSeats: amount } : {}),
          ...(active > 0 ? { activeSeats: active } : {}),
        }
  return { kind: 'customer', id: tenantId, name: name ?? '', missing }
}
