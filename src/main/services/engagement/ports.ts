import type { Action } from '../../../shared/actions'
import type { Note } from '../../../shared/notes'
import type { Snapshot } from '../../../shared/snapshots'

/**
 * What a consultant keeps about a partner beside its data. It is changed through operations of the
 * log alone ({@link ../edits/operations}), so that every change of it can be undone.
 */
export interface ReadableEngagement {
  /** In the order of their ids. */
  actions(profileId: number): readonly Action[]
  actionById(id: number): Action | undefined
  /** In the order of their ids. */
  notes(profileId: number): readonly Note[]
  noteById(id: number): Note | undefined
  /** In the order of their ids. */
  snapshots(profileId: number): readonly Snapshot[]
  snapshotById(id: number): Snapshot | undefined
  /** The id that the next entry of a kind will have; ids are never given twice. */
  nextId(kind: EngagementKind): number
}

export type EngagementKind = 'action' | 'note' | 'snapshot'

export interface WithEngagement {
  readonly engagement: ReadableEngagement
}
