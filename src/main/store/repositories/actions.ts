import { formatDay, parseDay } from '../../../shared/calendar'
import { actionOrigin, type Action } from '../../../shared/actions'
import type { ReadConnection, WriteConnection } from '../connection'

interface ActionRow extends Omit<Action, 'due' | 'origin'> {
  due: number | null
  origin: string
}

const SELECT = `SELECT id, profile_id AS profileId, title, owner, due, points, status, note, origin,
  created_at AS createdAt, changed_at AS changedAt FROM actions`

/** The actions of a profile in the order of their ids. */
export function actionsOf(connection: ReadConnection, profileId: number): Action[] {
  return connection
    .all<ActionRow>(`${SELECT} WHERE profile_id = ? ORDER BY id`, profileId)
    .map(toAction)
}

export function actionById(connection: ReadConnection, id: number): Action | undefined {
  const row = connection.get<ActionRow>(`${SELECT} WHERE id = ?`, id)
  return row && toAction(row)
}

/** Puts an action as a whole under an id, or with null takes away what is there. */
export function putAction(connection: WriteConnection, id: number, action: Action | null): void {
  if (action === null) {
    connection.run('DELETE FROM actions WHERE id = ?', id)
    return
  }
  connection.run(
    `INSERT INTO actions
       (id, profile_id, title, owner, due, points, status, note, origin, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, owner = excluded.owner,
       due = excluded.due, points = excluded.points, status = excluded.status,
       note = excluded.note, changed_at = excluded.changed_at`,
    ...[id, action.profileId, action.title, action.owner],
    action.due === null ? null : (parseDay(action.due) ?? null),
    ...[action.points, action.status, action.note, JSON.stringify(action.origin)],
    ...[action.createdAt, action.changedAt],
  )
}

function toAction({ due, origin, ...row }: ActionRow): Action {
  const { id, profileId, title, owner, points, status, note, createdAt, changedAt } = row
  return {
    ...{ id, profileId, title, owner, due: due === null ? null : formatDay(due) },
    ...{ points, status, note, origin: actionOrigin.parse(JSON.parse(origin)) },
    ...{ createdAt, changedAt },
  }
}
