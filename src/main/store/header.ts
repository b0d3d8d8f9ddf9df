import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { SeventyError } from '../../shared/errors'
import { damagedWorkspace, lockedWorkspace, missingWorkspace, systemCode } from './faults'

/** `application_id` of a Seventy workspace: "SVTY" in ASCII. */
export const applicationId = 0x53565459

const HEADER_BYTES = 100
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')

/** Where the fields of the header stand (sqlite.org/fileformat.html, "The Database Header"). */
const offset = {
  pageSize: 16,
  changeCounter: 24,
  pages: 28,
  userVersion: 60,
  applicationId: 68,
  versionValidFor: 92,
} as const

/** What the first bytes of a workspace file say. */
export interface WorkspaceHeader {
  readonly applicationId: number
  readonly userVersion: number
}

/** True when a transaction is waiting in the write-ahead log, so that the header may be out of date. */
export function hasPendingLog(path: string): boolean {
  return fileSize(`${path}-wal`) > 0
}

/** Size of a file in bytes; 0 when there is none. */
export function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/**
 * Reads the header without SQLite, which would already create files beside the workspace. Returns
 * undefined for a file of 0 bytes. Throws `workspace-not-found` for a missing file,
 * `workspace-locked` for an unreadable one, and `workspace-damaged` for what is no database or was
 * cut off.
 */
export function readHeader(path: string): WorkspaceHeader | undefined {
  const { bytes, size } = readStart(path)
  if (size === 0) return undefined
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw damagedWorkspace(path, 'the file is not a database')
  }
  if (size < expectedSize(bytes) && !hasPendingLog(path)) {
    throw damagedWorkspace(path, 'the end of the file is missing')
  }
  return {
    applicationId: bytes.readUInt32BE(offset.applicationId),
    userVersion: bytes.readUInt32BE(offset.userVersion),
  }
}

/** Bytes that the header promises; 0 when it was last written by a program that does not say. */
function expectedSize(header: Buffer): number {
  const counted =
    header.readUInt32BE(offset.changeCounter) === header.readUInt32BE(offset.versionValidFor)
  const pageSize = header.readUInt16BE(offset.pageSize)
  return counted ? (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(offset.pages) : 0
}

/**
 * Descriptors that are kept until the process ends, by the file they belong to. On POSIX, closing one
 * takes away every lock that any connection of this process has on the same file
 * (sqlite.org/howtocorrupt.html, section 2.2); recent versions of SQLite survive that, but warn of it.
 */
const held = new Map<string, number>()

function readStart(path: string): { bytes: Buffer; size: number } {
  try {
    const status = statSync(path, { throwIfNoEntry: false })
    if (status === undefined) throw missingWorkspace(path)
    if (!status.isFile()) throw damagedWorkspace(path, 'it is a folder, not a file')
    const file = `${status.dev}:${status.ino}`
    const descriptor = held.get(file) ?? openSync(path, 'r')
    const bytes = Buffer.alloc(HEADER_BYTES)
    const length = readSync(descriptor, bytes, 0, HEADER_BYTES, 0)
    if (process.platform === 'win32') closeSync(descriptor)
    else held.set(file, descriptor)
    return { bytes: bytes.subarray(0, length), size: status.size }
  } catch (error) {
    if (error instanceof SeventyError) throw error
    throw lockedWorkspace(
      path,
      `cannot be opened (${systemCode(error)}); check its permissions`,
      error,
    )
  }
}
