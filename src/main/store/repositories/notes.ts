import { noteAbout, type Note } from '../../../shared/notes'
import type { ReadConnection, WriteConnection } from '../connection'

interface NoteRow extends Omit<Note, 'about'> {
  about: string
}

const SELECT = `SELECT id, profile_id AS profileId, about, text, created_at AS createdAt,
  changed_at AS changedAt FROM partner_notes`

/** The notes of a profile in the order of their ids. */
export function notesOf(connection: ReadConnection, profileId: number): Note[] {
  return connection
    .all<NoteRow>(`${SELECT} WHERE profile_id = ? ORDER BY id`, profileId)
    .map(toNote)
}

export function noteById(connection: ReadConnection, id: number): Note | undefined {
  const row = connection.get<NoteRow>(`${SELECT} WHERE id = ?`, id)
  return row && toNote(row)
}

/** Puts a note as a whole under an id, or with null takes away what is there. */
export function putNote(connection: WriteConnection, id: number, note: Note | null): void {
  if (note === null) {
    connection.run('DELETE FROM partner_notes WHERE id = ?', id)
    return
  }
  connection.run(
    `INSERT INTO partner_notes (id, profile_id, about, text, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at`,
    ...[id, note.profileId, JSON.stringify(note.about), note.text],
    ...[note.createdAt, note.changedAt],
  )
}

function toNote({ about, ...row }: NoteRow): Note {
  const { id, profileId, text, createdAt, changedAt } = row
  return { id, profileId, about: noteAbout.parse(JSON.parse(about)), text, createdAt, changedAt }
}
