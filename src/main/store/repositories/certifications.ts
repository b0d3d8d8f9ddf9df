import type { CertificationFact } from '../../scoring/facts'
import type { CertificationRow } from '../../services/row-batches'
import type { ReadConnection, WriteConnection } from '../connection'
import { FORCE } from './files'

const IN_FORCE = `FROM imports i
  JOIN files f ON f.import_id = i.id
  JOIN slices s ON s.file_id = f.id
  JOIN certifications c ON c.slice_id = s.id
  JOIN people p ON p.id = c.person_id
  WHERE i.profile_id = ? AND ${FORCE}`

/** Certifications in force, in the order of file and line. */
export function certificationsInForce(
  connection: ReadConnection,
  profileId: number,
): CertificationFact[] {
  return connection.all(
    `SELECT p.identity AS person, p.name AS personName, c.title, c.training_type AS trainingType,
       c.completed, c.expires, c.activation
     ${IN_FORCE} ORDER BY c.id`,
    profileId,
  )
}

export function countPeopleInForce(connection: ReadConnection, profileId: number): number {
  const sql = `SELECT count(DISTINCT c.person_id) AS n ${IN_FORCE}`
  return connection.get<{ n: number }>(sql, profileId)?.n ?? 0
}

export function insertCertification(
  connection: WriteConnection,
  sliceId: number,
  personId: number,
  row: CertificationRow,
): number {
  return connection.insert(
    `INSERT INTO certifications
       (slice_id, line, person_id, title, training_type, completed, expires, activation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    sliceId,
    row.line,
    personId,
    row.title,
    row.trainingType,
    row.completed,
    row.expires,
    row.activation,
  )
}

/** Gives a stored certification other values. */
export function updateCertification(
  connection: WriteConnection,
  id: number,
  row: Pick<CertificationRow, 'title' | 'completed' | 'expires' | 'activation'>,
): void {
  connection.run(
    'UPDATE certifications SET title = ?, completed = ?, expires = ?, activation = ? WHERE id = ?',
    row.title,
    row.completed,
    row.expires,
    row.activation,
    id,
  )
}
