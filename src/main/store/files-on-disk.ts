import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Waits until the disk holds what was written to a file or, on POSIX, to a folder's list of names. */
export function flushToDisk(path: string, kind: 'file' | 'folder'): void {
  // Windows has no handle to flush for a folder; NTFS journals its names.
  if (kind === 'folder' && process.platform === 'win32') return
  const descriptor = openSync(path, kind === 'file' ? 'r+' : 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Gives a finished file its name, in place of what had it; afterwards the disk holds one of the two. */
export function renameDurably(from: string, to: string): void {
  flushToDisk(from, 'file')
  renameSync(from, to)
  flushToDisk(dirname(to), 'folder')
}

/** Whether two names lead to one file, whatever links and spelling lie between. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

/** Size of a database with the log beside it, in bytes. */
export function bytesOnDisk(path: string): number {
  return ['', '-wal']
    .map((suffix) => statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size)
}

/** An empty file that only its owner can read, as a workspace holds confidential data. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', 0o600))
}

/** Removes a database with the files that SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}
