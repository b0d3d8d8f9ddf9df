import type { AzureKinds, SeatKinds } from '../../scoring/facts'
import type { AzureKindRow, SeatKindRow } from '../repositories/dictionaries'

/** What the engine judges of Azure kinds, for a column of their ids. Throws for a kind of another profile. */
export function azureKindColumns(ids: Uint32Array, rows: readonly AzureKindRow[]): AzureKinds {
  const kinds = byId(rows)
  const service = spell(ids, kinds, (kind) => kind.service)
  const offer = spell(ids, kinds, (kind) => kind.offer)
  const association = spell(ids, kinds, (kind) => kind.association)
  return {
    services: service.spellings,
    offers: offer.spellings,
    associations: association.spellings,
    service: service.index,
    offer: offer.index,
    association: association.index,
    duplicate: flag(ids, kinds),
  }
}

/** As {@link azureKindColumns}, for kinds of Microsoft 365 usage. */
export function seatKindColumns(ids: Uint32Array, rows: readonly SeatKindRow[]): SeatKinds {
  const kinds = byId(rows)
  const workload = spell(ids, kinds, (kind) => kind.workload)
  const association = spell(ids, kinds, (kind) => kind.association)
  return {
    workloads: workload.spellings,
    associations: association.spellings,
    workload: workload.index,
    association: association.index,
    duplicate: flag(ids, kinds),
  }
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
function spell<K, T>(ids: Uint32Array, kinds: Kinds<K>, nameOf: (kind: K) => T) {
  const indexes = new Map<T, number>()
  const ofKind: number[] = []
  const index = ids.map((kindId) => {
    return (ofKind[kindId] ??= placeIn(indexes, nameOf(kinds(kindId))))
  })
  return { index, spellings: [...indexes.keys()] }
}

function placeIn<T>(indexes: Map<T, number>, name: T): number {
  const place = indexes.get(name) ?? indexes.size
  indexes.set(name, place)
  return place
}

function flag(ids: Uint32Array, kinds: Kinds<{ readonly duplicate: number }>): Uint8Array {
  return Uint8Array.from(ids, (kindId) => kinds(kindId).duplicate)
}
