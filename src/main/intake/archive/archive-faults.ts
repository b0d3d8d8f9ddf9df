import { SeventyError } from '../../../shared/errors'
import { fileName } from '../source/file-faults'

/** Limits of FILES.md, Reading. */
export const MAX_ARCHIVE_BYTES = 50 * 1024 ** 2
export const MAX_INFLATED_BYTES = 500 * 1024 ** 2
export const MAX_RATIO = 200
/** A text table of an archive is unpacked into memory. */
export const MAX_TABLE_BYTES = 100 * 1024 ** 2

const megabytes = (bytes: number) => `${String(Math.floor(bytes / 1024 ** 2))} MB`

export function archiveTooLarge(path: string, bytes: number): SeventyError {
  return new SeventyError(
    'archive-too-large',
    `${fileName(path)} has ${megabytes(bytes)}; a workbook or an archive may have at most ${megabytes(MAX_ARCHIVE_BYTES)}. Save the sheet as "CSV UTF-8", which may have 2 GB, or unpack the archive.`,
    { file: path, bytes, limit: MAX_ARCHIVE_BYTES },
  )
}

export function inflatedTooLarge(path: string): SeventyError {
  return new SeventyError(
    'archive-inflated-too-large',
    `${fileName(path)} unpacks to more than ${megabytes(MAX_INFLATED_BYTES)}, which no report does as a workbook. Save the sheet as "CSV UTF-8", which may have 2 GB.`,
    { file: path, limit: MAX_INFLATED_BYTES },
  )
}

export function ratioTooHigh(path: string, entry: string): SeventyError {
  return new SeventyError(
    'archive-ratio-too-high',
    `${fileName(path)} is packed more than ${String(MAX_RATIO)} times as small as what it holds (${entry}). No report is; it was made to fill the memory of whoever opens it. Download the report again.`,
    { file: path, entry, limit: MAX_RATIO },
  )
}

export function tableTooLarge(path: string, entry: string): SeventyError {
  return new SeventyError(
    'archive-table-too-large',
    `${entry} in ${fileName(path)} has more than ${megabytes(MAX_TABLE_BYTES)} unpacked. Unpack the archive and import the file itself, which may have 2 GB.`,
    { file: path, entry, limit: MAX_TABLE_BYTES },
  )
}

export function damagedArchive(path: string, what: string, cause?: unknown): SeventyError {
  return new SeventyError(
    'archive-damaged',
    `${fileName(path)} is damaged: ${what}. Download it again, or open it in the program that made it and save it anew.`,
    { file: path, reason: what },
    cause,
  )
}

export function encryptedArchive(path: string, entry: string): SeventyError {
  return new SeventyError(
    'archive-encrypted',
    `${fileName(path)} is protected by a password (${entry}). Unpack it with the password and import the file itself.`,
    { file: path, entry },
  )
}

export function unknownMethod(path: string, entry: string, method: number): SeventyError {
  return new SeventyError(
    'archive-method-unknown',
    `${entry} in ${fileName(path)} is packed by a method (${String(method)}) that Seventy does not read. Unpack the archive and import the file itself.`,
    { file: path, entry, method },
  )
}

export function nestedArchive(path: string, entry: string): SeventyError {
  return new SeventyError(
    'archive-nested',
    `${entry} in ${fileName(path)} is an archive itself. Unpack the outer one and import what is in it.`,
    { file: path, entry },
  )
}

export function noTable(path: string, entries: readonly string[]): SeventyError {
  const held = entries.length === 0 ? 'nothing' : someOf(entries)
  return new SeventyError(
    'archive-without-table',
    `${fileName(path)} holds no table: ${held}. Put the CSV file or the workbook into it, or import that file itself.`,
    { file: path, entries: entries.slice(0, SHOWN_NAMES) },
  )
}

/** Several tables, or none of the name that was given. */
export function whichTable(
  path: string,
  tables: readonly string[],
  wanted: string | undefined,
): SeventyError {
  const held = someOf(tables)
  return wanted === undefined
    ? new SeventyError(
        'archive-ambiguous',
        `${fileName(path)} holds several tables: ${held}. Say which to read (--sheet NAME), or import each of them.`,
        { file: path, tables },
      )
    : new SeventyError(
        'sheet-not-found',
        `${fileName(path)} holds no table "${wanted}"; it has ${held}.`,
        { file: path, value: wanted, sheets: tables },
      )
}

const SHOWN_NAMES = 12

/** Names for a message, of which there may be thousands. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).join(', ')
  const more = names.length - SHOWN_NAMES
  return more > 0 ? `${shown} and ${String(more)} more` : shown
}
