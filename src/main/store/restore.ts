import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { SeventyError } from '../../shared/errors'
import { backUp } from './backup'
import { damagedWorkspace, foreignWorkspace, newerWorkspace, workspaceFault } from './faults'
import { removeDatabase, renameDurably } from './files-on-disk'
import { applicationId, readHeader } from './header'
import { latestVersion, migrations } from './migrations'

export interface Restored {
  readonly bytes: number
  /** Where the workspace that was replaced is kept; null when there was none. */
  readonly kept: string | null
}

/**
 * Puts a backup in the place of the workspace at `path`, which no program may have open. The backup is
 * proved first and stays where it is; the workspace that it replaces is kept beside it under the name
 * of the instant `at` (ISO 8601), be it damaged. At every moment either workspace is whole at `path`.
 * Throws `workspace-not-found`, `workspace-foreign`, `workspace-newer`, `workspace-damaged` about the
 * backup, `workspace-locked` when the workspace is in use, `input-invalid` when both are one file.
 */
export function restore(backup: string, path: string, at: string): Restored {
  if (isSameFile(backup, path)) throw ownBackup(path)
  assertUsable(backup)
  const unfinished = `${path}.${randomUUID()}.partial`
  try {
    backUp(backup, unfinished)
    const kept = existsSync(path) ? keep(path, at) : null
    // The log belongs to the file that goes: replayed into the backup it would destroy it.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    renameDurably(unfinished, path)
    return { bytes: statSync(path).size, kept }
  } finally {
    removeDatabase(unfinished)
  }
}

function assertUsable(backup: string): void {
  const header = readHeader(backup)
  if (header === undefined) throw damagedWorkspace(backup, 'the file is empty')
  if (header.applicationId !== applicationId) throw foreignWorkspace(backup)
  const known = latestVersion(migrations)
  if (header.userVersion > known) throw newerWorkspace(backup, header.userVersion, known)
}

/** Gives the present workspace a second name, so that the first one is free to be replaced. */
function keep(path: string, at: string): string {
  closeAll(path)
  const kept = `${path}.before-restore-${at.replaceAll(/[-:]|\.\d+/g, '')}`
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${kept}-wal`)
  try {
    linkSync(path, kept)
  } catch {
    // Not every file system has hard links.
    copyFileSync(path, kept)
  }
  return kept
}

/** Brings the log into the file; throws `workspace-locked` while anybody else has it open. */
function closeAll(path: string): void {
  try {
    // SQLite throws the log of a file away that is no database, so such a file is not even opened.
    readHeader(path)
    const database = new Database(path, { fileMustExist: true, timeout: 0 })
    try {
      database.pragma('locking_mode = EXCLUSIVE')
      database.exec('BEGIN EXCLUSIVE; COMMIT')
      database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  } catch (error) {
    const fault = workspaceFault(path, error)
    // A damaged workspace is what a backup is brought back for; it is kept as it is.
    if (fault instanceof SeventyError && fault.code === 'workspace-damaged') return
    throw fault
  }
}

function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

function ownBackup(path: string): SeventyError {
  return new SeventyError(
    'input-invalid',
    `${path} is the workspace itself. Name the backup that should take its place.`,
    { path },
  )
}
