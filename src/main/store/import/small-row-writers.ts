import type { CertificationRow, PartnerLocationRow } from '../../services/row-batches'
import type { WriteConnection } from '../connection'
import { insertCertification } from '../repositories/certifications'
import { insertPartnerLocation } from '../repositories/partner-locations'
import type { ProfileDictionaries } from './dictionaries'
import { SliceBook, type Slice } from './slice-book'

/** Slices without a month, of a file whose locations come as text; their numbers are its own. */
class LocationSlices {
  readonly #slices: SliceBook
  readonly #locations: string[] = []

  constructor(connection: WriteConnection, dictionaries: ProfileDictionaries, fileId: number) {
    this.#slices = new SliceBook(connection, dictionaries, fileId)
  }

  at(location: string): Slice {
    return this.#slices.at(null, this.#numberOf(location), this.#locations)
  }

  finish(): void {
    this.#slices.finish()
  }

  #numberOf(location: string): number {
    const known = this.#locations.indexOf(location)
    return known >= 0 ? known : this.#locations.push(location) - 1
  }
}

export class CertificationRowWriter {
  readonly #connection: WriteConnection
  readonly #dictionaries: ProfileDictionaries
  readonly #slices: LocationSlices
  readonly #fileId: number
  /** By person: the last name that is not empty. */
  readonly #people = new Map<number, string | null>()

  constructor(connection: WriteConnection, dictionaries: ProfileDictionaries, fileId: number) {
    this.#connection = connection
    this.#dictionaries = dictionaries
    this.#slices = new LocationSlices(connection, dictionaries, fileId)
    this.#fileId = fileId
  }

  write(rows: readonly CertificationRow[]): void {
    for (const row of rows) {
      const slice = this.#slices.at(row.location)
      const personId = this.#dictionaries.person(row.person, row.personName)
      this.#people.set(personId, row.personName || (this.#people.get(personId) ?? null))
      slice.count(0)
      insertCertification(this.#connection, slice.id, personId, row)
    }
  }

  finish(): void {
    this.#slices.finish()
    this.#dictionaries.keepPeople(this.#fileId, this.#people)
  }
}

/** The locations of a partner; all of one global account stand in one slice. */
export class LocationRowWriter {
  readonly #connection: WriteConnection
  readonly #slices: LocationSlices

  constructor(connection: WriteConnection, dictionaries: ProfileDictionaries, fileId: number) {
    this.#connection = connection
    this.#slices = new LocationSlices(connection, dictionaries, fileId)
  }

  write(rows: readonly PartnerLocationRow[]): void {
    for (const row of rows) {
      const slice = this.#slices.at(row.globalMpnId)
      slice.count(0)
      insertPartnerLocation(this.#connection, slice.id, row)
    }
  }

  finish(): void {
    this.#slices.finish()
  }
}
