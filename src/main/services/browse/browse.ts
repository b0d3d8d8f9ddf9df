import type {
  BrowseFacets,
  BrowsePage,
  BrowseQuery,
  BrowseRow,
  BrowseSelection,
  BrowseTotals,
} from '../../../shared/browse'
import type { ReadableWorkspace } from '../ports'
import type { Scores } from '../scores'
import type { StoredRows } from '../stored-rows'
import { checkQuery } from './conditions'
import type { BrowsableRows } from './ports'
import { RecordBrowse } from './record-browse'
import { UsageBrowse, type BrowseWindow, type Usage } from './usage-browse'

/**
 * The data screens. All methods throw as {@link Scores.score}, `input-invalid` for columns and
 * conditions that do not fit, and `data-changed` when an import ends while rows are being read.
 */
export class Browse {
  private readonly usage: UsageBrowse
  private readonly records: RecordBrowse

  /** `pause` lets other work of the thread run. */
  constructor(
    workspace: ReadableWorkspace & StoredRows & BrowsableRows,
    scores: Scores,
    pause: () => Promise<void>,
  ) {
    this.usage = new UsageBrowse(workspace, pause)
    this.records = new RecordBrowse(workspace, scores, pause)
  }

  /** A window of the rows of a selection in its order, and how many rows it has. */
  async page(query: BrowseWindow): Promise<BrowsePage> {
    checkQuery(query)
    if (isUsage(query)) return this.usage.page(query)
    const { offset, limit } = query
    const rows = await this.records.selected(query)
    return { total: rows.length, offset, rows: rows.slice(offset, offset + limit) }
  }

  /** What all rows of a selection add up to. */
  async totals(selection: BrowseSelection): Promise<BrowseTotals> {
    checkQuery(selection)
    const query = { ...selection, sort: null }
    return isUsage(query) ? this.usage.totals(query) : this.records.totals(query)
  }

  /** The values that the columns of lists have in the whole table. */
  async facets(selection: BrowseSelection): Promise<BrowseFacets> {
    return isUsage(selection) ? this.usage.facets(selection) : this.records.facets(selection)
  }

  /** All rows of a selection in its order, piece by piece. */
  async *all(query: BrowseQuery): AsyncGenerator<readonly BrowseRow[]> {
    checkQuery(query)
    if (isUsage(query)) yield* this.usage.all(query)
    else yield await this.records.selected(query)
  }
}

function isUsage<Q extends { readonly table: string }>(query: Q): query is Usage<Q> {
  return query.table === 'azure' || query.table === 'm365'
}
