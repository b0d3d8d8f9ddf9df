import Database from 'better-sqlite3'
import { SeventyError } from '../../shared/errors'

/** Details of `workspace-newer`: both schema versions, and what to say about them. */
export function newerWorkspace(path: string, found: number, supported: number): SeventyError {
  return new SeventyError(
    'workspace-newer',
    `The workspace ${path} was written by a newer version of Seventy (schema ${found}; this version knows ${supported}). Install the newer version to open it.`,
    { path, found, supported },
  )
}

export function foreignWorkspace(path: string): SeventyError {
  return new SeventyError(
    'workspace-foreign',
    `${path} is a database of another program, not a Seventy workspace. Choose another file.`,
    { path },
  )
}

export function damagedWorkspace(path: string, what: string, cause?: unknown): SeventyError {
  return new SeventyError(
    'workspace-damaged',
    `The workspace ${path} cannot be read: ${what}. Bring back a backup with: restore FILE`,
    { path },
    cause,
  )
}

export function missingWorkspace(path: string): SeventyError {
  return new SeventyError(
    'workspace-not-found',
    `There is no workspace at ${path}. Check the path, or create one by adding a profile.`,
    { path },
  )
}

export function lockedWorkspace(path: string, what: string, cause?: unknown): SeventyError {
  return new SeventyError('workspace-locked', `The workspace ${path} ${what}.`, { path }, cause)
}

/** The code of an error of the file system ("EACCES"), or what it says. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/**
 * What SQLite or the file system reported about a workspace, as an error that says what to do. Errors
 * that are not about the state of the file (a broken statement, a failed constraint) come back as
 * they are: they are faults of the program.
 */
export function workspaceFault(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  switch (/^SQLITE_[A-Z]+/.exec(error.code)?.[0]) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return lockedWorkspace(path, 'is in use by another program; close it and try again', error)
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'SQLITE_READONLY':
      return lockedWorkspace(path, 'cannot be opened for writing; check its permissions', error)
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
    case 'SQLITE_IOERR':
      return damagedWorkspace(path, error.message, error)
    case 'SQLITE_FULL':
      return new SeventyError(
        'internal',
        `The disk that holds ${path} is full; nothing was stored. Free some space and try again.`,
        { path },
        error,
      )
    default:
      return error
  }
}
