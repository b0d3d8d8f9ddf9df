import { SeventyError } from '../../shared/errors'
import type { FileReport } from '../../shared/imports'

/** The report of a file of which nothing is known yet. */
export function emptyReport(path: string, sha256: string | null): FileReport {
  return {
    path,
    sha256,
    dataset: null,
    rows: { read: 0, accepted: 0, rejected: 0 },
    months: [],
    replacedMonths: [],
    status: 'rejected',
    errors: [],
    errorCounts: {},
    notes: [],
  }
}

/** What an error of a file says of its place, which has fields of its own. */
const placeKeys = ['file', 'row', 'column', 'value']

/** A file that cannot be read at all is one error without a row; faults of the program pass through. */
export function unusableFile(path: string, sha256: string | null, error: unknown): FileReport {
  if (!(error instanceof SeventyError)) throw error
  const { code, message, details } = error
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const row = typeof details['row'] === 'number' ? details['row'] : null
  const more = Object.entries(details).filter(([key]) => !placeKeys.includes(key))
  return {
    ...emptyReport(path, sha256),
    errors: [
      {
        row,
        column: text(details['column']),
        value: text(details['value']),
        code,
        message,
        ...(more.length > 0 && { details: Object.fromEntries(more) }),
      },
    ],
    errorCounts: { [code]: 1 },
  }
}
