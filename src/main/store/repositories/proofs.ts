import { datasetIds, type DatasetId } from '../../../shared/imports'
import type { ReadConnection } from '../connection'
import { datasetsOf, tableOf } from './usage'

const IN_DATASETS = 'dataset IN (SELECT value FROM json_each(:datasets))'

/** Rows that are added up again at a time: what the sorter holds in memory. */
const ROWS_AT_A_TIME = 500_000

interface SliceRun {
  readonly firstSlice: number
  readonly lastSlice: number
  readonly firstRow: number
  readonly lastRow: number
}

const streams = [
  { rows: 'azure_usage', rollup: 'azure_rollup', kinds: 'azure_kinds' },
  { rows: 'm365_usage', rollup: 'm365_rollup', kinds: 'm365_kinds' },
] as const

/** The rollup entries that the rows of some slices give, as it would be written from nothing. */
const recomputed = {
  azure_usage: `SELECT slice_id, tenant_id, kind_id, sum(micro_usd), count(*) FROM azure_usage
    WHERE id BETWEEN :firstRow AND :lastRow AND slice_id BETWEEN :firstSlice AND :lastSlice
    GROUP BY slice_id, tenant_id, kind_id`,
  m365_usage: `SELECT slice_id, tenant_id, kind_id, paid_seats, active_seats FROM (
      SELECT *, row_number() OVER (
        PARTITION BY slice_id, tenant_id, kind_id ORDER BY paid_seats DESC, active_seats DESC
      ) AS place FROM m365_usage
      WHERE id BETWEEN :firstRow AND :lastRow AND slice_id BETWEEN :firstSlice AND :lastSlice
    ) WHERE place = 1`,
} as const

/** Rollup entries that are missing, surplus or wrong, counted once for each side that differs. */
export function countWrongRollups(connection: ReadConnection): number {
  let wrong = 0
  for (const { rows, rollup } of streams) {
    const stored = `SELECT * FROM ${rollup} WHERE slice_id BETWEEN :firstSlice AND :lastSlice`
    const sql = `WITH expected AS MATERIALIZED (${recomputed[rows]})
      SELECT (SELECT count(*) FROM (SELECT * FROM expected EXCEPT ${stored}))
           + (SELECT count(*) FROM (${stored} EXCEPT SELECT * FROM expected)) AS n`
    for (const run of sliceRuns(connection, datasetsOf[rollup])) {
      wrong += connection.get<{ n: number }>(sql, { ...run })?.n ?? 0
    }
  }
  return wrong
}

/** By how many rows the files, the slices and the tables disagree. */
export function countRowsOutsideFiles(connection: ReadConnection): number {
  let astray = 0
  for (const rows of new Set(Object.values(tableOf))) {
    const datasets = datasetIds.filter((dataset) => tableOf[dataset] === rows)
    const row = connection.get<{ stored: number; ranged: number; sliced: number }>(
      `SELECT (SELECT count(*) FROM ${rows}) AS stored,
         (SELECT total(last_row - first_row + 1) FROM files WHERE ${IN_DATASETS}) AS ranged,
         (SELECT total(row_count) FROM slices JOIN files f ON f.id = file_id WHERE ${IN_DATASETS}) AS sliced`,
      { datasets: JSON.stringify(datasets) },
    )
    if (row) astray += Math.abs(row.stored - row.ranged) + Math.abs(row.stored - row.sliced)
  }
  return astray
}

/** Rollup entries whose tenant or kind does not belong to the profile of their slice. */
export function countMisplacedRollups(connection: ReadConnection): number {
  return streams
    .map(({ rollup, kinds }) => {
      return connection.get<{ n: number }>(
        `SELECT count(*) AS n FROM ${rollup} r
         JOIN slices s ON s.id = r.slice_id
         JOIN files f ON f.id = s.file_id
         JOIN imports i ON i.id = f.import_id
         LEFT JOIN tenants t ON t.id = r.tenant_id
         LEFT JOIN ${kinds} k ON k.id = r.kind_id
         WHERE t.profile_id IS NOT i.profile_id OR k.profile_id IS NOT i.profile_id`,
      )
    })
    .reduce((sum, row) => sum + (row?.n ?? 0), 0)
}

/** Customers and people that a file is said to name and that do not belong to its partner. */
export function countMisplacedNames(connection: ReadConnection): number {
  const misplaced = (names: string, whose: string, table: string) =>
    connection.get<{ n: number }>(
      `SELECT count(*) AS n FROM ${names} n
       JOIN files f ON f.id = n.file_id
       JOIN imports i ON i.id = f.import_id
       LEFT JOIN ${table} t ON t.id = n.${whose}
       WHERE t.profile_id IS NOT i.profile_id`,
    )?.n ?? 0
  return (
    misplaced('file_tenants', 'tenant_id', 'tenants') +
    misplaced('file_people', 'person_id', 'people')
  )
}

/** Neighbouring slices of one file, together of a size that can be added up in memory. */
function* sliceRuns(
  connection: ReadConnection,
  datasets: readonly DatasetId[],
): Generator<SliceRun> {
  const slices = connection.all<{
    id: number
    rowCount: number
    firstRow: number
    lastRow: number
  }>(
    `SELECT s.id, s.row_count AS rowCount, f.first_row AS firstRow, f.last_row AS lastRow
     FROM slices s JOIN files f ON f.id = s.file_id WHERE ${IN_DATASETS} ORDER BY s.id`,
    { datasets: JSON.stringify(datasets) },
  )
  let run: SliceRun | undefined
  let rows = 0
  for (const { id, rowCount, firstRow, lastRow } of slices) {
    if (run && (run.firstRow !== firstRow || rows + rowCount > ROWS_AT_A_TIME)) {
      yield run
      run = undefined
      rows = 0
    }
    run = { firstSlice: run?.firstSlice ?? id, lastSlice: id, firstRow, lastRow }
    rows += rowCount
  }
  if (run) yield run
}
