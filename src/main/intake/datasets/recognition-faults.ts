import { SeventyError } from '../../../shared/errors'
import { MAX_COLUMNS } from '../csv/csv-faults'
import { fileName } from '../source/file-faults'
import { neededFields, preferredNames, type Candidate } from './candidates'
import type { Dataset } from './dataset'

/** Why a header does not say what a file is. */

/** Columns that a message lists before it only counts. */
const SHOWN_COLUMNS = 12

export function columnsMissing(
  dataset: Dataset,
  missing: readonly string[],
  file: string,
): SeventyError {
  return new SeventyError(
    'columns-missing',
    `${fileName(file)} looks like ${dataset.title} but lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}. Download the report with all its columns, correct the header, or say which of its columns they are.`,
    { file, dataset: dataset.id, columns: missing },
  )
}

export function duplicate(
  column: string,
  positions: readonly number[],
  file: string,
): SeventyError {
  const places = positions.map((position) => position + 1)
  return new SeventyError(
    'column-duplicate',
    `${fileName(file)} has the column ${column.trim()} more than once (columns ${places.join(' and ')}). Delete the one that is not meant, or say which one to read.`,
    { file, row: 1, column: column.trim(), positions: places },
  )
}

/** The header fits several kinds alike; `mapping.dataset` answers. */
export function ambiguous(candidates: readonly Candidate[], file: string): SeventyError {
  const alternatives = candidates.map(({ dataset, confidence, missing }) => ({
    dataset: dataset.id,
    title: dataset.title,
    confidence,
    missing,
  }))
  const titles = alternatives.map(({ title }) => title)
  return new SeventyError(
    'file-ambiguous',
    `${fileName(file)} can be ${titles.join(' or ')}: its header has the columns of ${titles.length === 2 ? 'both' : 'all of them'}. Say which of them it is.`,
    { file, alternatives },
  )
}

/** `reason` is a clause: what about the mapping does not fit the file. */
export function mappingInvalid(
  file: string,
  reason: string,
  details: Readonly<Record<string, unknown>>,
): SeventyError {
  return new SeventyError(
    'mapping-invalid',
    `The mapping of columns does not fit ${fileName(file)}: ${reason}. Correct the mapping.`,
    { file, ...details },
  )
}

export function unrecognised(
  header: readonly string[],
  candidates: readonly Candidate[],
  file: string,
): SeventyError {
  const columns = header.slice(0, MAX_COLUMNS).map((name) => shorten(name.trim()))
  const shown = columns.slice(0, SHOWN_COLUMNS).join(', ')
  const more = columns.length > SHOWN_COLUMNS ? ` and ${columns.length - SHOWN_COLUMNS} more` : ''
  const known = candidates.map(({ dataset, confidence }) => ({
    dataset: dataset.id,
    title: dataset.title,
    recognisedBy: dataset.recognisedBy.map((group) => preferredNames(dataset, group)),
    needs: neededFields(dataset).map((group) => preferredNames(dataset, group)),
    confidence,
  }))
  const needs = known.map(({ title, recognisedBy }) => `${title} (${recognisedBy.join(', ')})`)
  return new SeventyError(
    'file-unrecognised',
    `${fileName(file)} is no report that Seventy knows. Its first line holds: ${shown}${more}. Known reports and the columns that tell them: ${needs.join('; ')}. Choose the file as it was downloaded, or say which of its columns is which.`,
    { file, columns, datasets: known },
  )
}

/** A file that is no CSV can have a page of text where a column name would be. */
function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
