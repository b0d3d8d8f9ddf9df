import type { Month } from '../../../shared/calendar'
import type { DatasetId, ImportMode } from '../../../shared/imports'

/** A slice with what decides whether it is in force. */
export interface HistorySlice {
  readonly id: number
  readonly fileId: number
  readonly importId: number
  readonly mode: ImportMode
  readonly withdrawn: boolean
  readonly sha256: string
  readonly dataset: DatasetId
  /** null: certifications. */
  readonly month: Month | null
  readonly locationId: number
}

/** What keeps slices from being in force; a slice or file in neither map is kept by nothing. */
export interface OutOfForce {
  /** By slice: the first import that replaced it. */
  readonly supersededBy: ReadonlyMap<number, number>
  /** By file: the file with the same content that was in force when it came. */
  readonly repeats: ReadonlyMap<number, number>
}

/** The place that a slice takes: in mode `replace` a later one there puts it out of force. */
export function placeOf({
  dataset,
  month,
  locationId,
}: Pick<HistorySlice, 'dataset' | 'month' | 'locationId'>): string {
  return `${dataset} ${month} ${locationId}`
}

/**
 * What is out of force in a profile, from the imports that are not withdrawn alone: one after the
 * other as if they came into an empty workspace. `slices` are all of the profile, by import and file.
 */
export function outOfForce(slices: readonly HistorySlice[]): OutOfForce {
  const supersededBy = new Map<number, number>()
  const repeats = new Map<number, number>()
  let live: readonly HistorySlice[] = []
  const counted = slices.filter(({ withdrawn }) => !withdrawn)
  for (const [importId, own] of Map.groupBy(counted, (slice) => slice.importId)) {
    const known = fileByContent(live)
    const fresh = own.filter(({ fileId, sha256 }) => {
      const same = known.get(sha256)
      if (same !== undefined) repeats.set(fileId, same)
      return same === undefined
    })
    const covered = new Set(own[0]?.mode === 'replace' ? fresh.map(placeOf) : [])
    const [replaced, kept] = partition(live, (slice) => covered.has(placeOf(slice)))
    for (const { id } of replaced) supersededBy.set(id, importId)
    live = [...kept, ...fresh]
  }
  return { supersededBy, repeats }
}

/** The first file of each content. */
function fileByContent(slices: readonly HistorySlice[]): ReadonlyMap<string, number> {
  const files = new Map<string, number>()
  for (const { sha256, fileId } of slices) if (!files.has(sha256)) files.set(sha256, fileId)
  return files
}

function partition<T>(list: readonly T[], test: (each: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((each) => !test(each))]
}
