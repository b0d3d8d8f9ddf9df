import {
  changeAction,
  createAction,
  listActions,
  removeAction,
} from '../services/engagement/actions'
import { changeNote, createNote, listNotes, removeNote } from '../services/engagement/notes'
import type { WithEngagement } from '../services/engagement/ports'
import {
  listSnapshots,
  removeSnapshot,
  renameSnapshot,
  takeSnapshot,
} from '../services/engagement/snapshots'
import type { EditableWorkspace } from '../services/edits/log'
import type { Clock, ReadableWorkspace } from '../services/ports'
import type { Scores } from '../services/scores'
import type { Handlers } from './handlers'

/** Actions, notes and snapshots, as the reading thread answers for them. */
export function engagementReader({
  workspace,
  scores,
}: {
  readonly workspace: ReadableWorkspace & WithEngagement
  readonly scores: Scores
}): Handlers<'actions.list' | 'notes.list' | 'snapshots.list'> {
  return {
    'actions.list': ({ profileId }) => listActions(workspace, profileId),
    'notes.list': (input) => listNotes(workspace, input),
    'snapshots.list': ({ profileId }) => listSnapshots({ workspace, scores }, profileId),
  }
}

type WriterCalls =
  | `actions.${'create' | 'change' | 'remove'}`
  | `notes.${'create' | 'change' | 'remove'}`
  | `snapshots.${'take' | 'rename' | 'remove'}`

/** The same, as the writing thread changes them; each change is a step that can be undone. */
export function engagementWriter({
  workspace,
  clock,
  scores,
}: {
  readonly workspace: EditableWorkspace & WithEngagement
  readonly clock: Clock
  readonly scores: Scores
}): Handlers<WriterCalls> {
  return {
    'actions.create': (input) => createAction(workspace, clock, input),
    'actions.change': (input) => changeAction(workspace, clock, input),
    'actions.remove': ({ actionId }) => removeAction(workspace, clock, actionId),
    'notes.create': (input) => createNote(workspace, clock, input),
    'notes.change': (input) => changeNote(workspace, clock, input),
    'notes.remove': ({ noteId }) => removeNote(workspace, clock, noteId),
    'snapshots.take': (input) => takeSnapshot({ workspace, clock, scores }, input),
    'snapshots.rename': (input) => renameSnapshot({ workspace, clock }, input),
    'snapshots.remove': ({ snapshotId }) => removeSnapshot({ workspace, clock }, snapshotId),
  }
}
