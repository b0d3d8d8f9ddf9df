import type { TenantFact } from '../../scoring/facts'
import type { StoredPartner, StoredStream, UsageColumn } from '../../scoring/stored-usage'
import type { ReadConnection } from '../connection'
import { azureKindsOf, seatKindsOf } from '../repositories/dictionaries'
import { slicesInForce, type SliceInForce } from '../repositories/files'
import { datasetsOf, type RollupTable } from '../repositories/usage'
import { azureKindColumns, seatKindColumns } from './kind-columns'
import { readCertifications } from './read-facts'
import { sliceColumns, type SliceColumns } from './slice-columns'
import { TenantPlaces } from './tenant-places'

/**
 * A partner for the engine, from the columns of the slices in force. `columns` reads while it is
 * iterated, so the caller gives everything but `tenants` one state of the workspace.
 * `tenantsNamed` is asked for the customers with their ids, once, when somebody wants to see them.
 */
export function readStoredPartner(
  connection: ReadConnection,
  profileId: number,
  tenantsNamed: (ids: readonly number[]) => readonly TenantFact[],
): StoredPartner {
  const places = new TenantPlaces()
  const azure = readStream(connection, profileId, 'azure_rollup', places)
  const m365 = readStream(connection, profileId, 'm365_rollup', places)
  const azureKinds = azureKindColumns(azure.kindIds, azureKindsOf(connection, profileId))
  const seatKinds = seatKindColumns(m365.kindIds, seatKindsOf(connection, profileId))
  let tenants: readonly TenantFact[] | undefined
  return {
    tenantCount: places.count,
    tenants: () => (tenants ??= tenantsNamed(places.ids)),
    azure: { ...azure, kinds: azureKinds },
    m365: { ...m365, kinds: seatKinds },
    certifications: readCertifications(connection, profileId),
  }
}

interface MonthSlice extends SliceColumns {
  readonly month: number
}

interface ReadStream extends Omit<StoredStream<unknown>, 'kinds'> {
  /** Kinds in use; the engine knows them by their place here. */
  readonly kindIds: Uint32Array
}

/** Gives the tenants of the stream their places, month by month, and prepares the reading of its columns. */
function readStream(
  connection: ReadConnection,
  profileId: number,
  table: RollupTable,
  places: TenantPlaces,
): ReadStream {
  const slices = slicesInForce(connection, profileId, datasetsOf[table])
    .filter((slice): slice is SliceInForce & { month: number } => slice.month !== null)
    .map(({ id, month }): MonthSlice => ({ ...sliceColumns(connection, table, id), month }))
  for (const ofMonth of Map.groupBy(slices, ({ month }) => month).values()) {
    places.give(ofMonth.flatMap(({ tenants }) => tenants))
  }
  const kindIds = Uint32Array.from(new Set(slices.flatMap((slice) => slice.kindIds)))
  return {
    months: [...new Set(slices.map(({ month }) => month))],
    kindIds,
    columns: (wanted) => columnsOf(slices, kindIds, places, wanted),
  }
}

function* columnsOf(
  slices: readonly MonthSlice[],
  kindIds: Uint32Array,
  places: TenantPlaces,
  wanted: (kind: number) => boolean,
): Generator<UsageColumn> {
  const kindOf = new Map(Array.from(kindIds, (id, kind) => [id, kind]))
  const placeOfKind = (kindId: number) => kindOf.get(kindId) as number
  for (const { month, columns } of slices) {
    for (const { kindId, tenants, first, second } of columns((id) => wanted(placeOfKind(id)))) {
      const kind = placeOfKind(kindId)
      yield { month, kind, tenants: places.of(tenants), first, second }
    }
  }
}
