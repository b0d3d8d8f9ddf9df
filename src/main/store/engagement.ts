import type { Action } from '../../shared/actions'
import type { Note } from '../../shared/notes'
import type { Snapshot } from '../../shared/snapshots'
import type { EngagementKind, ReadableEngagement } from '../services/engagement/ports'
import type { ReadConnection } from './connection'
import { actionById, actionsOf } from './repositories/actions'
import { noteById, notesOf } from './repositories/notes'
import { snapshotById, snapshotsOf } from './repositories/snapshots'

const tables: Readonly<Record<EngagementKind, string>> = {
  action: 'actions',
  note: 'partner_notes',
  snapshot: 'snapshots',
}

/** What a consultant keeps about the partners of an open workspace. */
export class StoredEngagement implements ReadableEngagement {
  readonly #connection: ReadConnection

  constructor(connection: ReadConnection) {
    this.#connection = connection
  }

  actions(profileId: number): readonly Action[] {
    return actionsOf(this.#connection, profileId)
  }

  actionById(id: number): Action | undefined {
    return actionById(this.#connection, id)
  }

  notes(profileId: number): readonly Note[] {
    return notesOf(this.#connection, profileId)
  }

  noteById(id: number): Note | undefined {
    return noteById(this.#connection, id)
  }

  snapshots(profileId: number): readonly Snapshot[] {
    return snapshotsOf(this.#connection, profileId)
  }

  snapshotById(id: number): Snapshot | undefined {
    return snapshotById(this.#connection, id)
  }

  nextId(kind: EngagementKind): number {
    const sql = 'SELECT seq FROM sqlite_sequence WHERE name = ?'
    return (this.#connection.get<{ seq: number }>(sql, tables[kind])?.seq ?? 0) + 1
  }
}
