import type { DateOrder, DecimalMark } from '../../../shared/imports'
import type { FileInspection } from '../../../shared/inspection'
import type { TableRecord } from '../csv/record'
import type { ColumnRule, Dataset } from '../datasets/dataset'
import type { Layout } from '../datasets/recognise'
import type { Decode } from '../source/decode'
import { DateOrderSurvey, type DateQuestion } from './date-order'
import { DecimalSeparatorSurvey } from './decimal-separator'

/** How the columns of one file are written, as all their rows together decided. */
export interface Formats {
  readonly dateOrders: ReadonlyMap<string, DateOrder>
  readonly separators: ReadonlyMap<string, DecimalMark>
  /** What no row decided and an answer did. */
  readonly answered: readonly ('dateOrder' | 'decimal')[]
}

export type FormatEvidence = Pick<FileInspection, 'dates' | 'numbers'>

export interface SurveyOptions {
  readonly file: string
  readonly decode: Decode
  readonly commaDelimited: boolean
  /** How to read what the columns themselves do not decide. */
  readonly dateOrder?: DateOrder | undefined
  readonly decimal?: DecimalMark | undefined
}

interface Surveyed<S> {
  readonly field: string
  readonly cell: number
  readonly survey: S
}

/**
 * Looks at the columns of a file whose spelling has to be decided as a whole, before any row is
 * converted. It is a pass of its own: a month may be handed over only when it is final, and a value
 * that decides can stand in the last row.
 */
export class FormatSurvey {
  private readonly dates: readonly Surveyed<DateOrderSurvey>[]
  private readonly numbers: readonly Surveyed<DecimalSeparatorSurvey>[]

  constructor(
    private readonly dataset: Dataset,
    private readonly layout: Layout,
    private readonly options: SurveyOptions,
  ) {
    const { decode } = options
    this.dates = this.columnsOf('month', 'date', () => new DateOrderSurvey(decode))
    this.numbers = this.columnsOf('amount', 'count', (field, { kind }) => {
      const { file, commaDelimited } = options
      const wholeNumbers = kind === 'count'
      const column = layout.columnName(field)
      return new DecimalSeparatorSurvey({ file, column, commaDelimited, wholeNumbers }, decode)
    })
  }

  take(record: TableRecord): void {
    for (const { survey, cell } of this.dates) survey.take(record, cell)
    for (const { survey, cell } of this.numbers) survey.take(record, cell)
  }

  /** Throws `date-order-ambiguous` or `decimal-separator-ambiguous` for what no row decided. */
  decide(): Formats {
    const { decimal } = this.options
    const dateOrders = this.dates.map(
      ({ field, survey }) => [field, survey.decide(this.dateQuestion(field))] as const,
    )
    return {
      dateOrders: new Map(dateOrders),
      separators: new Map(this.numbers.map(({ field, survey }) => [field, survey.decide(decimal)])),
      answered: this.answered(),
    }
  }

  /** What the rows taken so far say of each column whose spelling matters. */
  evidence(): FormatEvidence {
    const of = (field: string) => ({ field, column: this.layout.columnName(field) })
    return {
      dates: this.dates.map(({ field, survey }) => ({
        ...of(field),
        ...survey.evidence(this.dateQuestion(field)),
      })),
      numbers: this.numbers.map(({ field, survey }) => ({ ...of(field), ...survey.evidence() })),
    }
  }

  private answered(): Formats['answered'] {
    const { dates, numbers } = this.evidence()
    const open = ({ state }: { readonly state: string }) => state === 'ambiguous'
    return [
      ...(dates.some(open) ? (['dateOrder'] as const) : []),
      ...(numbers.some(open) ? (['decimal'] as const) : []),
    ]
  }

  private dateQuestion(field: string): DateQuestion {
    const { file, dateOrder: answer } = this.options
    const isUsageMonth = this.dataset.columns[field]?.kind === 'month'
    return { file, column: this.layout.columnName(field), isUsageMonth, answer }
  }

  private columnsOf<S>(
    one: ColumnRule['kind'],
    other: ColumnRule['kind'],
    begin: (field: string, rule: ColumnRule) => S,
  ): Surveyed<S>[] {
    return Object.entries(this.dataset.columns)
      .filter(([field, { kind }]) => (kind === one || kind === other) && this.layout.has(field))
      .map(([field, rule]) => ({
        field,
        cell: this.layout.cellOf(field),
        survey: begin(field, rule),
      }))
  }
}
