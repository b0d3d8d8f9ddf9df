import { randomUUID } from 'node:crypto'
import { copyFileSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { SeventyError } from '../../shared/errors'
import { workspaceFault } from './faults'
import { createPrivateFile, isSameFile, removeDatabase, renameDurably } from './files-on-disk'
import { tidyLog } from './tidy'

/**
 * Copies the workspace as it stands, also while it is open or being written, to `target`, replacing
 * what is there, and proves the copy before it gets that name. The copy is a workspace itself.
 * Returns its size in bytes. Throws `output-unwritable`, also when the target is the workspace itself,
 * `cancelled` once `cancelled` says so (asked between copying, proving and naming; nothing stays), `backup-damaged` when the copy is not sound,
 * or what is wrong with the workspace.
 */
export function backUp(
  path: string,
  target: string,
  cancelled: () => boolean = () => false,
): number {
  if (isSameFile(path, target)) {
    throw new SeventyError(
      'output-unwritable',
      `${target} is the workspace itself. Choose another file for the backup.`,
      { path: target },
    )
  }
  const goOn = () => {
    if (cancelled())
      throw new SeventyError('cancelled', 'The backup was stopped; nothing was kept.')
  }
  const unfinished = `${target}.${randomUUID()}.partial`
  try {
    createPrivateFile(unfinished)
    const source = new Database(path, { readonly: true, fileMustExist: true })
    try {
      goOn()
      source.prepare('VACUUM INTO ?').run(unfinished)
      goOn()
      prove(unfinished, identity(source))
      goOn()
    } finally {
      source.close()
      tidyLog(path)
    }
    renameDurably(unfinished, target)
    return statSync(target).size
  } catch (error) {
    removeDatabase(unfinished)
    throw backupFault(path, target, error)
  }
}

/**
 * Puts a backup back in the place of a workspace that nobody has open. The backup stays where it is.
 */
export function putBack(backup: string, path: string): void {
  const unfinished = `${path}.${randomUUID()}.partial`
  try {
    copyFileSync(backup, unfinished)
    // The log belongs to the file that goes: replayed into the backup it would destroy it.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    renameDurably(unfinished, path)
  } finally {
    removeDatabase(unfinished)
  }
}

/** Throws `backup-damaged` unless the copy is sound and of the same kind and version. */
function prove(copy: string, expected: string): void {
  const database = new Database(copy, { fileMustExist: true })
  try {
    const report = database.pragma('integrity_check', { simple: true })
    if (report !== 'ok' || identity(database) !== expected) {
      throw new SeventyError(
        'backup-damaged',
        `The backup ${copy} is not sound (${String(report)}); it was thrown away.`,
        { path: copy, report },
      )
    }
    // VACUUM writes a file without a log; a workspace has one.
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
}

function backupFault(path: string, target: string, error: unknown): unknown {
  if (error instanceof SeventyError) return error
  if (error instanceof Database.SqliteError) return workspaceFault(path, error)
  return new SeventyError(
    'output-unwritable',
    `The backup ${target} could not be written. Check the folder and its permissions.`,
    { path: target },
    error,
  )
}

function identity(database: Database.Database): string {
  const read = (name: string) => String(database.pragma(name, { simple: true }))
  return `${read('application_id')} ${read('user_version')}`
}
