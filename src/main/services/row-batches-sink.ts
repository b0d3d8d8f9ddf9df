import { SeventyError } from '../../shared/errors'
import type { DatasetId, RowError } from '../../shared/imports'
import type { RowSink } from './intake-ports'
import type { FileWriter } from './ports'

/**
 * Keeps every row that is left out, for a list of rejects. `end` comes once all files were read and
 * before anything is stored: what it throws stops the import. The other two do not throw.
 */
export interface RejectedRows {
  begin(path: string, header: readonly string[], sheet?: string): void
  row(cells: readonly string[], errors: readonly RowError[]): void
  end(): void
}

/** A list of rejected rows that can be saved as a file. */
export interface SavedRows extends RejectedRows {
  /** Rows that the finished file holds. */
  readonly saved: number
  /** Takes away what was written unless the file is finished. */
  discard(): void
}

/** Takes the rows of one file to the store, or nowhere when nothing is to be stored. */
export class FileSink implements RowSink {
  writer: FileWriter | undefined
  private begun = false

  constructor(
    private readonly path: string,
    private readonly rejects: RejectedRows | undefined,
    private readonly beginFile: (dataset: DatasetId) => FileWriter | undefined,
  ) {}

  begin({ dataset, header, sheet }: Parameters<RowSink['begin']>[0]): void {
    this.begun = true
    this.writer = this.beginFile(dataset)
    this.rejects?.begin(this.path, header, sheet)
  }

  azure(...batch: Parameters<RowSink['azure']>): void {
    this.target()?.azure(...batch)
  }

  seats(...batch: Parameters<RowSink['seats']>): void {
    this.target()?.seats(...batch)
  }

  certifications(...rows: Parameters<RowSink['certifications']>): void {
    this.target()?.certifications(...rows)
  }

  locations(...rows: Parameters<RowSink['locations']>): void {
    this.target()?.locations(...rows)
  }

  rejected({ cells, errors }: Parameters<RowSink['rejected']>[0]): void {
    this.rejects?.row(cells, errors)
  }

  private target(): FileWriter | undefined {
    if (this.begun) return this.writer
    throw new SeventyError('internal', 'Rows arrived before their header.', { file: this.path })
  }
}
