import { browseView, type BrowseView, type SavedView } from '../../../shared/browse'
import type { BrowseTable } from '../../../shared/browse-columns'
import type { ReadConnection, WriteConnection } from '../connection'
import { foldName } from './profiles'

interface ViewRow extends Omit<SavedView, 'view'> {
  view: string
}

const SELECT =
  'SELECT id, profile_id AS profileId, table_id AS "table", name, view FROM saved_views'

/** The saved views of a table in the order of their names. */
export function savedViewsOf(
  connection: ReadConnection,
  profileId: number,
  table: BrowseTable,
): SavedView[] {
  const sql = `${SELECT} WHERE profile_id = ? AND table_id = ? ORDER BY name_key`
  return connection.all<ViewRow>(sql, profileId, table).map(toSaved)
}

export function savedViewById(connection: ReadConnection, id: number): SavedView | undefined {
  const row = connection.get<ViewRow>(`${SELECT} WHERE id = ?`, id)
  return row && toSaved(row)
}

/** Adds a view; its name has to be free in its table. */
export function insertView(
  connection: WriteConnection,
  { profileId, table, name, view }: Omit<SavedView, 'id'>,
): SavedView {
  const id = connection.insert(
    'INSERT INTO saved_views (profile_id, table_id, name, name_key, view) VALUES (?, ?, ?, ?, ?)',
    profileId,
    table,
    name,
    foldName(name),
    JSON.stringify(view),
  )
  return { id, profileId, table, name, view }
}

/** Gives a view another name and content; the name has to be free in its table. */
export function updateView(
  connection: WriteConnection,
  { id, name, view }: Pick<SavedView, 'id' | 'name' | 'view'>,
): void {
  const sql = 'UPDATE saved_views SET name = ?, name_key = ?, view = ? WHERE id = ?'
  connection.run(sql, name, foldName(name), JSON.stringify(view), id)
}

export function deleteView(connection: WriteConnection, id: number): void {
  connection.run('DELETE FROM saved_views WHERE id = ?', id)
}

/** How a table was looked at last; undefined: never, or by a version that kept it otherwise. */
export function lastViewOf(
  connection: ReadConnection,
  profileId: number,
  table: BrowseTable,
): BrowseView | undefined {
  const row = connection.get<{ view: string }>(
    'SELECT view FROM last_views WHERE profile_id = ? AND table_id = ?',
    profileId,
    table,
  )
  return row && browseView.safeParse(JSON.parse(row.view)).data
}

export function putLastView(
  connection: WriteConnection,
  profileId: number,
  table: BrowseTable,
  view: BrowseView,
): void {
  connection.run(
    `INSERT INTO last_views (profile_id, table_id, view) VALUES (?, ?, ?)
     ON CONFLICT (profile_id, table_id) DO UPDATE SET view = excluded.view`,
    profileId,
    table,
    JSON.stringify(view),
  )
}

function toSaved({ view, ...row }: ViewRow): SavedView {
  return { ...row, view: browseView.parse(JSON.parse(view)) }
}
