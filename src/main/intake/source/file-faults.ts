import { SeventyError, type ErrorDetails } from '../../../shared/errors'

/** The last part of a path on either kind of system: what a consultant calls the file. */
export function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '') || path
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it does not exist',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  EISDIR: 'it is a folder',
  EBUSY: 'another program has locked it',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an error',
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

/** `file-unreadable` with the reason the system gave, in words. */
export function unreadable(path: string, cause: unknown): SeventyError {
  const code = systemCode(cause)
  const reason =
    (code === undefined ? undefined : systemReasons[code]) ??
    (cause instanceof Error ? cause.message : String(cause))
  return new SeventyError(
    'file-unreadable',
    `${fileName(path)} cannot be read: ${reason}. Check the path and close programs that use the file.`,
    { file: path, reason: code ?? reason },
    cause,
  )
}

export function notAFile(path: string, reason: string): SeventyError {
  return new SeventyError(
    'file-unreadable',
    `${fileName(path)} cannot be read: ${reason}. Choose a CSV file or a workbook.`,
    { file: path, reason },
  )
}

export function emptyFile(path: string): SeventyError {
  return new SeventyError(
    'file-empty',
    `${fileName(path)} is empty. Download the report again and import the new file.`,
    { file: path },
  )
}

export function tooLarge(path: string, bytes: number, limit: number): SeventyError {
  const gigabytes = (bytes / 1024 ** 3).toFixed(1)
  return new SeventyError(
    'file-too-large',
    `${fileName(path)} has ${gigabytes} GB; a CSV file may have at most 2 GB. Download the report for fewer months at a time.`,
    { file: path, bytes, limit },
  )
}

export function changedWhileRead(path: string): SeventyError {
  return new SeventyError(
    'file-changed',
    `${fileName(path)} changed while it was read. Close the program that writes it and import it again.`,
    { file: path },
  )
}

export function workbook(path: string): SeventyError {
  return new SeventyError(
    'file-is-workbook',
    `${fileName(path)} is a workbook or an archive where a text file is read. Save the sheet as "CSV UTF-8", or unpack the archive.`,
    { file: path },
  )
}

/** `file-not-text`; `place` adds row and column where they are known. */
export function notText(path: string, what: string, place: ErrorDetails = {}): SeventyError {
  return new SeventyError(
    'file-not-text',
    `${fileName(path)} is not a text file: ${what}. Download the report again as CSV.`,
    { file: path, ...place },
  )
}

export function cancelled(): SeventyError {
  return new SeventyError('cancelled', 'The import was cancelled; nothing was stored.')
}
