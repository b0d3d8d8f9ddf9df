import { errorCodes, SeventyError, toErrorBody, type ErrorCode } from '../../shared/errors'
import type { ImportReport } from '../../shared/import-review'
import type { FileReport, RowError } from '../../shared/imports'

/**
 * Why an import may not be stored, or undefined when it may. One error speaks for all: a cause that
 * every rejected file shares keeps its own code, different causes become `rows-rejected`; the
 * message names the first place, and `details.files` holds the account of every file.
 */
export function refusal(report: Pick<ImportReport, 'files'>): SeventyError | undefined {
  const rejected = report.files.filter((file) => file.status === 'rejected')
  const [file] = rejected
  if (!file) return undefined
  const first = file.errors[0]
  const details = {
    file: file.path,
    ...(file.sheet !== undefined && { sheet: file.sheet }),
    ...(first ? placeOf(first) : {}),
    files: report.files,
  }
  return new SeventyError(
    sharedCode(rejected),
    `${describe(file, first)} Nothing was stored.`,
    details,
  )
}

/** A refusal whose rejected rows could not be saved either: its cause stays, the fault is told as well. */
export function withUnsavedRows(refused: SeventyError, fault: unknown): SeventyError {
  const { code, message } = toErrorBody(fault)
  return new SeventyError(refused.code, `${refused.message} ${message}`, {
    ...refused.details,
    rejects: { code, message },
  })
}

function sharedCode(rejected: readonly FileReport[]): ErrorCode {
  const codes = new Set(rejected.flatMap((file) => Object.keys(file.errorCounts)))
  const [code] = codes
  return codes.size === 1 && code !== undefined && Object.hasOwn(errorCodes, code)
    ? (code as ErrorCode)
    : 'rows-rejected'
}

function placeOf({ row, column, value }: RowError) {
  return { row, column, value }
}

function describe(file: FileReport, first: RowError | undefined): string {
  if (!first) return `${file.path} holds no row that can be imported.`
  if (file.rows.rejected === 0) return first.message
  const column = first.column === null ? '' : `, column ${first.column}`
  const sheet = file.sheet === undefined ? '' : `, sheet ${file.sheet}`
  const place = `${file.path}${sheet}, row ${String(first.row)}${column}`
  const others = file.rows.rejected - 1
  const more =
    others === 0 ? '' : ` ${String(others)} more ${others === 1 ? 'row is' : 'rows are'} wrong.`
  const choice = file.rows.accepted === 0 ? '' : ', or leave bad rows out'
  return `${place}: ${first.message}${more} Correct the file${choice}.`
}
