import type { DatasetId } from '../../../shared/imports'
import type { FileAccount } from '../../services/intake-ports'
import type { FileWriter } from '../../services/ports'
import type {
  AzureBatch,
  CertificationRow,
  FileDictionaries,
  PartnerLocationRow,
  SeatBatch,
} from '../../services/row-batches'
import type { WriteConnection } from '../connection'
import { completeFile, type RowRange } from '../repositories/files'
import { lastRow, tableOf } from '../repositories/usage'
import type { ProfileDictionaries } from './dictionaries'
import { AzureRowWriter, SeatRowWriter } from './row-writers'
import { CertificationRowWriter, LocationRowWriter } from './small-row-writers'

const writers = {
  'azure-usage': AzureRowWriter,
  'm365-usage': SeatRowWriter,
  'ems-usage': SeatRowWriter,
  certifications: CertificationRowWriter,
  'partner-profile': LocationRowWriter,
} as const satisfies Record<DatasetId, unknown>

type Writer = InstanceType<(typeof writers)[DatasetId]>

/** Takes the rows of one file. Rows of another dataset than the file's are a fault of the program. */
export class StoreFileWriter implements FileWriter {
  readonly #connection: WriteConnection
  readonly #fileId: number
  readonly #dataset: DatasetId
  readonly #writer: Writer
  /** The last row id before this file. */
  readonly #before: number
  #rows = 0
  #finished = false

  constructor(
    connection: WriteConnection,
    dictionaries: ProfileDictionaries,
    fileId: number,
    dataset: DatasetId,
  ) {
    this.#connection = connection
    this.#fileId = fileId
    this.#dataset = dataset
    this.#writer = new writers[dataset](connection, dictionaries, fileId)
    this.#before = lastRow(connection, tableOf[dataset])
  }

  get finished(): boolean {
    return this.#finished
  }

  azure(batch: AzureBatch, names: FileDictionaries): void {
    if (!(this.#writer instanceof AzureRowWriter)) throw this.#otherDataset()
    this.#writer.write(batch, names)
    this.#rows += batch.count
  }

  seats(batch: SeatBatch, names: FileDictionaries): void {
    if (!(this.#writer instanceof SeatRowWriter)) throw this.#otherDataset()
    this.#writer.write(batch, names)
    this.#rows += batch.count
  }

  certifications(rows: readonly CertificationRow[]): void {
    if (!(this.#writer instanceof CertificationRowWriter)) throw this.#otherDataset()
    this.#writer.write(rows)
    this.#rows += rows.length
  }

  locations(rows: readonly PartnerLocationRow[]): void {
    if (!(this.#writer instanceof LocationRowWriter)) throw this.#otherDataset()
    this.#writer.write(rows)
    this.#rows += rows.length
  }

  finish(account: FileAccount): void {
    if (this.#finished) throw new Error('The file is already finished.')
    this.#finished = true
    this.#writer.finish()
    completeFile(this.#connection, this.#fileId, {
      rowsRead: account.rowsRead,
      rowsAccepted: account.rowsAccepted,
      rowsRejected: account.rowsRejected,
      rows: this.#range(),
      account: { errorCounts: account.errorCounts, notes: account.notes },
    })
  }

  /** The ids of the rows; throws unless they are unbroken, as everything that finds a row relies on it. */
  #range(): RowRange | null {
    const last = lastRow(this.#connection, tableOf[this.#dataset])
    if (last !== this.#before + this.#rows) {
      throw new Error(`The file's ${this.#rows} rows do not follow each other in the workspace.`)
    }
    return this.#rows === 0 ? null : { first: this.#before + 1, last }
  }

  #otherDataset(): Error {
    return new Error(`A file of ${this.#dataset} was given rows of another dataset.`)
  }
}
