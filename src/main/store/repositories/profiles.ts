import { SeventyError } from '../../../shared/errors'
import type { Profile } from '../../../shared/profiles'
import type { ReadConnection, WriteConnection } from '../connection'

const COLOURS = 12

interface ProfileRow {
  id: number
  name: string
  mpnId: string | null
  colour: number
  sample: number
  createdAt: string
  anniversary: number | null
}

const SELECT =
  'SELECT id, name, mpn_id AS mpnId, colour, sample, created_at AS createdAt, anniversary FROM profiles'

/** A name as it is compared: one spelling for every case, width and amount of white space. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase().toLowerCase()
}

export function allProfiles(connection: ReadConnection): Profile[] {
  return connection.all<ProfileRow>(`${SELECT} ORDER BY name_key`).map(toProfile)
}

export function profileById(connection: ReadConnection, id: number): Profile | undefined {
  const row = connection.get<ProfileRow>(`${SELECT} WHERE id = ?`, id)
  return row && toProfile(row)
}

export function profileByName(connection: ReadConnection, name: string): Profile | undefined {
  const row = connection.get<ProfileRow>(`${SELECT} WHERE name_key = ?`, foldName(name))
  return row && toProfile(row)
}

/** Revision of a profile's facts. Throws `profile-not-found`. */
export function revisionOf(connection: ReadConnection, id: number): number {
  const row = connection.get<{ revision: number }>('SELECT revision FROM profiles WHERE id = ?', id)
  if (row) return row.revision
  throw new SeventyError(
    'profile-not-found',
    'This partner is no longer in the workspace. Choose another one from the portfolio.',
    { profileId: id },
  )
}

export function raiseRevision(connection: WriteConnection, id: number): void {
  connection.run('UPDATE profiles SET revision = revision + 1 WHERE id = ?', id)
}

/** Adds a profile in the first colour that no other one has. Throws `profile-exists`. */
export function addProfile(
  connection: WriteConnection,
  {
    name,
    mpnId,
    sample,
  }: { readonly name: string; readonly mpnId: string | null; readonly sample: boolean },
  at: string,
): Profile {
  requireFreeName(connection, name)
  const colour = nextColour(connection)
  const id = connection.insert(
    `INSERT INTO profiles (name, name_key, mpn_id, colour, sample, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
    name,
    foldName(name),
    mpnId,
    colour,
    sample ? 1 : 0,
    at,
  )
  return { id, name, mpnId, colour, sample, createdAt: at }
}

/** Gives a profile another name. Throws `profile-exists` for that of another one. */
export function renameProfile(connection: WriteConnection, id: number, name: string): void {
  requireFreeName(connection, name, id)
  connection.run(
    'UPDATE profiles SET name = ?, name_key = ? WHERE id = ?',
    name,
    foldName(name),
    id,
  )
}

/** Sets the month in which a profile renews; null: it is not enrolled. */
export function setAnniversary(
  connection: WriteConnection,
  id: number,
  month: number | null,
): void {
  connection.run('UPDATE profiles SET anniversary = ? WHERE id = ?', month, id)
}

function requireFreeName(connection: ReadConnection, name: string, except?: number): void {
  const existing = profileByName(connection, name)
  if (!existing || existing.id === except) return
  throw new SeventyError(
    'profile-exists',
    `There already is a partner profile named "${existing.name}". Choose another name.`,
    { name, existing: existing.name },
  )
}

/** Deletes the profile's own row; everything below it goes along by foreign key. */
export function deleteProfile(connection: WriteConnection, id: number): void {
  connection.run('DELETE FROM profiles WHERE id = ?', id)
}

/** The first colour that the fewest profiles have. */
function nextColour(connection: ReadConnection): number {
  const uses = new Array<number>(COLOURS).fill(0)
  for (const { colour } of connection.all<{ colour: number }>('SELECT colour FROM profiles')) {
    uses[colour] = (uses[colour] ?? 0) + 1
  }
  return uses.indexOf(Math.min(...uses))
}

function toProfile({ sample, anniversary, ...row }: ProfileRow): Profile {
  const enrolled = anniversary === null ? {} : { anniversary }
  return { ...row, sample: sample === 1, ...enrolled }
}
