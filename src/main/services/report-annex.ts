import type { AnnexCell, ReportAnnex } from '../../shared/report'
import type { MetricDetail, StreamDetail, TenantStanding } from '../../shared/score'

/** Rows that paper carries (PRODUCT.md "The report"); the whole list belongs in a spreadsheet. */
export const ANNEX_ROWS_ON_PAPER = 300

/** Points of what is only shown are kept to six decimals. */
const DECIMALS = 1e6

interface Row {
  readonly tenantId: string
  readonly name: string | null
  readonly cells: (AnnexCell | null)[]
  /** By how much the customer moves the score in all columns together, whatever the sign. */
  weight: number
}

/**
 * Every customer of a partner in every stream of its metrics, those that move most points first and
 * at most `limit` of them. Takes details whose standings are complete.
 */
export function annexOf(metrics: readonly MetricDetail[], limit: number): ReportAnnex {
  const columns = metrics.flatMap(({ metric, streams }) =>
    streams.map((stream) => ({ metric: metric.id, stream })),
  )
  const rows = new Map<string, Row>()
  columns.forEach(({ stream }, column) => {
    const pointsOf = customerPoints(stream)
    for (const standing of stream.standings) {
      const row = rowOf(rows, standing, columns.length)
      const cell = cellOf(standing, pointsOf(standing))
      row.cells[column] = cell
      row.weight += Math.abs(cell.points ?? 0)
    }
  })
  const sorted = [...rows.values()].sort(
    (a, b) => b.weight - a.weight || sizeOf(b) - sizeOf(a) || (a.tenantId < b.tenantId ? -1 : 1),
  )
  return {
    columns: columns.map(({ metric, stream }) => ({
      ...{ metric, stream: stream.id },
      unit: stream.id === 'azure' ? 'usd' : stream.unit === 'user' ? 'users' : 'seats',
    })),
    customers: sorted
      .slice(0, limit)
      .map(({ tenantId, name, cells }) => ({ tenantId, name, cells })),
    customersTotal: sorted.length,
  }
}

function rowOf(rows: Map<string, Row>, { tenantId, name }: TenantStanding, columns: number): Row {
  const known = rows.get(tenantId)
  if (known) return known
  const cells = Array.from({ length: columns }, () => null)
  const row: Row = { tenantId, name, cells, weight: 0 }
  rows.set(tenantId, row)
  return row
}

function cellOf(standing: TenantStanding, points: number | null): AnnexCell {
  const { tenantId: _id, name: _name, ...numbers } = standing
  return { ...numbers, points }
}

/** Larger customers first among those that move nothing. */
function sizeOf({ cells }: Row): number {
  return cells.reduce((sum, cell) => sum + Math.max(cell?.current ?? 0, cell?.previous ?? 0), 0)
}

/**
 * What one customer moves in a stream, before floor, maximum and whole steps: of a count, its coming
 * or going; of a sum, its change. Shown only; nothing is decided by it.
 */
function customerPoints(stream: StreamDetail): (standing: TenantStanding) => number | null {
  const { unit, rate, counting } = stream
  const each = fraction(rate.points) / rate.per
  const rounded = (points: number) => Math.round(points * DECIMALS) / DECIMALS
  if (counting?.kind === 'percent') {
    const { previous } = stream
    if (previous === null || previous < counting.baseline || previous === 0) return () => null
    const perUnit = (100 / fraction(counting.perPercent) / previous) * fraction(rate.points)
    return (standing) => rounded((standing.current - standing.previous) * perUnit)
  }
  if (unit === 'usd' || unit === 'user')
    return ({ current, previous }) => rounded((current - previous) * each)
  if (counting?.kind === 'distinct') return ({ countsNow }) => rounded(countsNow ? each : 0)
  return ({ countsNow, countedBefore }) =>
    rounded((Number(countsNow) - Number(countedBefore)) * each)
}

function fraction(text: string): number {
  const [numerator = '', denominator = '1'] = text.split('/')
  return Number(numerator) / Number(denominator)
}
