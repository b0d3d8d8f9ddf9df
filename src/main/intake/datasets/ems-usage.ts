import type { AmountReader } from '../columns/amount'
import type { ByteDictionary } from '../columns/byte-dictionary'
import { readCount } from '../columns/count'
import { cellText, type TableRecord } from '../csv/record'
import { amountReader, flagDictionary, monthDictionary, UsageNames } from './cells'
import type { Dataset } from './dataset'
import { seatReportColumns } from './shared-columns'
import { rejectCount, rejectFlag, rejectMonth, rejectTenantId } from './explain'
import { Rejection, type RowContext, type RowConverter } from './row-context'
import { SeatSums } from './seat-sums'

type Field =
  | 'month'
  | 'tenantId'
  | 'customer'
  | 'entraPaid'
  | 'entraActive'
  | 'intunePaid'
  | 'intuneActive'
  | 'protectionPaid'
  | 'protectionActive'
  | 'identityActive'
  | 'association'
  | 'duplicate'
  | 'location'

/**
 * The Enterprise Mobility usage report (FILES.md): one row a subscription and month, with columns for
 * each of its workloads. It becomes rows of Microsoft 365 seats, one a workload, summed over the
 * subscriptions of a tenant. A workload of which a row has neither paid nor active seats says nothing;
 * one of the two alone is an error: "no data" is never 0.
 *
 * Of Defender for Identity the report has the active users alone. They are kept with 0 paid seats: no
 * customer, deployment or capped growth is ever made of seats that nobody reported as paid, and a row
 * of the CPOR report about the same seats has more and stands.
 */
export const emsUsage: Dataset<Field> = {
  id: 'ems-usage',
  title: 'Enterprise Mobility usage',
  recognisedBy: [['entraPaid', 'intunePaid']],
  pairs: [
    ['entraPaid', 'entraActive'],
    ['intunePaid', 'intuneActive'],
    ['protectionPaid', 'protectionActive'],
  ],
  columns: {
    month: { names: ['Month', 'Date', 'MonthKey'], kind: 'month' },
    tenantId: { names: ['CustomerTenantId'], kind: 'tenant-id' },
    customer: { names: ['CustomerName'], kind: 'text', optional: true },
    entraPaid: {
      names: ['AADPPaidAvailableUnits', 'AADPAvailableUnits'],
      kind: 'count',
      optional: true,
    },
    entraActive: {
      names: ['AADPMonthlyActiveUsers', 'AADPActiveUsage'],
      kind: 'count',
      optional: true,
    },
    intunePaid: {
      names: ['IntunePaidAvailableUnits', 'IntuneAvailableUnits'],
      kind: 'count',
      optional: true,
    },
    intuneActive: {
      names: ['IntuneMonthlyActiveUsers', 'IntuneActiveUsage'],
      kind: 'count',
      optional: true,
    },
    protectionPaid: {
      names: ['AzipPaidAvailableUnits', 'AzipAvailableUnits'],
      kind: 'count',
      optional: true,
    },
    protectionActive: {
      names: ['AzipMonthlyActiveUsers', 'AzipActiveUsage'],
      kind: 'count',
      optional: true,
    },
    identityActive: {
      names: ['AATPActiveUsage', 'AATPMonthlyActiveUsers'],
      kind: 'count',
      optional: true,
    },
    ...seatReportColumns,
  },
  rows(context) {
    return new SubscriptionRows(context)
  },
}

/** The workloads of a row by the names that every edition knows. */
const workloads = [
  { name: 'Azure Active Directory Premium', paid: 'entraPaid', active: 'entraActive' },
  { name: 'Intune', paid: 'intunePaid', active: 'intuneActive' },
  { name: 'Microsoft Information Protection', paid: 'protectionPaid', active: 'protectionActive' },
  { name: 'Microsoft Defender for Identity', paid: null, active: 'identityActive' },
] as const

interface WorkloadSeats {
  readonly workload: number
  readonly paid: number
  readonly active: number
}

