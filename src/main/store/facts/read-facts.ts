import type { AzureFacts, CertificationFacts, Facts, SeatFacts } from '../../scoring/facts'
import type { ReadConnection } from '../connection'
import { certificationsInForce } from '../repositories/certifications'
import { azureKindsOf, seatKindsOf, tenantsOf } from '../repositories/dictionaries'
import { slicesInForce } from '../repositories/files'
import { TenantIndex } from './tenant-index'
import { readUsageColumns, type UsageColumns } from './usage-columns'

/**
 * Everything the engine may ask about a profile, from the rollups of the slices in force. Amounts in
 * micro-dollars; names as the files spelt them. The caller gives the reads one state of the workspace.
 */
export function readFacts(connection: ReadConnection, profileId: number): Facts {
  const tenants = new TenantIndex(tenantsOf(connection, profileId))
  const azure = readAzure(connection, profileId, tenants)
  const m365 = readSeats(connection, profileId, tenants)
  const certifications = readCertifications(connection, profileId)
  return { tenants: tenants.tenants, azure, m365, certifications }
}

function readAzure(
  connection: ReadConnection,
  profileId: number,
  tenants: TenantIndex,
): AzureFacts {
  const slices = slicesInForce(connection, profileId, 'azure-usage')
  const columns = readUsageColumns(connection, 'azure_rollup', slices, tenants)
  const kinds = byId(azureKindsOf(connection, profileId))
  const service = spell(columns, kinds, (kind) => kind.service)
  const offer = spell(columns, kinds, (kind) => kind.offer)
  const association = spell(columns, kinds, (kind) => kind.association)
  return {
    months: columns.months,
    services: service.spellings,
    offers: offer.spellings,
    associations: association.spellings,
    tenant: columns.tenant,
    month: columns.month,
    service: service.index,
    offer: offer.index,
    association: association.index,
    duplicate: flag(columns, kinds),
    microUsd: columns.first,
  }
}

function readSeats(connection: ReadConnection, profileId: number, tenants: TenantIndex): SeatFacts {
  const slices = slicesInForce(connection, profileId, 'm365-usage')
  const columns = readUsageColumns(connection, 'm365_rollup', slices, tenants)
  const kinds = byId(seatKindsOf(connection, profileId))
  const workload = spell(columns, kinds, (kind) => kind.workload)
  const association = spell(columns, kinds, (kind) => kind.association)
  return {
    months: columns.months,
    workloads: workload.spellings,
    associations: association.spellings,
    tenant: columns.tenant,
    month: columns.month,
    workload: workload.index,
    association: association.index,
    duplicate: flag(columns, kinds),
    paidSeats: columns.first,
    activeSeats: columns.second,
  }
}

function readCertifications(connection: ReadConnection, profileId: number): CertificationFacts {
  const imported = slicesInForce(connection, profileId, 'certifications').length > 0
  return { imported, rows: certificationsInForce(connection, profileId) }
}

type Kinds<K> = (id: number) => K

/** Looks kinds up by their id; throws for a kind of another profile. */
function byId<K extends { readonly id: number }>(rows: readonly K[]): Kinds<K> {
  const kinds = new Map(rows.map((row) => [row.id, row]))
  return (id) => {
    const kind = kinds.get(id)
    if (kind === undefined) throw new Error(`Kind of usage ${id} does not belong to this profile.`)
    return kind
  }
}

/**
 * One name of the kinds as a column of indexes into its spellings. Only what an entry uses is listed,
 * so that names of replaced months are not reported.
 */
function spell<K, T>({ kind }: UsageColumns, kinds: Kinds<K>, nameOf: (kind: K) => T) {
  const indexes = new Map<T, number>()
  const ofKind: number[] = []
  const index = kind.map((kindId) => {
    return (ofKind[kindId] ??= placeIn(indexes, nameOf(kinds(kindId))))
  })
  return { index, spellings: [...indexes.keys()] }
}

function placeIn<T>(indexes: Map<T, number>, name: T): number {
  const place = indexes.get(name) ?? indexes.size
  indexes.set(name, place)
  return place
}

function flag({ kind }: UsageColumns, kinds: Kinds<{ readonly duplicate: number }>): Uint8Array {
  return Uint8Array.from(kind, (kindId) => kinds(kindId).duplicate)
}
