import { SeventyError, type ErrorDetails } from '../../../shared/errors'
import type { DatasetId } from '../../../shared/imports'
import { someOf } from '../archive/archive-faults'
import { fileName } from '../source/file-faults'

/** What the sheets of one import may hold in memory together, as distinct contents and references to them. */
export const MEMORY_BYTES = 128 * 1024 ** 2

/** Where in a workbook something is wrong. */
export interface SheetPlace {
  readonly file: string
  readonly sheet: string
  readonly row?: number
  readonly column?: string
}

function inWords({ file, sheet, row, column }: SheetPlace): string {
  const cell = column === undefined ? '' : `, column ${column}`
  return `${fileName(file)}, sheet ${sheet}${row === undefined ? '' : `, row ${String(row)}`}${cell}`
}

export function damagedWorkbook(
  file: string,
  what: string,
  place: ErrorDetails = {},
  cause?: unknown,
): SeventyError {
  return new SeventyError(
    'workbook-damaged',
    `${fileName(file)} is damaged: ${what}. Open it in Excel, let Excel repair it, and save it anew.`,
    { file, reason: what, ...place },
    cause,
  )
}

export function damagedSheet(place: SheetPlace, what: string): SeventyError {
  return new SeventyError(
    'workbook-damaged',
    `${inWords(place)}: ${what}. Open the workbook in Excel, let Excel repair it, and save it anew.`,
    { ...place, reason: what },
  )
}

export function entitiesRefused(file: string, part: string): SeventyError {
  return new SeventyError(
    'workbook-entities',
    `${fileName(file)} declares a document type (in ${part}). No workbook needs one, and it can hide files of this computer or gigabytes of text, so it is not read. Save it anew in Excel.`,
    { file, part },
  )
}

export function encryptedWorkbook(file: string): SeventyError {
  return new SeventyError(
    'workbook-encrypted',
    `${fileName(file)} is protected by a password. Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password), save it and import it again.`,
    { file },
  )
}

/** A table of a program whose files are not read: what it is, and what to do about it. */
export function foreignWorkbook(file: string, format: string, what: string): SeventyError {
  return new SeventyError(
    'file-is-workbook',
    `${fileName(file)} is ${what}, which Seventy does not read. Open it in the program that made it and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".`,
    { file, format },
  )
}

export function sheetTooLarge(file: string, limit: number): SeventyError {
  return new SeventyError(
    'sheet-too-large',
    `${fileName(file)} holds more than workbooks may take in memory (${String(limit / 1024 ** 2)} MB for all of one import). Import it by itself, or save the sheet as "CSV UTF-8".`,
    { file, limit },
  )
}

/** One sheet of a workbook, as the question which one to read shows it. */
export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  /** Rows that the sheet says it has, with its header; absent when it does not say. */
  readonly rows?: number
  /** The kind of report that its header tells, null when it tells none. */
  readonly recognised: DatasetId | null
}

export function sheetAmbiguous(file: string, sheets: readonly SheetSummary[]): SeventyError {
  const named = sheets.filter(({ recognised }) => recognised !== null).map(({ name }) => name)
  return new SeventyError(
    'sheet-ambiguous',
    `${fileName(file)} has several sheets that hold a report: ${someOf(named)}. Say which to read: --sheet NAME.`,
    { file, sheets },
  )
}

export function sheetNotFound(
  file: string,
  wanted: string,
  sheets: readonly string[],
): SeventyError {
  return new SeventyError(
    'sheet-not-found',
    `${fileName(file)} has no sheet "${wanted}"; it has ${someOf(sheets)}.`,
    { file, value: wanted, sheets },
  )
}
