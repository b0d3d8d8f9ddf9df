import type { FileReport, RowError } from '../../../shared/imports'

/** All that is wrong with a file for one cause. */
export interface Problem {
  readonly code: string
  readonly count: number
  /** The sentence of the first error; it holds for the file as a whole when `places` is empty. */
  readonly message: string
  readonly places: readonly RowError[]
  /** Errors beyond those a report lists. */
  readonly unlisted: number
}

/** The errors of a file grouped by cause, the most frequent first. */
export function problemsOf(file: FileReport): Problem[] {
  const codes = new Set([...Object.keys(file.errorCounts), ...file.errors.map(({ code }) => code)])
  return [...codes]
    .map((code) => {
      const listed = file.errors.filter((error) => error.code === code)
      const count = file.errorCounts[code] ?? listed.length
      return {
        code,
        count,
        message: listed[0]?.message ?? '',
        places: listed.filter((error) => error.row !== null || error.value !== null),
        unlisted: Math.max(0, count - listed.length),
      }
    })
    .toSorted((a, b) => b.count - a.count)
}

/** The error that only the user can resolve: a column whose dates read both ways. */
export function ambiguousDates(files: readonly FileReport[]): RowError | undefined {
  return files.flatMap((file) => file.errors).find((error) => error.code === 'date-order-ambiguous')
}

const NUMERIC_DATE = /^\D*(\d{1,2})\D(\d{1,2})\D(\d{4})/

/** Both dates that `3/4/2023` can mean, as ISO dates; null when the value is not of that kind. */
export function bothReadings(
  value: string | null,
): { readonly dmy: string; readonly mdy: string } | null {
  const [, first, second, year] = NUMERIC_DATE.exec(value ?? '') ?? []
  if (first === undefined || second === undefined || year === undefined) return null
  const iso = (month: string, day: string) =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number(first) > 12 || Number(second) > 12
    ? null
    : { dmy: iso(second, first), mdy: iso(first, second) }
}

/** Why the files cannot be stored as they are, or null when they can. */
export function obstacle(
  files: readonly FileReport[],
): 'date-order' | 'rejected' | 'nothing-new' | null {
  if (ambiguousDates(files)) return 'date-order'
  if (files.some((file) => file.status === 'rejected')) return 'rejected'
  return files.every((file) => file.status === 'unchanged') ? 'nothing-new' : null
}

/** True when leaving bad rows out would make every rejected file usable. */
export function canSkipBadRows(files: readonly FileReport[]): boolean {
  const rejected = files.filter((file) => file.status === 'rejected')
  return (
    rejected.length > 0 &&
    rejected.every((file) => file.rows.rejected > 0 && file.rows.accepted > 0)
  )
}
