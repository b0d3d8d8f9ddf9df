import { keptScoreSchema, type Snapshot } from '../../../shared/snapshots'
import type { ReadConnection, WriteConnection } from '../connection'

interface SnapshotRow extends Omit<Snapshot, 'score'> {
  score: string
}

const SELECT = `SELECT id, profile_id AS profileId, name, taken_at AS takenAt, score FROM snapshots`

/** The snapshots of a profile in the order of their ids. */
export function snapshotsOf(connection: ReadConnection, profileId: number): Snapshot[] {
  return connection
    .all<SnapshotRow>(`${SELECT} WHERE profile_id = ? ORDER BY id`, profileId)
    .map(toSnapshot)
}

export function snapshotById(connection: ReadConnection, id: number): Snapshot | undefined {
  const row = connection.get<SnapshotRow>(`${SELECT} WHERE id = ?`, id)
  return row && toSnapshot(row)
}

/** Puts a snapshot as a whole under an id, or with null takes away what is there. */
export function putSnapshot(
  connection: WriteConnection,
  id: number,
  snapshot: Snapshot | null,
): void {
  if (snapshot === null) {
    connection.run('DELETE FROM snapshots WHERE id = ?', id)
    return
  }
  connection.run(
    `INSERT INTO snapshots (id, profile_id, name, taken_at, score) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
    ...[id, snapshot.profileId, snapshot.name, snapshot.takenAt, JSON.stringify(snapshot.score)],
  )
}

function toSnapshot({ score, ...row }: SnapshotRow): Snapshot {
  return { ...row, score: keptScoreSchema.parse(JSON.parse(score)) }
}
