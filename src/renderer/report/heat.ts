import type { ReportAnnex } from '../../shared/report'

/** Three shades up and three down; the sign of the number says the same without colour. */
export type Heat = '' | `${'gain' | 'loss'}-${1 | 2 | 3}`

/** The largest movement of each column, whatever its sign: shades compare within a column. */
export function largestPoints({ columns, customers }: ReportAnnex): number[] {
  return columns.map((_, column) =>
    customers.reduce((most, { cells }) => Math.max(most, Math.abs(cells[column]?.points ?? 0)), 0),
  )
}

/** The shade of a movement beside the largest of its column. */
export function heatOf(points: number | null, largest: number): Heat {
  if (points === null || points === 0 || largest === 0) return ''
  const share = Math.abs(points) / largest
  const step = share > 2 / 3 ? 3 : share > 1 / 3 ? 2 : 1
  return `${points > 0 ? 'gain' : 'loss'}-${step}`
}
