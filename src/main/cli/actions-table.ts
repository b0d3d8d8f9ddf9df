import type { Action } from '../../shared/actions'

/** The actions of a partner for people: one line each, and the points that open ones should bring. */
export function actionsTable(actions: readonly Action[], today: string): string {
  if (actions.length === 0) return 'There are no actions.\n'
  const waiting = actions.filter(isWaiting)
  const points = waiting.reduce((sum, action) => sum + (action.points ?? 0), 0)
  const lines = actions.map((action) => line(action, today))
  return `${lines.join('')}${String(waiting.length)} to do, ${points.toFixed(1)} points expected of them\n`
}

function isWaiting({ status }: Action): boolean {
  return status === 'open' || status === 'in-progress'
}

function line(action: Action, today: string): string {
  const { status, due, points, title, owner } = action
  const late = due !== null && due < today && isWaiting(action) ? ', overdue' : ''
  const cells = [
    status.padEnd(11),
    `${due ?? '-'}${late}`.padEnd(19),
    (points === null ? '-' : points.toFixed(1)).padStart(5),
    `${title}${owner === '' ? '' : ` (${owner})`}`,
  ]
  return `${cells.join('  ')}\n`
}
