import type { Month } from '../../../shared/calendar'
import type { ImportEffect, NameQuestion } from '../../services/import-effect'
import type { FileWriter, ImportWriter, NewFile, NewImport } from '../../services/ports'
import type { WriteConnection } from '../connection'
import {
  grossInForce,
  insertFile,
  insertImport,
  slicePlaces,
  supersedeSlice,
  type SlicePlace,
} from '../repositories/files'
import { raiseRevision } from '../repositories/profiles'
import { ProfileDictionaries } from './dictionaries'
import { StoreFileWriter } from './file-writer'
import { monthEffects } from './import-effect'
import { namesInImport } from './import-names'
import { placeOf } from './in-force'
import { amountsTooLarge } from './slice-book'

/** One import inside the open transaction; its files are written one after the other. */
export class StoreImportWriter implements ImportWriter {
  readonly #connection: WriteConnection
  readonly #profileId: number
  readonly #mode: NewImport['mode']
  readonly #importId: number
  readonly #dictionaries: ProfileDictionaries
  readonly #files: { readonly id: number; readonly writer: StoreFileWriter }[] = []

  constructor(connection: WriteConnection, profileId: number, wanted: NewImport) {
    this.#connection = connection
    this.#profileId = profileId
    this.#mode = wanted.mode
    this.#importId = insertImport(connection, profileId, wanted)
    this.#dictionaries = new ProfileDictionaries(connection, profileId)
  }

  beginFile(file: NewFile): FileWriter {
    this.#requireFinishedFiles()
    const id = insertFile(this.#connection, this.#importId, file)
    const writer = new StoreFileWriter(this.#connection, this.#dictionaries, id, file.dataset)
    this.#files.push({ id, writer })
    return writer
  }

  /** Throws `input-invalid` when the profile's amounts leave the range in which sums are exact. */
  finish(): readonly (readonly Month[])[] {
    this.#requireFinishedFiles()
    const own = slicePlaces(this.#connection, this.#profileId, this.#importId, 'own')
    const replaced = this.#mode === 'replace' ? this.#supersede(own) : new Set<string>()
    if (grossInForce(this.#connection, this.#profileId) > Number.MAX_SAFE_INTEGER)
      throw amountsTooLarge()
    raiseRevision(this.#connection, this.#profileId)
    return this.#files.map(({ id }) => {
      const months = own
        .filter((slice) => slice.fileId === id && replaced.has(placeOf(slice)))
        .flatMap(({ month }) => (month === null ? [] : [month]))
      return [...new Set(months)]
    })
  }

  effect(question: NameQuestion): ImportEffect {
    return {
      ...monthEffects(this.#connection, this.#profileId, this.#importId),
      names: namesInImport(this.#connection, this.#profileId, this.#importId, question),
      renamed: this.#dictionaries.renamedTenants(),
    }
  }

  /** Puts earlier slices in the places that this import covers out of force; returns those places. */
  #supersede(own: readonly SlicePlace[]): ReadonlySet<string> {
    const covered = new Set(own.map(placeOf))
    const replaced = new Set<string>()
    for (const slice of slicePlaces(this.#connection, this.#profileId, this.#importId, 'earlier')) {
      if (!covered.has(placeOf(slice))) continue
      supersedeSlice(this.#connection, slice.id, this.#importId)
      replaced.add(placeOf(slice))
    }
    return replaced
  }

  #requireFinishedFiles(): void {
    if (this.#files.some(({ writer }) => !writer.finished)) {
      throw new Error('The file before is not finished.')
    }
  }
}
