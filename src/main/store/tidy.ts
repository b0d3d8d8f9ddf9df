import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { fileSize, hasPendingLog } from './header'

/**
 * Removes the empty `-wal` and the `-shm` that a connection which only reads leaves behind. SQLite
 * does it when the last connection that may write closes, and only then; so that is what happens
 * here. A log with content is left to the next writer, and the workspace itself is not written.
 */
export function tidyLog(path: string): void {
  if (!existsSync(`${path}-shm`) || hasPendingLog(path) || fileSize(path) === 0) return
  try {
    const database = new Database(path, { fileMustExist: true })
    try {
      database.prepare('SELECT count(*) FROM sqlite_schema').get()
    } finally {
      database.close()
    }
  } catch (error) {
    // Locked or write-protected: whoever holds the workspace will tidy up, or nobody can.
    if (!(error instanceof Database.SqliteError)) throw error
  }
}
