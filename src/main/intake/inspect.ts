import { SeventyError } from '../../shared/errors'
import type { DatasetCandidate, FileInspection } from '../../shared/inspection'
import type { ReadOptions } from '../services/intake-ports'
import { FormatSurvey } from './columns/formats'
import { cellText, type TableRecord } from './csv/record'
import { candidatesFor, missingColumns, type Candidate } from './datasets/candidates'
import type { Dataset } from './datasets/dataset'
import { datasetWithId, Layout, recognise, type RecognisedBy } from './datasets/recognise'
import type { Table } from './table'

/** Rows that are looked at, values shown of a column, and characters of each. */
const HEAD_ROWS = 500
const SAMPLES = 5
const SAMPLE_CHARACTERS = 80

/**
 * Looks at the first rows of a table: what it could be, which column is which, and what its first
 * values say about dates and decimals. Whether they stay so is decided by all rows, in a check.
 * `whole`: the table is all of the file.
 */
export function inspect(
  table: Table,
  { path, whole }: { readonly path: string; readonly whole: boolean },
  options: ReadOptions,
): FileInspection {
  const candidates = candidatesFor(table.header)
  const { dataset, layout, by } = understand(table.header, path, candidates, options)
  const survey = new FormatSurvey(dataset, layout, {
    file: path,
    decode: table.decode,
    commaDelimited: table.commaDelimited,
  })
  const samples = new Samples(table)
  const { rows, ended } = eachRow(table, (record) => {
    survey.take(record)
    samples.take(record)
  })
  const mapped = Object.keys(dataset.columns).filter((field) => layout.has(field))
  return {
    error: null,
    dataset: by && dataset.id,
    by,
    candidates: candidates.map(described),
    columns: samples.columns(),
    mapping: Object.fromEntries(mapped.map((field) => [field, layout.cellOf(field)])),
    missing: missingColumns(dataset, (field) => layout.has(field)),
    rows,
    whole: ended && whole,
    ...survey.evidence(),
  }
}

interface Understood {
  readonly dataset: Dataset
  readonly layout: Layout
  /** null: the header does not say it; dataset and columns are the likeliest. */
  readonly by: RecognisedBy | null
}

/** What an import would understand, or as much of the likeliest as the header says. */
function understand(
  header: readonly string[],
  file: string,
  candidates: readonly Candidate[],
  options: ReadOptions,
): Understood {
  try {
    return recognise(header, file, options)
  } catch (error) {
    if (!(error instanceof SeventyError)) throw error
    const { mapping } = options
    const wanted = mapping ? datasetWithId(mapping.dataset) : candidates[0]?.dataset
    const candidate = candidates.find(({ dataset }) => dataset === wanted)
    if (!candidate) throw error
    const cells = [...candidate.found].flatMap(([field, [first, second]]) =>
      first === undefined || second !== undefined ? [] : [[field, first] as const],
    )
    const chosen = Object.entries(mapping?.columns ?? {}).filter(
      ([field, cell]) => Object.hasOwn(candidate.dataset.columns, field) && cell < header.length,
    )
    const layout = new Layout(header, new Map(chosen.length > 0 ? chosen : cells))
    return { dataset: candidate.dataset, layout, by: null }
  }
}

/** Hands out the first rows that have as many cells as the header; a row that cannot be read ends them. */
function eachRow(
  table: Table,
  visit: (record: TableRecord) => void,
): { readonly rows: number; readonly ended: boolean } {
  const records = table.records(() => undefined, [])
  let rows = 0
  try {
    while (rows < HEAD_ROWS) {
      if (!records.next()) return { rows, ended: true }
      rows++
      if (records.count === table.header.length) visit(records)
    }
  } catch (error) {
    // Cut off at the end of the head, or broken: the check of the whole file tells which.
    if (!(error instanceof SeventyError)) throw error
  }
  return { rows, ended: false }
}

/** The first distinct values of every column. */
class Samples {
  private readonly seen: readonly Set<string>[]

  constructor(private readonly table: Table) {
    this.seen = table.header.map(() => new Set<string>())
  }

  take(record: TableRecord): void {
    this.seen.forEach((values, cell) => {
      if (values.size === SAMPLES) return
      const text = cellText(record, cell, this.table.decode).trim()
      if (text !== '') values.add(text.slice(0, SAMPLE_CHARACTERS))
    })
  }

  columns(): FileInspection['columns'] {
    return this.table.header.map((name, cell) => ({
      name: name.trim(),
      samples: [...(this.seen[cell] ?? [])],
    }))
  }
}

function described({ dataset, found, told, confidence }: Candidate): DatasetCandidate {
  const { id, columns, recognisedBy, needsOneOf = [], pairs = [] } = dataset
  const groups = recognisedBy.filter(
    (group): group is readonly string[] => typeof group !== 'string',
  )
  return {
    dataset: id,
    confidence,
    told,
    fields: Object.entries(columns).map(([field, { kind, names, optional }]) => {
      const [first, second] = found.get(field) ?? []
      const column = first === undefined || second !== undefined ? null : first
      return { field, kind, needed: !optional, name: names[0] ?? field, column }
    }),
    oneOf: [...groups, ...needsOneOf].map((group) => [...group]),
    pairs: pairs.map(([one, other]) => [one, other]),
  }
}
