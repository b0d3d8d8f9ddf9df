import type { StreamDetail, TenantStanding } from '../../shared/score'

/** What a customer is to a count: new in it, gone from it, in it both times, or in it never. */
export type CustomerStanding = 'gained' | 'lost' | 'kept' | 'outside'

export function customerStanding({ countsNow, countedBefore }: TenantStanding): CustomerStanding {
  if (countsNow) return countedBefore ? 'kept' : 'gained'
  return countedBefore ? 'lost' : 'outside'
}

/** The customers of one stream as a page has room for them. */
export interface CustomerList {
  readonly rows: readonly TenantStanding[]
  /** How many more the data holds. */
  readonly more: number
}

const order: readonly CustomerStanding[] = ['gained', 'lost', 'kept', 'outside']

/** Those who moved the count first, because they are what a reader asks for; then by size. */
function byStanding(a: TenantStanding, b: TenantStanding): number {
  const rank = order.indexOf(customerStanding(a)) - order.indexOf(customerStanding(b))
  return rank === 0 ? Math.max(b.current, b.previous) - Math.max(a.current, a.previous) : rank
}

/** Largest change first, up or down. */
function byChange(a: TenantStanding, b: TenantStanding): number {
  return Math.abs(b.current - b.previous) - Math.abs(a.current - a.previous)
}

/** A stream that counts customers lists who moved its count; one that adds amounts, the largest changes. */
export function customerList(stream: StreamDetail, limit: number): CustomerList {
  const sorted = stream.standings.toSorted(countsCustomers(stream) ? byStanding : byChange)
  const rows = sorted.slice(0, limit)
  return { rows, more: stream.standingsTotal - rows.length }
}

export function countsCustomers({ unit }: StreamDetail): boolean {
  return unit === 'customer' || unit === 'deployment'
}

/** What `current` and `previous` of a customer are measured in. */
export function customerUnit({ id, unit }: StreamDetail): 'usd' | 'seats' | 'users' {
  if (id === 'azure') return 'usd'
  return unit === 'user' ? 'users' : 'seats'
}

/** The customer that cost a growth stream most, when it cost at least a point; told only where all are known. */
export function largestDrop(
  streams: readonly StreamDetail[],
):
  | { readonly stream: StreamDetail; readonly customer: TenantStanding; readonly points: number }
  | undefined {
  const drops = streams
    .filter(
      (stream) => !countsCustomers(stream) && stream.standings.length === stream.standingsTotal,
    )
    .flatMap((stream) =>
      stream.standings.map((customer) => ({
        stream,
        customer,
        points: (customer.previous - customer.current) / stream.rate.per,
      })),
    )
  const largest = drops.toSorted((a, b) => b.points - a.points)[0]
  return largest && largest.points >= 1 ? largest : undefined
}

/** From here on a customer is worth a call: it has at least half of what it takes to count. */
const NEAR = 0.5

/**
 * Customers that do not count yet and have come nearest to it. The data lists those that do not count
 * by size, so where any of them is in the list, the nearest are.
 */
export function nearCustomers(stream: StreamDetail, limit: number): TenantStanding[] {
  const { threshold } = stream
  if (threshold === null || threshold <= 0) return []
  const end = stream.bounds?.atMost ?? Infinity
  return stream.standings
    .filter(({ countsNow, current }) => !countsNow && current <= end)
    .map((customer) => ({ customer, reached: reachedShare(customer, threshold, stream) }))
    .filter(({ reached }) => reached >= NEAR)
    .toSorted((a, b) => b.reached - a.reached)
    .slice(0, limit)
    .map(({ customer }) => customer)
}

/** How much of what is needed a customer has; of seats and active seats, the one that has less. */
function reachedShare(
  { current, currentActive }: TenantStanding,
  threshold: number,
  { activeShare }: StreamDetail,
): number {
  const amount = current / threshold
  if (activeShare === null || currentActive === undefined || current <= 0) return amount
  return Math.min(amount, currentActive / activeNeeded(current, activeShare))
}

/** Active seats that a customer with so many paid ones needs; whole seats only. */
export function activeNeeded(paid: number, activeShare: number): number {
  return Math.ceil(Math.round(paid * activeShare * 1e6) / 1e6)
}
