import { z } from 'zod'
import { noteAbout, noteId, noteSchema, noteText } from './notes'
import { profileId } from './primitives'
import { procedure } from './procedure'

/** The part of the contract that is about notes; see {@link ./contract}. */
export const noteProcedures = {
  /** Those about one thing, the latest first. */
  'notes.list': procedure(
    'reader',
    z.strictObject({ profileId, about: noteAbout }),
    z.array(noteSchema),
    ['profile-not-found'],
  ),
  'notes.create': procedure(
    'writer',
    z.strictObject({ profileId, about: noteAbout, text: noteText }),
    noteSchema,
    ['profile-not-found', 'customer-not-found', 'value-missing', 'notes-too-many'],
  ),
  'notes.change': procedure('writer', z.strictObject({ noteId, text: noteText }), noteSchema, [
    'note-not-found',
    'value-missing',
  ]),
  'notes.remove': procedure('writer', z.strictObject({ noteId }), noteSchema, ['note-not-found']),
} as const
