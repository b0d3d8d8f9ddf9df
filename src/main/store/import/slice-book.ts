import type { Month } from '../../../shared/calendar'
import { SeventyError } from '../../../shared/errors'
import type { WriteConnection } from '../connection'
import type { BulkInsert } from '../repositories/bulk-insert'
import { completeColumns } from '../repositories/columns'
import { completeSlice, insertSlice } from '../repositories/files'
import type { RollupTable } from '../repositories/usage'
import { RollupEntries } from '../rollup-entries'
import { ColumnWriter } from './column-writer'
import { named, type ProfileDictionaries } from './dictionaries'

/** More entries than this wait in memory no longer: about 20 MB, whatever the size of the file. */
const MOST_ENTRIES = 1_000_000
const LOCATION_LIMIT = 2 ** 32

/** Where the rollups of a stream go. */
export interface RollupTarget {
  readonly table: RollupTable
  readonly entries: BulkInsert
}

/** The rows of one file for one month and location, as they arrive. */
export class Slice {
  readonly entries = new RollupEntries()
  rows = 0
  /** Sum of the amounts without their signs, in micro-dollars. */
  gross = 0
  /** Parts of its columns that are stored. */
  parts = 0

  constructor(readonly id: number) {}

  /**
   * Counts a row. Throws `input-invalid` when the amounts leave the range in which a double is exact;
   * the sums over the slice then are in it too.
   */
  count(microUsd: number): void {
    this.rows++
    this.gross += Math.abs(microUsd)
    if (!Number.isSafeInteger(this.gross)) throw amountsTooLarge()
  }
}

export function amountsTooLarge(): SeventyError {
  return new SeventyError(
    'input-invalid',
    'The amounts of this partner add up to more than nine billion dollars, which Seventy cannot hold exactly. Check the column of the amounts.',
  )
}

/** The slices of one file. */
export class SliceBook {
  readonly #connection: WriteConnection
  readonly #dictionaries: ProfileDictionaries
  readonly #fileId: number
  readonly #slices = new Map<number, Slice>()
  #lastKey = -1
  #last: Slice | undefined

  constructor(connection: WriteConnection, dictionaries: ProfileDictionaries, fileId: number) {
    this.#connection = connection
    this.#dictionaries = dictionaries
    this.#fileId = fileId
  }

  /** The slice of a month (null: none) and the file's number of a location. */
  at(month: Month | null, location: number, locations: readonly string[]): Slice {
    const key = (month ?? 0) * LOCATION_LIMIT + location
    if (key === this.#lastKey && this.#last) return this.#last
    let slice = this.#slices.get(key)
    if (!slice) {
      const locationId = this.#dictionaries.location(named(locations, location))
      slice = new Slice(insertSlice(this.#connection, this.#fileId, month, locationId))
      this.#slices.set(key, slice)
    }
    this.#lastKey = key
    this.#last = slice
    return slice
  }

  /** Stores the rollups gathered so far when they have become many. */
  relieve(rollups: RollupTarget): void {
    let entries = 0
    for (const slice of this.#slices.values()) entries += slice.entries.size
    if (entries > MOST_ENTRIES) this.#drain(rollups)
  }

  /** Stores what is left and completes the slices; `rollups` is missing where there are none. */
  finish(rollups?: RollupTarget): void {
    if (rollups) this.#drain(rollups)
    for (const { id, rows, gross, parts } of this.#slices.values()) {
      completeSlice(this.#connection, id, rows, gross)
      if (rollups) completeColumns(this.#connection, id, parts)
    }
  }

  #drain({ table, entries: rollups }: RollupTarget): void {
    // By id, which is the order of the table: its pages are then filled one after the other.
    for (const slice of [...this.#slices.values()].sort((a, b) => a.id - b.id)) {
      const columns = new ColumnWriter(table)
      slice.entries.drain((tenantId, kindId, first, second) => {
        rollups.add(slice.id, tenantId, kindId, first, second)
        columns.add(tenantId, kindId, first, second)
      })
      if (columns.store(this.#connection, slice.id)) slice.parts++
    }
    rollups.flush()
  }
}
