import type { SavedLayout } from '../../../shared/layouts'
import type { FileChoices } from '../../../shared/imports'
import { candidatesFor, missingColumns, plausible, type Candidate } from './candidates'
import type { Dataset } from './dataset'
import { columnKeys, layoutFingerprint, normaliseName } from './header'
import {
  ambiguous,
  columnsMissing,
  duplicate,
  mappingInvalid,
  unrecognised,
} from './recognition-faults'
import { datasets } from './registry'

/** Where the columns of a dataset stand in one file. */
export class Layout<Field extends string = string> {
  constructor(
    readonly header: readonly string[],
    private readonly cells: ReadonlyMap<Field, number>,
  ) {}

  has(field: Field): boolean {
    return this.cells.has(field)
  }

  /** Index of the field's cell in a record, or -1 when the file has no such column. */
  cellOf(field: Field): number {
    return this.cells.get(field) ?? -1
  }

  /** {@link cellOf} for every field of a dataset, by name. */
  cellsOf(columns: Readonly<Record<Field, unknown>>): Readonly<Record<Field, number>> {
    const fields = Object.keys(columns) as Field[]
    const cells = fields.map((field) => [field, this.cellOf(field)] as const)
    return Object.fromEntries(cells) as Record<Field, number>
  }

  /** The column's name as the file spells it. */
  columnName(field: Field): string {
    return this.header[this.cellOf(field)]?.trim() ?? field
  }

  /** The name of each field's column that no other column has (see {@link columnKeys}). */
  columnsByName(): Readonly<Record<string, string>> {
    const keys = columnKeys(this.header)
    return Object.fromEntries([...this.cells].map(([field, cell]) => [field, keys[cell] ?? '']))
  }
}

/** Who said which column is which: the header itself, the user now, or the user about an earlier file. */
export type RecognisedBy = 'header' | 'choice' | 'layout'

export interface Recognised {
  readonly dataset: Dataset
  readonly layout: Layout
  readonly by: RecognisedBy
  /** What was saved about files with this header; the user's choices go before it. */
  readonly saved: SavedLayout | undefined
}

export interface Recognition {
  /** A mapping without columns names the dataset alone; its columns are then found by their names. */
  readonly mapping?: FileChoices['mapping']
  readonly layoutOf?: ((fingerprint: string) => SavedLayout | undefined) | undefined
}

/**
 * Says what a file is, and which of its columns is which: by the mapping chosen for it, else by what
 * was saved about files with its header, else by its header alone (FILES.md); never by its name.
 * Throws `file-unrecognised` with the columns seen and what every dataset needs, `file-ambiguous` when
 * the header fits several datasets, `columns-missing` when needed columns are not there,
 * `column-duplicate` when one is there twice, and `mapping-invalid` for a mapping that does not fit.
 */
export function recognise(
  header: readonly string[],
  file: string,
  { mapping, layoutOf }: Recognition = {},
): Recognised {
  const saved = layoutOf?.(layoutFingerprint(header))
  if (mapping) {
    const dataset = datasetWithId(mapping.dataset)
    const columns = Object.entries(mapping.columns)
    const layout =
      columns.length > 0
        ? mapped(header, dataset, columns, file)
        : named(header, candidateOf(header, dataset), file)
    return { dataset, layout, by: 'choice', saved }
  }
  if (saved) {
    const dataset = datasetWithId(saved.dataset)
    const columns = placesOf(saved.columns, header, file)
    return { dataset, layout: mapped(header, dataset, columns, file), by: 'layout', saved }
  }
  const candidates = candidatesFor(header)
  const [best, ...others] = plausible(candidates)
  if (!best) throw unrecognised(header, candidates, file)
  if (others.length > 0) throw ambiguous([best, ...others], file)
  return { dataset: best.dataset, layout: named(header, best, file), by: 'header', saved }
}

export function datasetWithId(id: Dataset['id']): Dataset {
  const dataset = datasets.find((each) => each.id === id)
  if (!dataset) throw new Error(`There is no dataset ${id}.`)
  return dataset
}

function candidateOf(header: readonly string[], dataset: Dataset): Candidate {
  const candidate = candidatesFor(header).find((each) => each.dataset === dataset)
  if (!candidate) throw new Error(`There is no dataset ${dataset.id}.`)
  return candidate
}

/** The columns that the names of the header tell. */
function named(
  header: readonly string[],
  { dataset, found, missing }: Candidate,
  file: string,
): Layout {
  if (missing.length > 0) throw columnsMissing(dataset, missing, file)
  const cells = new Map<string, number>()
  for (const [field, positions] of found) {
    const [first, second] = positions
    if (second !== undefined) throw duplicate(header[second] ?? '', positions, file)
    if (first !== undefined) cells.set(field, first)
  }
  return new Layout(header, cells)
}

/** The columns that somebody told; one column cannot be two fields. */
function mapped(
  header: readonly string[],
  dataset: Dataset,
  columns: readonly (readonly [field: string, cell: number])[],
  file: string,
): Layout {
  const cells = new Map<string, number>()
  const fieldOf = new Map<number, string>()
  for (const [field, cell] of columns) {
    const name = header[cell]?.trim()
    const other = fieldOf.get(cell)
    if (!Object.hasOwn(dataset.columns, field)) {
      throw mappingInvalid(file, `${dataset.title} has no field "${field}"`, { field })
    }
    if (name === undefined) {
      throw mappingInvalid(file, `there is no column ${cell + 1}`, { field, column: cell + 1 })
    }
    if (other !== undefined) {
      const both = `the column ${name} is both ${other} and ${field}`
      throw mappingInvalid(file, both, { field, column: name })
    }
    fieldOf.set(cell, field)
    cells.set(field, cell)
  }
  const missing = missingColumns(dataset, (field) => cells.has(field))
  if (missing.length > 0) throw columnsMissing(dataset, missing, file)
  return new Layout(header, cells)
}

/** The places of columns that are told by name. */
function placesOf(
  columns: SavedLayout['columns'],
  header: readonly string[],
  file: string,
): (readonly [field: string, cell: number])[] {
  const keys = columnKeys(header).map(normaliseName)
  return Object.entries(columns).map(([field, name]) => {
    const cell = keys.indexOf(normaliseName(name))
    if (cell >= 0) return [field, cell] as const
    throw mappingInvalid(file, `there is no column ${name}`, { field, column: name })
  })
}
