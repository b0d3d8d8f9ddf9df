import type { FileDictionaries, TenantNames } from '../../services/row-batches'
import type { WriteConnection } from '../connection'
import {
  azureKindsOf,
  fileNamesOf,
  insertAzureKind,
  insertLocation,
  insertPerson,
  insertSeatKind,
  insertTenant,
  locationsOf,
  peopleOf,
  renamePerson,
  useTenant,
  seatKindsOf,
  tenantsOf,
} from '../repositories/dictionaries'
import { insertNames } from '../repositories/file-names'

interface Named {
  readonly id: number
  name: string | null
}

interface Customer extends Named {
  /** The name it had before the import. */
  readonly before: string | null
  inUse: boolean
}

/**
 * The dictionaries of one profile while an import is open: what is known is read once, what is new is
 * stored as it appears. Built for each import, so nothing survives a rollback.
 */
export class ProfileDictionaries {
  readonly #connection: WriteConnection
  readonly #profileId: number
  readonly #tenants = new Map<string, Customer>()
  readonly #people = new Map<string, Named>()
  readonly #locations = new Map<string, number>()
  readonly #azureKinds = new Map<string, number>()
  readonly #seatKinds = new Map<string, number>()

  constructor(connection: WriteConnection, profileId: number) {
    this.#connection = connection
    this.#profileId = profileId
    const ofFiles = new Map(fileNamesOf(connection, profileId).map(({ id, name }) => [id, name]))
    for (const { id, guid, name, inUse } of tenantsOf(connection, profileId)) {
      const called = ofFiles.has(id) ? (ofFiles.get(id) ?? null) : name
      this.#tenants.set(guid, { id, name: called, before: called, inUse: inUse === 1 })
    }
    for (const { id, identity, name } of peopleOf(connection, profileId))
      this.#people.set(identity, { id, name })
    for (const { id, mpnId } of locationsOf(connection, profileId)) this.#locations.set(mpnId, id)
    for (const { id, ...kind } of azureKindsOf(connection, profileId))
      this.#azureKinds.set(azureKey(kind), id)
    for (const { id, ...kind } of seatKindsOf(connection, profileId))
      this.#seatKinds.set(seatKey(kind), id)
  }

  tenant(guid: string): number {
    const known = this.#tenants.get(guid)
    if (known) return known.id
    const id = insertTenant(this.#connection, this.#profileId, guid)
    this.#tenants.set(guid, { id, name: null, before: null, inUse: true })
    return id
  }

  /** Gives tenants the names that a file has for them; a missing name leaves the known one. */
  nameTenants(fileId: number, { ids, names }: TenantNames): void {
    const named = ids.flatMap((guid, index) => {
      const tenant = this.#tenants.get(guid)
      return tenant ? [{ tenant, name: names[index] || null }] : []
    })
    for (const { tenant, name } of named) {
      if (tenant.inUse && (name ?? tenant.name) === tenant.name) continue
      useTenant(this.#connection, tenant.id, name)
      tenant.name = name ?? tenant.name
      tenant.inUse = true
    }
    const told = named.map(({ tenant, name }) => ({ id: tenant.id, name }))
    insertNames(this.#connection, 'file_tenants', fileId, told)
  }

  /** Customers whom the files of the import call otherwise than they were called before. */
  renamedTenants(): { readonly id: string; readonly from: string; readonly to: string }[] {
    return [...this.#tenants].flatMap(([id, { before, name }]) =>
      before === null || name === null || before === name ? [] : [{ id, from: before, to: name }],
    )
  }

  person(identity: string, name: string): number {
    const known = this.#people.get(identity)
    if (!known) {
      const id = insertPerson(this.#connection, this.#profileId, identity, name)
      this.#people.set(identity, { id, name })
      return id
    }
    if (name !== '' && name !== known.name) {
      renamePerson(this.#connection, known.id, name)
      known.name = name
    }
    return known.id
  }

  /** Keeps how a file calls its people, by their ids. */
  keepPeople(fileId: number, names: ReadonlyMap<number, string | null>): void {
    const told = Array.from(names, ([id, name]) => ({ id, name }))
    insertNames(this.#connection, 'file_people', fileId, told)
  }

  location(mpnId: string): number {
    return idOf(this.#locations, mpnId, () =>
      insertLocation(this.#connection, this.#profileId, mpnId),
    )
  }

  azureKind(kind: AzureKind): number {
    return idOf(this.#azureKinds, azureKey(kind), () => {
      return insertAzureKind(this.#connection, this.#profileId, kind)
    })
  }

  seatKind(kind: SeatKind): number {
    return idOf(this.#seatKinds, seatKey(kind), () => {
      return insertSeatKind(this.#connection, this.#profileId, kind)
    })
  }
}

interface SeatKind {
  readonly workload: string
  readonly association: string | null
  readonly duplicate: number
}

interface AzureKind {
  readonly service: string
  readonly offer: string | null
  readonly association: string | null
  readonly duplicate: number
}

function azureKey({ service, offer, association, duplicate }: AzureKind): string {
  return JSON.stringify([service, offer, association, duplicate])
}

function seatKey({ workload, association, duplicate }: SeatKind): string {
  return JSON.stringify([workload, association, duplicate])
}

function idOf(ids: Map<string, number>, key: string, store: () => number): number {
  const known = ids.get(key)
  if (known !== undefined) return known
  const id = store()
  ids.set(key, id)
  return id
}

/**
 * Ids for the numbers that one file uses for its names. Nested arrays, since this is asked for every
 * row and the file's numbers are small and dense.
 */
export class FileIds {
  readonly #profile: ProfileDictionaries
  readonly #tenants: number[] = []
  readonly #azureKinds: (number | undefined)[][][] = []
  readonly #seatKinds: (number | undefined)[][] = []

  constructor(profile: ProfileDictionaries) {
    this.#profile = profile
  }

  /** Ids of all tenants that the file has named so far. */
  tenants({ ids }: TenantNames): readonly number[] {
    for (let index = this.#tenants.length; index < ids.length; index++) {
      this.#tenants.push(this.#profile.tenant(named(ids, index)))
    }
    return this.#tenants
  }

  azureKind(
    names: FileDictionaries,
    service: number,
    offer: number,
    association: number,
    duplicate: number,
  ): number {
    const ofOffer = ((this.#azureKinds[service] ??= [])[offer] ??= [])
    return (ofOffer[association * 2 + duplicate] ??= this.#profile.azureKind({
      service: named(names.services, service),
      offer: named(names.offers, offer),
      association: named(names.associations, association),
      duplicate,
    }))
  }

  seatKind(
    names: FileDictionaries,
    workload: number,
    association: number,
    duplicate: number,
  ): number {
    const ofWorkload = (this.#seatKinds[workload] ??= [])
    return (ofWorkload[association * 2 + duplicate] ??= this.#profile.seatKind({
      workload: named(names.workloads, workload),
      association: named(names.associations, association),
      duplicate,
    }))
  }
}

/** The name with this number; a number without a name is a fault of the reader. */
export function named<T>(names: readonly T[], index: number): T {
  if (index >= names.length) throw new RangeError(`The file's dictionary has no entry ${index}.`)
  return names[index] as T
}
