import type { AmountReader } from '../columns/amount'
import { MISSING, type ByteDictionary } from '../columns/byte-dictionary'
import { readCount } from '../columns/count'
import type { TableRecord } from '../csv/record'
import { amountReader, flagDictionary, monthDictionary, UsageNames } from './cells'
import type { Dataset } from './dataset'
import { seatReportColumns } from './shared-columns'
import { rejectCount, rejectFlag, rejectMonth, rejectTenantId } from './explain'
import { Rejection, type RowContext, type RowConverter } from './row-context'
import { emptySeatBatch, SEAT_BATCH_ROWS } from './seat-batch'

type Field =
  | 'month'
  | 'tenantId'
  | 'customer'
  | 'workload'
  | 'paid'
  | 'active'
  | 'association'
  | 'duplicate'
  | 'location'

/**
 * The Microsoft 365 usage report, CPOR (FILES.md): seats per tenant, workload and month. An empty
 * number of seats is an error: "no data" is never 0.
 */
export const m365Usage: Dataset<Field> = {
  id: 'm365-usage',
  title: 'Microsoft 365 usage (CPOR)',
  recognisedBy: ['workload', 'paid'],
  columns: {
    month: { names: ['Date', 'Month', 'MonthKey'], kind: 'month' },
    tenantId: { names: ['CustomerTenantId'], kind: 'tenant-id' },
    customer: { names: ['CustomerName'], kind: 'text', optional: true },
    workload: { names: ['WorkloadName', 'Workload'], kind: 'text' },
    paid: { names: ['PaidAvailableUnits', 'PaidSeats'], kind: 'count' },
    active: { names: ['MonthlyActiveUsers', 'ActiveSeats', 'MAU'], kind: 'count' },
    ...seatReportColumns,
  },
  rows(context) {
    return new SeatRows(context)
  },
}

/** Converts the records of one file; nothing of a record is kept before all of it is right. */
class SeatRows implements RowConverter {
  private readonly months: ByteDictionary<number>
  private readonly flags: ByteDictionary<number>
  private readonly paidSeats: AmountReader
  private readonly activeSeats: AmountReader
  private readonly names: UsageNames
  private readonly cells: Readonly<Record<Field, number>>
  private readonly batch = emptySeatBatch()

  constructor(private readonly context: RowContext<Field>) {
    this.months = monthDictionary(context, 'month')
    this.flags = flagDictionary(context.decode)
    this.paidSeats = amountReader(context, 'paid')
    this.activeSeats = amountReader(context, 'active')
    this.names = new UsageNames(context.decode)
    this.cells = context.layout.cellsOf(m365Usage.columns)
  }

  row(record: TableRecord): void {
    const { cells, names } = this
    const month = this.months.lookup(record, cells.month)
    const duplicate = cells.duplicate < 0 ? 0 : this.flags.lookup(record, cells.duplicate)
    const paid = readCount(this.paidSeats, record, cells.paid)
    const active = readCount(this.activeSeats, record, cells.active)
    const usable =
      month >= 0 &&
      duplicate >= 0 &&
      Number.isFinite(paid) &&
      Number.isFinite(active) &&
      names.tenants.readId(record, cells.tenantId)
    const workload = usable ? names.workloads.lookup(record, cells.workload) : MISSING
    if (workload < 0) {
      this.reject(record, month, duplicate, paid, active)
      return
    }
    const { batch } = this
    const tenant = names.tenants.number()
    if (cells.customer >= 0) names.tenants.rename(tenant, record, cells.customer)
    const at = batch.count++
    batch.line[at] = record.line
    batch.month[at] = month
    batch.tenant[at] = tenant
    batch.workload[at] = workload
    batch.association[at] = names.associations.lookup(record, cells.association)
    batch.location[at] = names.locations.lookup(record, cells.location)
    batch.duplicate[at] = duplicate
    batch.paidSeats[at] = paid
    batch.activeSeats[at] = active
    this.context.account.acceptMonth(month)
    if (batch.count === SEAT_BATCH_ROWS) this.flush()
  }

  end(): void {
    if (this.batch.count > 0) this.flush()
  }

  private reject(
    record: TableRecord,
    month: number,
    duplicate: number,
    paid: number,
    active: number,
  ): void {
    const rejection = new Rejection(this.context, record)
    if (month < 0) rejectMonth(rejection, 'month')
    if (!this.names.tenants.readId(record, this.cells.tenantId)) {
      rejectTenantId(rejection, 'tenantId')
    }
    if (rejection.text('workload') === '') rejection.missing('workload')
    if (!Number.isFinite(paid)) rejectCount(rejection, 'paid', paid)
    if (!Number.isFinite(active)) rejectCount(rejection, 'active', active)
    if (duplicate < 0) rejectFlag(rejection, 'duplicate')
    rejection.send()
  }

  private flush(): void {
    this.context.sink.seats(this.batch, this.names.dictionaries)
    this.batch.count = 0
  }
}
