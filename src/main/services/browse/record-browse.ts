import type {
  BrowseFacets,
  BrowseQuery,
  BrowseRow,
  BrowseSelection,
  BrowseTotals,
} from '../../../shared/browse'
import { exactScoreOf } from '../../scoring/engine'
import { keepLatest } from '../../scoring/keep-latest'
import type { ReadableWorkspace } from '../ports'
import type { Scores } from '../scores'
import type { StoredRows } from '../stored-rows'
import { changedMeanwhile } from './changed'
import { countTenantRows, customerTable, type TenantRows } from './customers'
import { peopleTable } from './people'
import type { BrowsableRows } from './ports'
import { recordFacets, selectRecords, totalsOf, type RecordTable } from './record-table'

/** Tables and their selections; scrolling asks for the same one again and again. */
const TABLES_KEPT = 2
const SELECTIONS_KEPT = 3

interface KeptCounts {
  readonly revision: number
  readonly value: Promise<ReadonlyMap<string, TenantRows>>
}

/** Customers and people: few enough to be kept as rows, for as long as data, date and rules stand. */
export class RecordBrowse {
  private readonly counts = new Map<string, KeptCounts>()
  private readonly tables = new Map<string, RecordTable>()
  private readonly selections = new Map<string, readonly BrowseRow[]>()

  constructor(
    private readonly workspace: ReadableWorkspace & StoredRows & BrowsableRows,
    private readonly scores: Scores,
    private readonly pause: () => Promise<void>,
  ) {}

  async totals(query: BrowseQuery): Promise<BrowseTotals> {
    return totalsOf(query.table, await this.selected(query))
  }

  async facets(query: BrowseSelection): Promise<BrowseFacets> {
    return recordFacets(await this.recordTable(query))
  }

  /** The selected rows in their order; scrolling asks for the same again and again. */
  async selected(query: BrowseQuery): Promise<readonly BrowseRow[]> {
    const table = await this.recordTable(query)
    const { search, filters, sort } = query
    const key = `${this.recordKey(query)} ${JSON.stringify([search, filters, sort])}`
    const rows = this.selections.get(key) ?? selectRecords(table, query, sort)
    keepLatest(this.selections, key, rows, SELECTIONS_KEPT)
    return rows
  }

  private async recordTable(query: BrowseSelection): Promise<RecordTable> {
    const key = this.recordKey(query)
    const counts = query.table === 'customers' ? await this.tenantRows(query.profileId) : null
    const known = this.tables.get(key)
    if (known) return known
    const { tracks, options } = this.scores.resolve(query)
    const score = exactScoreOf(tracks, options)
    const table = counts
      ? customerTable(score, counts)
      : peopleTable(score, this.workspace.certificationRows(query.profileId))
    keepLatest(this.tables, key, table, TABLES_KEPT)
    return table
  }

  /** Everything that decides what the rows are. */
  private recordKey(query: BrowseSelection): string {
    const { profileId, table, edition, readings } = query
    const revision = this.workspace.revision(profileId)
    const chosen = this.scores.namedFor(profileId, edition)?.id ?? null
    const asOf = this.scores.scoreDate(query)
    return JSON.stringify([profileId, revision, table, asOf, chosen, readings])
  }

  private tenantRows(profileId: number): Promise<ReadonlyMap<string, TenantRows>> {
    const revision = this.workspace.revision(profileId)
    const key = String(profileId)
    const known = this.counts.get(key)
    if (known?.revision === revision) return known.value
    const value = countTenantRows(this.workspace, profileId, this.pause).then((counts) => {
      if (this.workspace.revision(profileId) !== revision) throw changedMeanwhile()
      return counts
    })
    value.catch(() => {
      if (this.counts.get(key)?.value === value) this.counts.delete(key)
    })
    keepLatest(this.counts, key, { revision, value }, TABLES_KEPT)
    return value
  }
}
