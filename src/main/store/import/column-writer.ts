import { columnChecksum, encodeEntries, partChecksum } from '../column-codec'
import type { WriteConnection } from '../connection'
import { insertColumn, insertPart } from '../repositories/columns'
import type { RollupTable } from '../repositories/usage'

interface GrowingColumn {
  readonly tenants: number[]
  readonly first: number[]
  readonly second: number[]
}

/** Gathers rollup entries of one slice by kind and stores them as one part of its columns. */
export class ColumnWriter {
  readonly #table: RollupTable
  readonly #columns = new Map<number, GrowingColumn>()
  readonly #tenants: number[] = []

  constructor(table: RollupTable) {
    this.#table = table
  }

  /** Takes one entry; they come by tenant, as rollups hand them out. */
  add(tenantId: number, kindId: number, first: number, second: number): void {
    let column = this.#columns.get(kindId)
    if (column === undefined) {
      column = { tenants: [], first: [], second: [] }
      this.#columns.set(kindId, column)
    }
    column.tenants.push(tenantId)
    column.first.push(first)
    // The second number of Azure counts rows, which no rule asks for.
    if (this.#table === 'm365_rollup') column.second.push(second)
    if (this.#tenants.at(-1) !== tenantId) this.#tenants.push(tenantId)
  }

  /** Stores what was gathered; false when it was nothing. */
  store(connection: WriteConnection, sliceId: number): boolean {
    if (this.#tenants.length === 0) return false
    const columns = [...this.#columns]
      .sort(([one], [other]) => one - other)
      .map(([kindId, { tenants, first, second }]) => {
        const numbers = this.#table === 'm365_rollup' ? [first, second] : [first]
        const content = encodeEntries(tenants, ...numbers)
        return { kindId, content, checksum: columnChecksum(sliceId, kindId, content) }
      })
    const tenants = encodeEntries(this.#tenants)
    const checksum = partChecksum(sliceId, tenants, columns)
    const partId = insertPart(connection, sliceId, { tenants, checksum })
    for (const column of columns) insertColumn(connection, { ...column, partId })
    return true
  }
}
