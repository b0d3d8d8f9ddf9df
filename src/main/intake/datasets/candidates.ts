import type { Dataset } from './dataset'
import { normaliseName, positionsByName } from './header'
import { datasets } from './registry'

/** What speaks for a file being of one kind. */
export interface Candidate {
  readonly dataset: Dataset
  /** For each field the places of the first of its names that the header has. */
  readonly found: ReadonlyMap<string, readonly number[]>
  /** All columns that tell the kind are there. */
  readonly told: boolean
  /** What is needed and not there, by the preferred names. */
  readonly missing: readonly string[]
  /** Share of what is needed that is there, 0 to 1. */
  readonly confidence: number
}

/** Every kind of file with what speaks for it, the likeliest first. */
export function candidatesFor(header: readonly string[]): Candidate[] {
  const positions = positionsByName(header)
  return datasets
    .map((dataset) => candidate(dataset, findColumns(dataset, positions)))
    .toSorted(
      (one, other) =>
        Number(other.told) - Number(one.told) ||
        other.confidence - one.confidence ||
        other.found.size - one.found.size,
    )
}

/**
 * The kinds that a header cannot be told apart from: one for most files, none for an unknown one.
 * A kind with all its columns leaves none to one that lacks some.
 */
export function plausible(candidates: readonly Candidate[]): readonly Candidate[] {
  const told = candidates.filter((each) => each.told)
  const distinct = told.filter(({ dataset }) => !dataset.onlyAlone)
  const standing = distinct.length > 0 ? distinct : told
  const complete = standing.filter(({ missing }) => missing.length === 0)
  return complete.length > 0 ? complete : standing
}

/** Groups of fields of which one is needed; most groups are a single field. */
export function neededFields(
  { columns, recognisedBy, needsOneOf = [], pairs = [] }: Dataset,
  has: (field: string) => boolean = () => false,
): (readonly string[])[] {
  const single = Object.keys(columns).filter((field) => !columns[field]?.optional)
  const signature = recognisedBy.filter((group) => typeof group !== 'string')
  const halves = pairs.filter(([one, other]) => has(one) !== has(other))
  return [
    ...single.map((field) => [field]),
    ...signature,
    ...needsOneOf,
    ...halves.map(([one, other]) => [has(one) ? other : one]),
  ]
}

/** What is needed and not there, by the preferred names. */
export function missingColumns(dataset: Dataset, has: (field: string) => boolean): string[] {
  return neededFields(dataset, has)
    .filter((group) => !group.some(has))
    .map((group) => preferredNames(dataset, group))
}

export function preferredNames(dataset: Dataset, fields: string | readonly string[]): string {
  const group = typeof fields === 'string' ? [fields] : fields
  return group.map((field) => dataset.columns[field]?.names[0] ?? field).join(' or ')
}

function candidate(dataset: Dataset, found: Candidate['found']): Candidate {
  const has = (field: string) => found.has(field)
  const missing = missingColumns(dataset, has)
  const needed = neededFields(dataset, has).length
  const told = dataset.recognisedBy.every((group) =>
    typeof group === 'string' ? has(group) : group.some(has),
  )
  return { dataset, found, told, missing, confidence: (needed - missing.length) / needed }
}

function findColumns(
  dataset: Dataset,
  positions: ReadonlyMap<string, readonly number[]>,
): Candidate['found'] {
  const found = new Map<string, readonly number[]>()
  for (const [field, { names }] of Object.entries(dataset.columns)) {
    const at = names.map((name) => positions.get(normaliseName(name))).find(Boolean)
    if (at) found.set(field, at)
  }
  return found
}
