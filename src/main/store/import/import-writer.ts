import type { Month } from '../../../shared/calendar'
import type { ImportEffect, NameQuestion } from '../../services/import-effect'
import type { FileWriter, ImportWriter, NewFile, NewImport } from '../../services/ports'
import type { WriteConnection } from '../connection'
import {
  countEntered,
  grossInForce,
  insertFile,
  insertImport,
  slicePlaces,
  supersedeSlice,
  type SlicePlace,
} from '../repositories/files'
import { raiseRevision } from '../repositories/profiles'
import { countChangedIn } from '../repositories/row-changes'
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
  byHand: ImportWriter['byHand'] = []
  readonly #files: { readonly id: number; readonly writer: StoreFileWriter }[] = []

  /** `wanted.id`: the one the import has to have; left out: the next one. */
  constructor(
    connection: WriteConnection,
    profileId: number,
    wanted: NewImport & { readonly id?: number },
  ) {
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
    const replaced =
      this.#mode === 'replace' ? this.#supersede(own) : new Map<string, readonly number[]>()
    if (grossInForce(this.#connection, this.#profileId) > Number.MAX_SAFE_INTEGER)
      throw amountsTooLarge()
    raiseRevision(this.#connection, this.#profileId)
    this.byHand = this.#files.map(({ id }) => this.#besides(id, own, replaced))
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

  /** What the file means for rows that were changed or typed in by hand. */
  #besides(
    fileId: number,
    own: readonly SlicePlace[],
    replaced: ReadonlyMap<string, readonly number[]>,
  ): ImportWriter['byHand'][number] {
    const slices = own.filter((slice) => slice.fileId === fileId)
    const gone = slices.flatMap((slice) => replaced.get(placeOf(slice)) ?? [])
    const months = slices.flatMap(({ month }) => month ?? [])
    const dataset = slices[0]?.dataset
    return {
      changesLost: countChangedIn(this.#connection, this.#profileId, gone),
      entriesKept: dataset ? countEntered(this.#connection, this.#profileId, dataset, months) : 0,
    }
  }

  /** Puts earlier slices in the places that this import covers out of force; returns them by place. */
  #supersede(own: readonly SlicePlace[]): ReadonlyMap<string, readonly number[]> {
    const covered = new Set(own.map(placeOf))
    const replaced = new Map<string, readonly number[]>()
    for (const slice of slicePlaces(this.#connection, this.#profileId, this.#importId, 'earlier')) {
      if (!covered.has(placeOf(slice))) continue
      supersedeSlice(this.#connection, slice.id, this.#importId)
      const place = placeOf(slice)
      replaced.set(place, [...(replaced.get(place) ?? []), slice.id])
    }
    return replaced
  }

  #requireFinishedFiles(): void {
    if (this.#files.some(({ writer }) => !writer.finished)) {
      throw new Error('The file before is not finished.')
    }
  }
}
