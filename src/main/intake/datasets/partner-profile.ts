import type { PartnerLocationRow } from '../../services/row-batches'
import { cellText, type TableRecord } from '../csv/record'
import type { Dataset } from './dataset'
import { Rejection, type RowContext, type RowConverter } from './row-context'

type Field = 'mpnId' | 'name' | 'globalMpnId' | 'globalName' | 'city' | 'country' | 'level'

/**
 * The partner profile (FILES.md): the locations of the partner itself. Every usage report has its id
 * and name columns too, so it is recognised only where nothing else is.
 */
export const partnerProfile: Dataset<Field> = {
  id: 'partner-profile',
  title: 'Partner profile',
  recognisedBy: ['globalMpnId', 'name'],
  onlyAlone: true,
  columns: {
    mpnId: { names: ['MPNId', 'PartnerID', 'PartnerLocationID'], kind: 'text' },
    name: { names: ['PartnerName'], kind: 'text' },
    globalMpnId: { names: ['PGA_MPNID'], kind: 'text' },
    globalName: { names: ['PGA_PartnerName'], kind: 'text', optional: true },
    city: { names: ['City'], kind: 'text', optional: true },
    country: { names: ['Country'], kind: 'text', optional: true },
    level: { names: ['HierarchyLevel', 'AccountType'], kind: 'text', optional: true },
  },
  rows(context) {
    return new LocationRows(context)
  },
}

const neededFields = ['mpnId', 'name', 'globalMpnId'] as const

/** A partner has some dozens of locations, so all of them are handed over at once. */
class LocationRows implements RowConverter {
  private readonly cells: Readonly<Record<Field, number>>
  private readonly rows: PartnerLocationRow[] = []

  constructor(private readonly context: RowContext<Field>) {
    this.cells = context.layout.cellsOf(partnerProfile.columns)
  }

  row(record: TableRecord): void {
    const [mpnId = '', name = '', globalMpnId = ''] = neededFields.map(
      (field) => this.text(record, field) ?? '',
    )
    if (mpnId === '' || name === '' || globalMpnId === '') {
      this.reject(record)
      return
    }
    this.rows.push({
      line: record.line,
      ...{ mpnId, name, globalMpnId },
      globalName: this.text(record, 'globalName'),
      city: this.text(record, 'city'),
      country: this.text(record, 'country'),
      level: this.text(record, 'level'),
    })
    this.context.account.accept()
  }

  end(): void {
    if (this.rows.length > 0) this.context.sink.locations(this.rows)
  }

  /** null when the file has no such column. */
  private text(record: TableRecord, field: Field): string | null {
    const cell = this.cells[field]
    return cell < 0 ? null : cellText(record, cell, this.context.decode).trim()
  }

  private reject(record: TableRecord): void {
    const rejection = new Rejection(this.context, record)
    for (const field of neededFields) if (!this.text(record, field)) rejection.missing(field)
    rejection.send()
  }
}
