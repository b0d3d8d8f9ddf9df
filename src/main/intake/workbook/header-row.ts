import { SeventyError } from '../../../shared/errors'
import type { DatasetId } from '../../../shared/imports'
import { recognise } from '../datasets/recognise'
import type { ReadOptions } from '../../services/intake-ports'
import type { CellStore } from './cell-store'
import type { SheetRows } from './sheet-rows'

/** Titles, notes and empty rows that may stand above a header. */
const ROWS_ABOVE = 50

/** How much a header tells: nothing, that columns are missing or twice, or all that is needed. */
export const certainty = { none: 0, incomplete: 1, complete: 2 } as const

export interface HeaderRow {
  /** Number of the row in the sheet; 0 when no row has anything in it. */
  readonly row: number
  readonly names: readonly string[]
  readonly certainty: number
  readonly dataset: DatasetId | null
}

/**
 * Finds the header of a sheet: the first row that is recognised as a report, also by a saved layout;
 * else the first that
 * looks like one but lacks a column or has one twice; else the first row that is not blank.
 */
export function findHeader(
  rows: SheetRows,
  store: CellStore,
  file: string,
  layoutOf?: ReadOptions['layoutOf'],
): HeaderRow {
  let best: HeaderRow | undefined
  const walk = rows.walk()
  for (let seen = 0; seen < ROWS_ABOVE && walk.next(); seen++) {
    const names = Array.from({ length: walk.count }, (_, cell) => {
      const content = walk.cell(cell)
      return store.bytes.toString('utf8', store.start(content), store.end(content))
    })
    if (names.every((name) => name.trim() === '')) continue
    const header = { row: walk.row, names, ...recognition(names, file, layoutOf) }
    if (!best || header.certainty > best.certainty) best = header
    if (best.certainty === certainty.complete) break
  }
  return best ?? { row: 0, names: [], certainty: certainty.none, dataset: null }
}

function recognition(names: readonly string[], file: string, layoutOf: ReadOptions['layoutOf']) {
  try {
    return {
      certainty: certainty.complete,
      dataset: recognise(names, file, { layoutOf }).dataset.id,
    }
  } catch (error) {
    if (!(error instanceof SeventyError)) throw error
    const known = ['columns-missing', 'column-duplicate', 'file-ambiguous'].includes(error.code)
    return { certainty: known ? certainty.incomplete : certainty.none, dataset: null }
  }
}
