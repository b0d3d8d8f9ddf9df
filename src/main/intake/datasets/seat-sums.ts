import type { RowSink } from '../../services/intake-ports'
import type { UsageNames } from './cells'
import { emptySeatBatch, SEAT_BATCH_ROWS } from './seat-batch'

/** Everything beside the tenant that tells seats apart, by the numbers of the file's own names. */
export interface SeatGroup {
  readonly month: number
  readonly workload: number
  readonly association: number
  readonly location: number
  readonly duplicate: number
}

/** More tenants than a file of the largest size can name. */
const TENANTS = 2 ** 28

/**
 * Adds the seats of several subscriptions of a tenant up, since they are different seats. A sum keeps
 * the line of its first row. What it holds grows with tenants and months, not with rows.
 */
export class SeatSums {
  private readonly groups = new Map<string, number>()
  private readonly rows = new Map<number, number>()
  private readonly groupOf: SeatGroup[] = []
  private readonly keys: number[] = []
  private readonly lines: number[] = []
  private readonly paid: number[] = []
  private readonly active: number[] = []

  constructor(
    private readonly sink: RowSink,
    private readonly names: UsageNames,
  ) {}

  add(group: SeatGroup, tenant: number, line: number, paid: number, active: number): void {
    const key = this.numberOf(group) * TENANTS + tenant
    const row = this.rows.get(key)
    if (row === undefined) {
      this.rows.set(key, this.keys.push(key) - 1)
      this.lines.push(line)
      this.paid.push(paid)
      this.active.push(active)
    } else {
      this.paid[row] = (this.paid[row] ?? 0) + paid
      this.active[row] = (this.active[row] ?? 0) + active
    }
  }

  /** Hands every sum over, in the order of the first rows. */
  handOver(): void {
    const batch = emptySeatBatch()
    const flush = () => {
      if (batch.count > 0) this.sink.seats(batch, this.names.dictionaries)
      batch.count = 0
    }
    this.keys.forEach((key, row) => {
      const group = this.groupOf[Math.floor(key / TENANTS)] as SeatGroup
      const at = batch.count++
      batch.line[at] = this.lines[row] as number
      batch.month[at] = group.month
      batch.tenant[at] = key % TENANTS
      batch.workload[at] = group.workload
      batch.association[at] = group.association
      batch.location[at] = group.location
      batch.duplicate[at] = group.duplicate
      batch.paidSeats[at] = this.paid[row] as number
      batch.activeSeats[at] = this.active[row] as number
      if (batch.count === SEAT_BATCH_ROWS) flush()
    })
    flush()
  }

  private numberOf(group: SeatGroup): number {
    const { month, workload, association, location, duplicate } = group
    const key = `${month} ${workload} ${association} ${location} ${duplicate}`
    const known = this.groups.get(key)
    if (known !== undefined) return known
    this.groups.set(key, this.groupOf.length)
    return this.groupOf.push(group) - 1
  }
}
