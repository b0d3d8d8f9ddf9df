import { MAX_COLUMNS } from '../csv/csv-faults'
import { SeventyError } from '../../../shared/errors'
import { fileName } from '../source/file-faults'
import type { Dataset } from './dataset'
import { datasets } from './registry'

/** Columns that a message lists before it only counts. */
const SHOWN_COLUMNS = 12

/** A header name without what differs between reports: case, spaces and underscores. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[\s_\ufeff]+/gu, '')
}

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
}

export interface Recognised {
  readonly dataset: Dataset
  readonly layout: Layout
}

/**
 * Recognises a file by its header alone (FILES.md), never by its name. Throws `file-unrecognised`
 * with the columns seen and what every dataset needs, `columns-missing` when a recognised file lacks
 * needed columns, and `column-duplicate` when a needed column occurs twice.
 */
export function recognise(header: readonly string[], file: string): Recognised {
  const positions = positionsByName(header)
  const matches = datasets
    .map((dataset) => ({ dataset, found: findColumns(dataset, positions) }))
    .filter(({ dataset, found }) => dataset.recognisedBy.every((field) => found.has(field)))
    .toSorted((one, other) => other.found.size - one.found.size)
  const [best] = matches
  if (!best) throw unrecognised(header, file)
  const { dataset, found } = best
  assertComplete(dataset, found, file)
  const cells = new Map<string, number>()
  for (const [field, positionsOfField] of found) {
    const [first, second] = positionsOfField
    if (second !== undefined) throw duplicate(header[second] ?? '', positionsOfField, file)
    if (first !== undefined) cells.set(field, first)
  }
  return { dataset, layout: new Layout(header, cells) }
}

function positionsByName(header: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>()
  header.forEach((name, position) => {
    const normal = normaliseName(name)
    const known = positions.get(normal)
    if (known) known.push(position)
    else positions.set(normal, [position])
  })
  return positions
}

/** For each field the places of the first of its names that the header has. */
function findColumns(dataset: Dataset, positions: Map<string, number[]>): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [field, { names }] of Object.entries(dataset.columns)) {
    const at = names.map((name) => positions.get(normaliseName(name))).find(Boolean)
    if (at) found.set(field, at)
  }
  return found
}

/** Groups of fields of which one is needed; most groups are a single field. */
function neededFields(dataset: Dataset): (readonly string[])[] {
  const single = Object.entries(dataset.columns)
    .filter(([, { optional }]) => !optional)
    .map(([field]) => [field])
  return [...single, ...(dataset.needsOneOf ?? [])]
}

function preferredNames(dataset: Dataset, fields: readonly string[]): string {
  return fields.map((field) => dataset.columns[field]?.names[0] ?? field).join(' or ')
}

function assertComplete(dataset: Dataset, found: Map<string, number[]>, file: string): void {
  const missing = neededFields(dataset)
    .filter((group) => !group.some((field) => found.has(field)))
    .map((group) => preferredNames(dataset, group))
  if (missing.length === 0) return
  throw new SeventyError(
    'columns-missing',
    `${fileName(file)} looks like ${dataset.title} but lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}. Download the report with all its columns, or correct the header.`,
    { file, dataset: dataset.id, columns: missing },
  )
}

function duplicate(column: string, positions: readonly number[], file: string): SeventyError {
  const places = positions.map((position) => position + 1)
  return new SeventyError(
    'column-duplicate',
    `${fileName(file)} has the column ${column.trim()} more than once (columns ${places.join(' and ')}). Delete the one that is not meant, so that it is clear which to read.`,
    { file, row: 1, column: column.trim(), positions: places },
  )
}

function unrecognised(header: readonly string[], file: string): SeventyError {
  const columns = header.slice(0, MAX_COLUMNS).map((name) => shorten(name.trim()))
  const shown = columns.slice(0, SHOWN_COLUMNS).join(', ')
  const more = columns.length > SHOWN_COLUMNS ? ` and ${columns.length - SHOWN_COLUMNS} more` : ''
  const known = datasets.map((dataset) => ({
    dataset: dataset.id,
    title: dataset.title,
    recognisedBy: dataset.recognisedBy.map((field) => preferredNames(dataset, [field])),
    needs: neededFields(dataset).map((group) => preferredNames(dataset, group)),
  }))
  const needs = known.map(({ title, recognisedBy }) => `${title} (${recognisedBy.join(', ')})`)
  return new SeventyError(
    'file-unrecognised',
    `${fileName(file)} is no report that Seventy knows. Its first line holds: ${shown}${more}. Known reports and the columns that tell them: ${needs.join('; ')}. Choose the CSV file as it was downloaded.`,
    { file, columns, datasets: known },
  )
}

/** A file that is no CSV can have a page of text where a column name would be. */
function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
