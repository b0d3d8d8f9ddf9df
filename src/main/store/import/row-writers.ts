import type { AzureBatch, FileDictionaries, SeatBatch } from '../../services/row-batches'
import type { WriteConnection } from '../connection'
import type { BulkInsert } from '../repositories/bulk-insert'
import { azureRollups, azureRows, seatRollups, seatRows } from '../repositories/usage'
import { FileIds, type ProfileDictionaries } from './dictionaries'
import { SliceBook, type RollupTarget } from './slice-book'

/** What the writers of both usage datasets share: rows, their rollups, and the names of tenants. */
class UsageRowWriter {
  protected readonly slices: SliceBook
  protected readonly ids: FileIds
  readonly #dictionaries: ProfileDictionaries
  readonly #fileId: number
  #names: FileDictionaries | undefined

  constructor(
    connection: WriteConnection,
    dictionaries: ProfileDictionaries,
    fileId: number,
    protected readonly rows: BulkInsert,
    protected readonly rollups: RollupTarget,
  ) {
    this.slices = new SliceBook(connection, dictionaries, fileId)
    this.ids = new FileIds(dictionaries)
    this.#dictionaries = dictionaries
    this.#fileId = fileId
  }

  /** Stores what still waits in memory. */
  finish(): void {
    this.rows.flush()
    this.slices.finish(this.rollups)
    if (this.#names) this.#dictionaries.nameTenants(this.#fileId, this.#names.tenants)
  }

  /** Ids of the tenants that a batch may refer to. */
  protected tenantsOf(names: FileDictionaries): readonly number[] {
    this.#names = names
    return this.ids.tenants(names.tenants)
  }
}

export class AzureRowWriter extends UsageRowWriter {
  constructor(connection: WriteConnection, dictionaries: ProfileDictionaries, fileId: number) {
    super(connection, dictionaries, fileId, azureRows(connection), {
      table: 'azure_rollup',
      entries: azureRollups(connection),
    })
  }

  write(batch: AzureBatch, names: FileDictionaries): void {
    const tenants = this.tenantsOf(names)
    for (let row = 0; row < batch.count; row++) {
      const month = batch.month[row] as number
      const slice = this.slices.at(month, batch.location[row] as number, names.locations)
      const tenantId = tenants[batch.tenant[row] as number] as number
      const kindId = this.ids.azureKind(
        names,
        batch.service[row] as number,
        batch.offer[row] as number,
        batch.association[row] as number,
        batch.duplicate[row] as number,
      )
      const microUsd = batch.microUsd[row] as number
      slice.count(microUsd)
      slice.entries.add(tenantId, kindId, microUsd, 1)
      this.rows.add(slice.id, batch.line[row] as number, tenantId, kindId, microUsd)
    }
    this.slices.relieve(this.rollups)
  }
}

export class SeatRowWriter extends UsageRowWriter {
  constructor(connection: WriteConnection, dictionaries: ProfileDictionaries, fileId: number) {
    super(connection, dictionaries, fileId, seatRows(connection), {
      table: 'm365_rollup',
      entries: seatRollups(connection),
    })
  }

  write(batch: SeatBatch, names: FileDictionaries): void {
    const tenants = this.tenantsOf(names)
    for (let row = 0; row < batch.count; row++) {
      const month = batch.month[row] as number
      const slice = this.slices.at(month, batch.location[row] as number, names.locations)
      const tenantId = tenants[batch.tenant[row] as number] as number
      const kindId = this.ids.seatKind(
        names,
        batch.workload[row] as number,
        batch.association[row] as number,
        batch.duplicate[row] as number,
      )
      const paid = batch.paidSeats[row] as number
      const active = batch.activeSeats[row] as number
      slice.count(0)
      slice.entries.keepMost(tenantId, kindId, paid, active)
      this.rows.add(slice.id, batch.line[row] as number, tenantId, kindId, paid, active)
    }
    this.slices.relieve(this.rollups)
  }
}
