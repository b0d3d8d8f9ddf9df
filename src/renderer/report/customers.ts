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
