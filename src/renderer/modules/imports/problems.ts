import type { FileReport, RowError } from '../../../shared/imports'
import { needsMapping, questionIn } from './answers'

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

/** Why the files cannot be stored as they are, or null when they can. */
export function obstacle(
  files: readonly FileReport[],
): 'mapping' | 'question' | 'rejected' | 'nothing-new' | null {
  if (files.some(needsMapping)) return 'mapping'
  if (files.some((file) => questionIn(file))) return 'question'
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
