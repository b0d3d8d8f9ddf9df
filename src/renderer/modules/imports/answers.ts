import type { DatasetId, FileReport, RowError } from '../../../shared/imports'
import type { DateEvidence, DecimalEvidence } from '../../../shared/inspection'

/** What a file leaves to its user: which kind, which sheet, how dates and decimals are written. */
export type QuestionId = 'dataset' | 'sheet' | 'dateOrder' | 'decimal'

const questionOf: Readonly<Record<string, QuestionId>> = {
  'file-ambiguous': 'dataset',
  'sheet-ambiguous': 'sheet',
  'archive-ambiguous': 'sheet',
  'date-order-ambiguous': 'dateOrder',
  'decimal-separator-ambiguous': 'decimal',
}

/** A table that can be read of a file, and what its header says that it is. */
export interface SheetOffer {
  readonly name: string
  readonly recognised: DatasetId | null
}

/** Errors that are answered by saying which column is which. */
const mappingCodes: readonly string[] = [
  'file-unrecognised',
  'columns-missing',
  'column-duplicate',
  'mapping-invalid',
]

export interface Question {
  readonly id: QuestionId
  readonly error: RowError
}

/** The question that a file cannot be read without an answer to. */
export function questionIn(report: FileReport | undefined): Question | undefined {
  for (const error of report?.errors ?? []) {
    const id = questionOf[error.code]
    if (id) return { id, error }
  }
  return undefined
}

/** Whether a file cannot be read before somebody says which of its columns is which. */
export function needsMapping(report: FileReport | undefined): boolean {
  return report?.errors.some(({ code }) => mappingCodes.includes(code)) ?? false
}

/** Whether a file waits for its user, rather than being wrong. */
export function asksUser(report: FileReport | undefined): boolean {
  return needsMapping(report) || questionIn(report) !== undefined
}

/** The details of an error, as main sends them with its code. */
export const detailsOf = {
  dates: ({ details }: RowError) => details?.['evidence'] as DateEvidence | undefined,
  decimals: ({ details }: RowError) => details?.['evidence'] as DecimalEvidence | undefined,
  /** The sheets of a workbook, those that hold a report first, or the tables of an archive. */
  sheets: ({ details }: RowError): readonly SheetOffer[] => {
    const sheets = (details?.['sheets'] ?? []) as readonly SheetOffer[]
    const tables = (details?.['tables'] ?? []) as readonly string[]
    return [
      ...sheets.filter(({ recognised }) => recognised !== null),
      ...sheets.filter(({ recognised }) => recognised === null),
      ...tables.map((name) => ({ name, recognised: null })),
    ]
  },
  datasets: ({ details }: RowError) =>
    ((details?.['alternatives'] ?? []) as readonly { readonly dataset: DatasetId }[]).map(
      ({ dataset }) => dataset,
    ),
}
