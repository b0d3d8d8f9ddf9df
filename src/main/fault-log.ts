import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LIMIT_BYTES = 1_000_000

/**
 * Writes faults of the program to `faults.log` in the user's data folder, one line of JSON each,
 * keeping one older file. Input of users and clients never goes in: only what failed, and where.
 */
export function faultLog(folder: string): (place: string, error: unknown) => void {
  const path = join(folder, 'faults.log')
  return (place, error) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    mkdirSync(folder, { recursive: true })
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES)
      renameSync(path, `${path}.1`)
    appendFileSync(
      path,
      `${JSON.stringify({ at: new Date().toISOString(), place, message, stack })}\n`,
    )
  }
}
