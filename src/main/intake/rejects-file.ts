import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { SeventyError } from '../../shared/errors'
import type { RowError } from '../../shared/imports'
import type { SavedRows } from '../services/row-batches-sink'
import { createRejectsWriter } from './rejects'

/** Characters that wait in memory before they are written. */
const WRITE_AT = 1 << 16

/**
 * The list of rejected rows as a CSV file (FILES.md, Reading). The file is made with the first row,
 * so an import without rejected rows leaves none, and takes away the one that an earlier import left
 * at the same place: it would speak of rows that are not rejected any more. Where no file was read,
 * because the content of all is in force already, nothing new is known and the list stays.
 */
export class RejectsFile implements SavedRows {
  /** Rows that the finished file holds; 0 while it is not finished. */
  saved = 0
  private files = 0
  private rows = 0
  private waiting = ''
  private descriptor: number | undefined
  /** Whether the file at the path is (part of) this list. */
  private begun = false
  private fault: SeventyError | undefined
  private readonly list = createRejectsWriter((text) => (this.waiting += text))

  constructor(private readonly path: string) {}

  begin(path: string, header: readonly string[], sheet?: string): void {
    this.files++
    this.list.begin(path, header, sheet)
  }

  /** Never throws: what keeps the list from being written must not end the reading of the files. */
  row(cells: readonly string[], errors: readonly RowError[]): void {
    if (this.fault) return
    this.list.row(cells, errors)
    this.rows++
    if (this.waiting.length >= WRITE_AT) this.attempt(() => this.flush())
  }

  /** Completes the file. Throws `output-unwritable` when any part of it could not be written. */
  end(): void {
    this.attempt(() => {
      if (this.rows > 0) this.flush()
      else if (this.files > 0) this.remove()
    })
    this.attempt(() => this.close())
    if (this.fault) {
      this.discard()
      throw this.fault
    }
    this.saved = this.rows
  }

  /** Takes away what was written unless the file is finished; half a list looks like a whole one. */
  discard(): void {
    if (this.saved > 0 || !this.begun) return
    this.begun = false
    this.attempt(() => this.close())
    this.attempt(() => this.remove())
  }

  private flush(): void {
    this.descriptor ??= openSync(this.path, 'w')
    this.begun = true
    const bytes = Buffer.from(this.waiting, 'utf8')
    for (let done = 0; done < bytes.length;) done += writeSync(this.descriptor, bytes, done)
    this.waiting = ''
  }

  private close(): void {
    const { descriptor } = this
    this.descriptor = undefined
    if (descriptor !== undefined) closeSync(descriptor)
  }

  /** Removes a regular file only: the path may name a device or a folder. */
  private remove(): void {
    if (statSync(this.path, { throwIfNoEntry: false })?.isFile()) rmSync(this.path)
  }

  private attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.fault ??= new SeventyError(
        'output-unwritable',
        `The rows left out cannot be saved to ${this.path} (${reason}). Choose another place for them.`,
        { file: this.path },
        error,
      )
    }
  }
}
