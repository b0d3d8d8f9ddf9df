import type { AzureBatch } from '../../services/row-batches'
import type { AmountReader } from '../columns/amount'
import { MISSING, type ByteDictionary } from '../columns/byte-dictionary'
import type { TableRecord } from '../csv/record'
import { amountReader, flagDictionary, monthDictionary, UsageNames } from './cells'
import type { Dataset } from './dataset'
import { associationColumn } from './shared-columns'
import { rejectAmount, rejectFlag, rejectMonth, rejectTenantId } from './explain'
import { Rejection, type RowContext, type RowConverter } from './row-context'

type Field =
  | 'month'
  | 'tenantId'
  | 'customer'
  | 'service'
  | 'acr'
  | 'association'
  | 'offer'
  | 'duplicate'
  | 'location'

/** The Azure usage report (FILES.md): ACR per tenant, service and month. */
export const azureUsage: Dataset<Field> = {
  id: 'azure-usage',
  title: 'Azure usage',
  recognisedBy: ['acr', 'service'],
  columns: {
    month: { names: ['Month'], kind: 'month' },
    tenantId: { names: ['CustomerTenantId'], kind: 'tenant-id' },
    customer: { names: ['CustomerName'], kind: 'text', optional: true },
    service: { names: ['ServiceLevel2', 'ServiceName', 'Service'], kind: 'text' },
    acr: {
      names: [
        'ACR_USD',
        'TotalACR',
        'MonthlySubscriptionLevelACR',
        'AzureConsumedRevenueUSD',
        'ACR',
      ],
      kind: 'amount',
    },
    association: associationColumn,
    offer: { names: ['OfferType', 'Offer', 'OfferName'], kind: 'text', optional: true },
    duplicate: {
      names: ['IsACRDuplicateAtPGALevel', 'IsDuplicateRowForPGA'],
      kind: 'flag',
      optional: true,
    },
    location: {
      names: ['MPNID', 'PartnerID', 'PartnerLocationID'],
      kind: 'text',
      optional: true,
    },
  },
  rows(context) {
    return new AzureRows(context)
  },
}

/** Rows handed over at a time. */
const BATCH_ROWS = 4096

function emptyBatch(): AzureBatch {
  const column = () => new Uint32Array(BATCH_ROWS)
  return {
    count: 0,
    line: column(),
    month: column(),
    tenant: column(),
    service: column(),
    offer: column(),
    association: column(),
    location: column(),
    duplicate: new Uint8Array(BATCH_ROWS),
    microUsd: new Float64Array(BATCH_ROWS),
  }
}

/** Converts the records of one file; nothing of a record is kept before all of it is right. */
class AzureRows implements RowConverter {
  private readonly months: ByteDictionary<number>
  private readonly flags: ByteDictionary<number>
  private readonly amounts: AmountReader
  private readonly names: UsageNames
  private readonly cells: Readonly<Record<Field, number>>
  private readonly batch = emptyBatch()

  constructor(private readonly context: RowContext<Field>) {
    this.months = monthDictionary(context, 'month')
    this.flags = flagDictionary(context.decode)
    this.amounts = amountReader(context, 'acr')
    this.names = new UsageNames(context.decode)
    this.cells = context.layout.cellsOf(azureUsage.columns)
  }

  row(record: TableRecord): void {
    const { cells, names } = this
    const month = this.months.lookup(record, cells.month)
    const duplicate = cells.duplicate < 0 ? 0 : this.flags.lookup(record, cells.duplicate)
    const microUsd = this.amounts.read(record, cells.acr)
    const usable =
      month >= 0 &&
      duplicate >= 0 &&
      Number.isFinite(microUsd) &&
      names.tenants.readId(record, cells.tenantId)
    const service = usable ? names.services.lookup(record, cells.service) : MISSING
    if (service < 0) {
      this.reject(record, month, duplicate, microUsd)
      return
    }
    this.accept(record, month, duplicate, service, microUsd)
  }

  end(): void {
    if (this.batch.count > 0) this.flush()
  }

  private accept(
    record: TableRecord,
    month: number,
    duplicate: number,
    service: number,
    microUsd: number,
  ): void {
    const { batch, cells, names } = this
    const tenant = names.tenants.number()
    if (cells.customer >= 0) names.tenants.rename(tenant, record, cells.customer)
    const at = batch.count++
    batch.line[at] = record.line
    batch.month[at] = month
    batch.tenant[at] = tenant
    batch.service[at] = service
    batch.offer[at] = names.offers.lookup(record, cells.offer)
    batch.association[at] = names.associations.lookup(record, cells.association)
    batch.location[at] = names.locations.lookup(record, cells.location)
    batch.duplicate[at] = duplicate
    batch.microUsd[at] = microUsd
    this.context.account.acceptMonth(month)
    if (this.amounts.rounded || this.amounts.foreignCurrency) this.note()
    if (batch.count === BATCH_ROWS) this.flush()
  }

  private note(): void {
    const { account } = this.context
    if (this.amounts.rounded) {
      account.note(
        'amount-rounded',
        'Amounts with more than six decimals were rounded to the nearest millionth of a dollar.',
      )
    }
    if (this.amounts.foreignCurrency) {
      account.note(
        'currency-not-dollar',
        'Amounts with the sign of another currency were read as US dollars, which is what the report is in.',
      )
    }
  }

  private reject(record: TableRecord, month: number, duplicate: number, microUsd: number): void {
    const rejection = new Rejection(this.context, record)
    if (month < 0) rejectMonth(rejection, 'month')
    if (!this.names.tenants.readId(record, this.cells.tenantId)) {
      rejectTenantId(rejection, 'tenantId')
    }
    if (rejection.text('service') === '') rejection.missing('service')
    if (!Number.isFinite(microUsd)) rejectAmount(rejection, 'acr', microUsd, this.amounts.separator)
    if (duplicate < 0) rejectFlag(rejection, 'duplicate')
    rejection.send()
  }

  private flush(): void {
    this.context.sink.azure(this.batch, this.names.dictionaries)
    this.batch.count = 0
  }
}
