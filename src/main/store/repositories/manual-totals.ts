import { manualTotalsSchema } from '../../../shared/manual'
import type { TypedTotals } from '../../services/edits/ports'
import type { ReadConnection, WriteConnection } from '../connection'

/** The totals typed in for a profile; undefined when there are none. */
export function manualTotalsOf(
  connection: ReadConnection,
  profileId: number,
): TypedTotals | undefined {
  const row = connection.get<{ at: string; who: string; totals: string }>(
    'SELECT at, who, totals FROM manual_totals WHERE profile_id = ?',
    profileId,
  )
  return row && { ...row, totals: manualTotalsSchema.parse(JSON.parse(row.totals)) }
}

/** null: nothing is typed in. */
export function setManualTotals(
  connection: WriteConnection,
  profileId: number,
  state: TypedTotals | null,
): void {
  connection.run('DELETE FROM manual_totals WHERE profile_id = ?', profileId)
  if (state === null) return
  connection.run(
    'INSERT INTO manual_totals (profile_id, at, who, totals) VALUES (?, ?, ?, ?)',
    profileId,
    state.at,
    state.who,
    JSON.stringify(state.totals),
  )
}
