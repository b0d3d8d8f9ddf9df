import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SeventyError } from '../../shared/errors'
import { ReadConnection, WriteConnection, type ConnectionOptions } from './connection'
import {
  damagedWorkspace,
  foreignWorkspace,
  lockedWorkspace,
  newerWorkspace,
  systemCode,
  workspaceFault,
} from './faults'
import { createPrivateFile } from './files-on-disk'
import { applicationId, hasPendingLog, readHeader, type WorkspaceHeader } from './header'
import { initialise, migrate } from './migrate'
import { latestVersion, migrations as ownMigrations, type Migration } from './migrations'
import { ReadableStore } from './readable-store'
import { tidyLog } from './tidy'
import { WritableStore } from './writable-store'

export interface OpenOptions extends ConnectionOptions {
  /** Create the workspace, and its folder, when there is none. */
  readonly create?: boolean
  /** Steps of the schema in place of the program's own. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the workspace for reading; any thread may, also while another one is writing. The file is not
 * written, unless an older version has to be migrated first. Throws `workspace-not-found`,
 * `workspace-foreign`, `workspace-newer`, `workspace-damaged`, `workspace-locked`; a refused file stays
 * byte for byte what it was, with nothing new beside it.
 */
export function openReadable(path: string, options: OpenOptions = {}): ReadableStore {
  const file = resolve(path)
  const list = options.migrations ?? ownMigrations
  if (inspect(file, list).userVersion < latestVersion(list)) openWritable(file, options).close()
  try {
    return new ReadableStore(new ReadConnection(file, options), list)
  } catch (error) {
    tidyLog(file)
    throw error
  }
}

/**
 * Opens the workspace for reading and writing, creating (with `create`) or migrating it first. Errors
 * are those of {@link openReadable}, and `internal` when a migration failed and was taken back.
 */
export function openWritable(path: string, options: OpenOptions = {}): WritableStore {
  const file = resolve(path)
  const list = options.migrations ?? ownMigrations
  if (options.create && isUnwritten(file)) create(file, list)
  const { userVersion } = inspect(file, list)
  // Only creation keeps a journal: one that is left was cut short, and is taken back and done again.
  if (existsSync(`${file}-journal`)) guarded(file, () => initialise(file, list))
  if (userVersion < latestVersion(list)) guarded(file, () => migrate(file, list))
  return new WritableStore(new WriteConnection(file, options), list)
}

/** Creates a workspace where there is no file, or an empty one. Throws `output-unwritable` otherwise. */
export function createWorkspace(path: string, options: OpenOptions = {}): WritableStore {
  if (!isUnwritten(path)) {
    throw new SeventyError('output-unwritable', `There already is a file at ${path}.`, { path })
  }
  return openWritable(path, { ...options, create: true })
}

function isUnwritten(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false })
  return status === undefined || (status.isFile() && status.size === 0)
}

function create(path: string, list: readonly Migration[]): void {
  try {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      createPrivateFile(path)
    }
  } catch (error) {
    // EEXIST: another program was faster, and its file will do.
    const code = systemCode(error)
    if (code !== 'EEXIST') throw lockedWorkspace(path, `cannot be created (${code})`, error)
  }
  guarded(path, () => initialise(path, list))
}

/**
 * Decides from the file's own bytes whether it may be opened. After a crash the newest header can
 * still be in the log; then a connection that only reads looks again.
 */
function inspect(path: string, list: readonly Migration[]): WorkspaceHeader {
  const supported = latestVersion(list)
  const header = readHeader(path)
  if (header === undefined) throw damagedWorkspace(path, 'the file is empty')
  accept(path, header, supported)
  return hasPendingLog(path) ? accept(path, readThroughLog(path), supported) : header
}

function accept(path: string, header: WorkspaceHeader, supported: number): WorkspaceHeader {
  if (header.applicationId !== applicationId) throw foreignWorkspace(path)
  if (header.userVersion > supported) throw newerWorkspace(path, header.userVersion, supported)
  return header
}

function readThroughLog(path: string): WorkspaceHeader {
  const connection = new ReadConnection(path, {})
  try {
    return {
      applicationId: Number(connection.pragma('application_id')),
      userVersion: Number(connection.pragma('user_version')),
    }
  } finally {
    connection.close()
  }
}

function guarded(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw workspaceFault(path, error)
  }
}
