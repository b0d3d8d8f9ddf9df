import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { changedWhileRead, emptyFile, notAFile, tooLarge, unreadable } from './file-faults'
import type { RandomBytes } from './random-bytes'

/** 2 GB a CSV file (FILES.md, Reading). */
export const MAX_FILE_BYTES = 2 * 1024 ** 3

/** What tells whether a file is still the one that was looked at before. */
export interface FileState {
  readonly bytes: number
  readonly modified: number
}

/** An open regular file that is neither empty nor too large. */
export class OpenFile implements FileState, RandomBytes {
  constructor(
    readonly path: string,
    readonly bytes: number,
    readonly modified: number,
    private readonly descriptor: number,
  ) {}

  /** Reads at a place into `target`; fewer bytes than asked for only at the end of the file. */
  read(target: Buffer, offset: number, length: number, position: number): number {
    let done = 0
    try {
      while (done < length) {
        const read = readSync(
          this.descriptor,
          target,
          offset + done,
          length - done,
          position + done,
        )
        if (read === 0) break
        done += read
      }
    } catch (error) {
      throw unreadable(this.path, error)
    }
    return done
  }

  /** Throws `file-changed` when somebody wrote to the file since it was opened. */
  assertUnchanged(): void {
    const { size, mtimeMs } = fstatSync(this.descriptor)
    this.assertSame({ bytes: size, modified: mtimeMs })
  }

  /** Throws `file-changed` unless the file is as it was at another time. */
  assertSame({ bytes, modified }: FileState): void {
    if (bytes !== this.bytes || modified !== this.modified) throw changedWhileRead(this.path)
  }
}

/**
 * Opens a file for the time of `work`. Throws `file-unreadable` (missing, folder, no permission, not
 * a regular file), `file-empty` (0 bytes) and `file-too-large`.
 */
export function withFile<T>(path: string, work: (file: OpenFile) => T): T {
  const descriptor = openRegularFile(path)
  try {
    const { size, mtimeMs } = fstatSync(descriptor)
    if (size === 0) throw emptyFile(path)
    if (size > MAX_FILE_BYTES) throw tooLarge(path, size, MAX_FILE_BYTES)
    return work(new OpenFile(path, size, mtimeMs, descriptor))
  } finally {
    closeSync(descriptor)
  }
}

/** Asks what the path is before opening it: opening a pipe would wait for a writer. */
function openRegularFile(path: string): number {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) throw notAFile(path, 'it is a folder')
    if (!stat.isFile()) throw notAFile(path, 'it is a device or a pipe')
    return openSync(path, 'r')
  } catch (error) {
    throw error instanceof Error && error.name === 'SeventyError' ? error : unreadable(path, error)
  }
}