/** Converts the records of one file; nothing of a record is kept before all of it is right. */
class SubscriptionRows implements RowConverter {
  private readonly months: ByteDictionary<number>
  private readonly flags: ByteDictionary<number>
  private readonly counts = new Map<Field, AmountReader>()
  private readonly names: UsageNames
  private readonly cells: Readonly<Record<Field, number>>
  private readonly sums: SeatSums

  constructor(private readonly context: RowContext<Field>) {
    this.months = monthDictionary(context, 'month')
    this.flags = flagDictionary(context.decode)
    this.names = new UsageNames(context.decode)
    this.cells = context.layout.cellsOf(emsUsage.columns)
    for (const { name, paid, active } of workloads) {
      this.names.workloads.names.push(name)
      if (paid) this.counts.set(paid, amountReader(context, paid))
      this.counts.set(active, amountReader(context, active))
    }
    this.sums = new SeatSums(context.sink, this.names)
  }

  row(record: TableRecord): void {
    const { cells, names } = this
    const month = this.months.lookup(record, cells.month)
    const duplicate = cells.duplicate < 0 ? 0 : this.flags.lookup(record, cells.duplicate)
    const seats = this.seatsOf(record)
    if (month < 0 || duplicate < 0 || !seats || !names.tenants.readId(record, cells.tenantId)) {
      this.reject(record, month, duplicate)
      return
    }
    const tenant = names.tenants.number()
    if (cells.customer >= 0) names.tenants.rename(tenant, record, cells.customer)
    const association = names.associations.lookup(record, cells.association)
    const location = names.locations.lookup(record, cells.location)
    for (const { workload, paid, active } of seats) {
      const group = { month, workload, association, location, duplicate }
      this.sums.add(group, tenant, record.line, paid, active)
      if (workloads[workload]?.paid === null) this.notePaidUnknown()
    }
    this.context.account.acceptMonth(month)
  }

  end(): void {
    this.sums.handOver()
  }

  /** Of each workload that the row tells of; undefined when a number cannot be read. */
  private seatsOf(record: TableRecord): WorkloadSeats[] | undefined {
    const seats: WorkloadSeats[] = []
    for (const [workload, { paid: paidField, active: activeField }] of workloads.entries()) {
      const paid = paidField === null ? 0 : this.count(record, paidField)
      const active = this.count(record, activeField)
      if (active === null && (paid === null || paidField === null)) continue
      // Active users alone, and nobody active: nothing that a row could tell.
      if (paidField === null && active === 0) continue
      if (!isCount(paid) || !isCount(active)) return undefined
      seats.push({ workload, paid, active })
    }
    return seats
  }

  /** null for an empty cell or a column that the file does not have, NaN for no number of seats. */
  private count(record: TableRecord, field: Field): number | null {
    const cell = this.cells[field]
    const reader = this.counts.get(field)
    if (cell < 0 || !reader || cellText(record, cell, this.context.decode).trim() === '')
      return null
    return readCount(reader, record, cell)
  }

  private notePaidUnknown(): void {
    this.context.account.note(
      'identity-paid-unknown',
      'The report has no paid seats of Defender for Identity: its active users are kept with 0 paid seats, and make no customer and no deployment.',
    )
  }

  private reject(record: TableRecord, month: number, duplicate: number): void {
    const rejection = new Rejection(this.context, record)
    if (month < 0) rejectMonth(rejection, 'month')
    if (!this.names.tenants.readId(record, this.cells.tenantId)) {
      rejectTenantId(rejection, 'tenantId')
    }
    for (const { paid, active } of workloads) {
      const fields = paid === null ? [active] : [paid, active]
      const counts = fields.map((field) => this.count(record, field))
      if (counts.every((count) => count === null)) continue
      fields.forEach((field, index) => {
        const count = counts[index] ?? NaN
        if (!isCount(count)) rejectCount(rejection, field, count)
      })
    }
    if (duplicate < 0) rejectFlag(rejection, 'duplicate')
    rejection.send()
  }
}

function isCount(count: number | null): count is number {
  return count !== null && Number.isFinite(count)
}
