import type { StepLabel } from '../../../shared/edits'
import { SeventyError } from '../../../shared/errors'
import type { Note, NoteAbout } from '../../../shared/notes'
import { carryOut, type EditableWorkspace } from '../edits/log'
import { required } from '../edits/values'
import type { Clock, ReadableWorkspace } from '../ports'
import { requireProfile } from '../profiles'
import type { WithEngagement } from './ports'

type Writable = EditableWorkspace & WithEngagement

/** More than anybody reads again; what is beyond was made by mistake. */
const NOTES_AT_MOST = 5_000
/** What a step shows of a text. */
const SHOWN = 60

/** The notes of a partner about one thing, the latest first. Throws `profile-not-found`. */
export function listNotes(
  workspace: Pick<ReadableWorkspace, 'profileById'> & WithEngagement,
  { profileId, about }: { readonly profileId: number; readonly about: NoteAbout },
): Note[] {
  const { id } = requireProfile(workspace, profileId)
  const wanted = keyOf(about)
  return workspace.engagement
    .notes(id)
    .filter((note) => keyOf(note.about) === wanted)
    .toReversed()
}

function keyOf(about: NoteAbout): string {
  if (about.kind === 'partner') return 'partner'
  return about.kind === 'metric' ? about.metricId : about.tenantId
}

/**
 * Writes a note down. Throws `profile-not-found`, `customer-not-found`, `value-missing`,
 * `notes-too-many`.
 */
export function createNote(
  workspace: Writable,
  clock: Clock,
  wanted: { readonly profileId: number; readonly about: NoteAbout; readonly text: string },
): Note {
  return workspace.transaction(() => {
    const { profileId, about } = wanted
    requireProfile(workspace, profileId)
    if (about.kind === 'customer' && !workspace.customer(profileId, about.tenantId))
      throw unknownCustomer(about.tenantId)
    if (workspace.engagement.notes(profileId).length >= NOTES_AT_MOST) throw tooMany()
    const at = clock.now()
    const id = workspace.engagement.nextId('note')
    const note = {
      ...{ id, profileId, about, text: tidy(wanted.text), createdAt: at, changedAt: at },
    }
    logged(workspace, clock, 'note-added', note, note)
    return note
  })
}

/** Gives a note another text. Throws `note-not-found`, `value-missing`. */
export function changeNote(
  workspace: Writable,
  clock: Clock,
  wanted: { readonly noteId: number; readonly text: string },
): Note {
  return workspace.transaction(() => {
    const known = requireNote(workspace, wanted.noteId)
    const text = tidy(wanted.text)
    if (text === known.text) return known
    const note = { ...known, text, changedAt: clock.now() }
    logged(workspace, clock, 'note-changed', known, note)
    return note
  })
}

/** Throws `note-not-found`. */
export function removeNote(workspace: Writable, clock: Clock, noteId: number): Note {
  return workspace.transaction(() => {
    const known = requireNote(workspace, noteId)
    logged(workspace, clock, 'note-removed', known, null)
    return known
  })
}

function logged(
  workspace: Writable,
  clock: Clock,
  label: Extract<StepLabel, `note-${string}`>,
  { id, profileId, text }: Note,
  note: Note | null,
): void {
  const name = text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text
  carryOut(workspace, clock, { profileId, label, values: { name } }, { kind: 'note', id, note })
}

/** A text without the blanks around it; its lines stay. */
function tidy(text: string): string {
  required('text', text)
  return text.trim()
}

function requireNote({ engagement }: WithEngagement, id: number): Note {
  const note = engagement.noteById(id)
  if (note) return note
  throw new SeventyError(
    'note-not-found',
    'This note is no longer in the workspace. Choose another one.',
    { noteId: id },
  )
}

function unknownCustomer(tenantId: string): SeventyError {
  return new SeventyError(
    'customer-not-found',
    'This partner has no customer with that tenant id. Take one from the list of customers.',
    { tenantId },
  )
}

function tooMany(): SeventyError {
  return new SeventyError(
    'notes-too-many',
    `A partner has ${NOTES_AT_MOST.toLocaleString('en')} notes at most. Remove some that are no longer needed.`,
    { limit: NOTES_AT_MOST },
  )
}
