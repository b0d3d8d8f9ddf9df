import type { CertificationRow } from '../../services/row-batches'
import { INVALID, type ByteDictionary } from '../columns/byte-dictionary'
import { cellText, type TableRecord } from '../csv/record'
import { dayDictionary } from './cells'
import type { Dataset } from './dataset'
import { rejectDate } from './explain'
import { Rejection, type RowContext, type RowConverter } from './row-context'

type Field =
  | 'title'
  | 'trainingType'
  | 'firstName'
  | 'lastName'
  | 'fullName'
  | 'corporateEmail'
  | 'email'
  | 'mcpId'
  | 'completed'
  | 'expires'
  | 'activation'
  | 'location'

/**
 * The report of trainings and certifications (FILES.md). All of its rows are handed over; which of
 * them count is a matter of the rules.
 */
export const certifications: Dataset<Field> = {
  id: 'certifications',
  title: 'Trainings and certifications',
  recognisedBy: ['title', 'completed'],
  needsOneOf: [['corporateEmail', 'email', 'mcpId']],
  columns: {
    title: { names: ['TrainingTitle', 'Certification name'], kind: 'text' },
    trainingType: { names: ['TrainingType'], kind: 'text', optional: true },
    firstName: { names: ['IndividualFirstName'], kind: 'text', optional: true },
    lastName: { names: ['IndividualLastName'], kind: 'text', optional: true },
    fullName: { names: ['Individual name'], kind: 'text', optional: true },
    corporateEmail: { names: ['CorpEmail'], kind: 'text', optional: true },
    email: { names: ['Email'], kind: 'text', optional: true },
    mcpId: { names: ['MCPID'], kind: 'text', optional: true },
    completed: { names: ['TrainingCompletionDate', 'Completion date'], kind: 'date' },
    expires: { names: ['ExpirationDate', 'Expiry date'], kind: 'date', optional: true },
    activation: { names: ['ActivationStatus'], kind: 'text', optional: true },
    location: {
      names: ['MpnId', 'PartnerID', 'PartnerLocationID'],
      kind: 'text',
      optional: true,
    },
  },
  rows(context) {
    return new CertificationRows(context)
  },
}

/** The columns that name a person, in the order in which the rules ask for them (SCORING.md). */
const personFields = ['corporateEmail', 'email', 'mcpId'] as const

/** Rows handed over at a time. */
const BATCH_ROWS = 1024

/** Some ten thousand rows at most, all of them text: read as strings, without the byte-level path. */
class CertificationRows implements RowConverter {
  private readonly completionDays: ByteDictionary<number>
  private readonly expiryDays: ByteDictionary<number>
  private readonly cells: Readonly<Record<Field, number>>
  private rows: CertificationRow[] = []

  constructor(private readonly context: RowContext<Field>) {
    this.completionDays = dayDictionary(context, 'completed')
    this.expiryDays = dayDictionary(context, 'expires')
    this.cells = context.layout.cellsOf(certifications.columns)
    if (this.cells.expires < 0) {
      context.account.note(
        'expiry-column-missing',
        'The file has no column ExpirationDate, so its certifications are taken as not expiring.',
      )
    }
  }

  row(record: TableRecord): void {
    const title = this.text(record, 'title')
    const person = this.person(record)
    const completed = this.completionDays.lookup(record, this.cells.completed)
    const expires = this.expiry(record)
    if (title === '' || person === '' || completed < 0 || expires === INVALID) {
      this.reject(record, person, completed, expires)
      return
    }
    this.rows.push({
      line: record.line,
      person,
      personName: this.personName(record) || person,
      title,
      trainingType: this.textOrNull(record, 'trainingType'),
      completed,
      expires,
      activation: this.textOrNull(record, 'activation'),
      location: this.text(record, 'location'),
    })
    this.context.account.accept()
    if (this.rows.length === BATCH_ROWS) this.flush()
  }

  end(): void {
    if (this.rows.length > 0) this.flush()
  }

  /** Empty when the row, or the file, has no such cell. */
  private text(record: TableRecord, field: Field): string {
    const cell = this.cells[field]
    return cell < 0 ? '' : cellText(record, cell, this.context.decode).trim()
  }

  private textOrNull(record: TableRecord, field: Field): string | null {
    return this.cells[field] < 0 ? null : this.text(record, field)
  }

  private person(record: TableRecord): string {
    for (const field of personFields) {
      const text = this.text(record, field)
      if (text !== '') return text.toLowerCase()
    }
    return ''
  }

  private personName(record: TableRecord): string {
    const parts = `${this.text(record, 'firstName')} ${this.text(record, 'lastName')}`.trim()
    return parts || this.text(record, 'fullName')
  }

  /** null for an empty cell: the certification does not expire. */
  private expiry(record: TableRecord): number | null {
    if (this.text(record, 'expires') === '') return null
    return this.expiryDays.lookup(record, this.cells.expires)
  }

  private reject(
    record: TableRecord,
    person: string,
    completed: number,
    expires: number | null,
  ): void {
    const { layout } = this.context
    const rejection = new Rejection(this.context, record)
    if (this.text(record, 'title') === '') rejection.missing('title')
    if (person === '') {
      const columns = personFields.filter((field) => layout.has(field))
      const [first = 'email'] = columns
      const names = columns.map((field) => layout.columnName(field)).join(' and ')
      rejection.missing(
        first,
        `The row names no person: ${names} ${columns.length === 1 ? 'is' : 'are'} empty.`,
      )
    }
    if (completed < 0) rejectDate(rejection, 'completed')
    if (expires === INVALID) rejectDate(rejection, 'expires')
    rejection.send()
  }

  private flush(): void {
    this.context.sink.certifications(this.rows)
    this.rows = []
  }
}
