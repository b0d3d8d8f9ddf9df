import type { SavedLayout } from '../../../shared/layouts'
import type { ReadConnection, WriteConnection } from '../connection'

type LayoutRow = Omit<SavedLayout, 'columns'> & { readonly columns: string }

const LAYOUTS = `SELECT fingerprint, dataset, columns, date_order AS dateOrder, decimal,
  saved_at AS savedAt FROM layouts`

/** What was said about files with a header, the latest first. */
export function allLayouts(connection: ReadConnection): SavedLayout[] {
  return connection.all<LayoutRow>(`${LAYOUTS} ORDER BY saved_at DESC, fingerprint`).map(layoutOf)
}

export function layoutWith(
  connection: ReadConnection,
  fingerprint: string,
): SavedLayout | undefined {
  const row = connection.get<LayoutRow>(`${LAYOUTS} WHERE fingerprint = ?`, fingerprint)
  return row && layoutOf(row)
}

/** Takes the place of what was saved about the same header. */
export function putLayout(connection: WriteConnection, layout: SavedLayout): void {
  connection.run(
    `INSERT OR REPLACE INTO layouts (fingerprint, dataset, columns, date_order, decimal, saved_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    layout.fingerprint,
    layout.dataset,
    JSON.stringify(layout.columns),
    layout.dateOrder,
    layout.decimal,
    layout.savedAt,
  )
}

/** False when there is none. */
export function deleteLayout(connection: WriteConnection, fingerprint: string): boolean {
  if (!layoutWith(connection, fingerprint)) return false
  connection.run('DELETE FROM layouts WHERE fingerprint = ?', fingerprint)
  return true
}

function layoutOf({ columns, ...row }: LayoutRow): SavedLayout {
  return { ...row, columns: JSON.parse(columns) as SavedLayout['columns'] }
}
