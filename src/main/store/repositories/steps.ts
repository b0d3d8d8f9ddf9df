import { userInfo } from 'node:os'
import { operation } from '../../services/edits/operations'
import type { NewStep, Step } from '../../services/edits/ports'
import { stepLabel } from '../../../shared/edits'
import type { ReadConnection, WriteConnection } from '../connection'

/** Steps that can still be undone; nobody goes back further, and the log must not grow for ever. */
const STEPS_KEPT = 1_000

interface StepRow {
  id: number
  at: string
  who: string
  profileId: number | null
  label: string
  labelValues: string
  forward: string
  backward: string
}

const SELECT = `SELECT id, at, who, profile_id AS profileId, label, label_values AS labelValues, forward,
  backward FROM steps`

/** The last step that stands. */
export function nextUndo(connection: ReadConnection): Step | undefined {
  return step(connection, `${SELECT} WHERE undone = 0 ORDER BY id DESC LIMIT 1`)
}

/** The first step that was taken back. */
export function nextRedo(connection: ReadConnection): Step | undefined {
  return step(connection, `${SELECT} WHERE undone = 1 ORDER BY id LIMIT 1`)
}

/** Adds a step and drops those that were taken back. */
export function insertStep(connection: WriteConnection, added: NewStep, who: string): void {
  dropRedo(connection)
  const id = connection.insert(
    `INSERT INTO steps (at, who, profile_id, label, label_values, forward, backward, undone)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
    added.at,
    who,
    added.profileId,
    added.label,
    JSON.stringify(added.values),
    JSON.stringify(operation.parse(added.forward)),
    JSON.stringify(operation.parse(added.backward)),
  )
  connection.run('DELETE FROM steps WHERE id <= ?', id - STEPS_KEPT)
}

export function markStep(connection: WriteConnection, id: number, undone: boolean): void {
  connection.run('UPDATE steps SET undone = ? WHERE id = ?', undone ? 1 : 0, id)
}

/**
 * Drops the steps that were taken back: after any other change the rows and ids that they speak of
 * may be others.
 */
export function dropRedo(connection: WriteConnection): void {
  connection.run('DELETE FROM steps WHERE undone = 1')
}

/** Drops the choices of an edition that is gone, so that no undo brings it back. */
export function dropChoicesOf(connection: WriteConnection, edition: string): void {
  connection.run(
    `DELETE FROM steps WHERE forward ->> '$.kind' = 'edition'
       AND (forward ->> '$.edition' = ? OR backward ->> '$.edition' = ?)`,
    edition,
    edition,
  )
}

/** Forgets every step of a partner: what they would change or bring back is gone for good. */
export function dropStepsOf(connection: WriteConnection, profileId: number): void {
  connection.run('DELETE FROM steps WHERE profile_id = ?', profileId)
}

/** Account name of the person at the computer; empty where the system does not say. */
export function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

function step(connection: ReadConnection, sql: string): Step | undefined {
  const row = connection.get<StepRow>(sql)
  if (!row) return undefined
  const { label, labelValues, forward, backward, ...rest } = row
  return {
    ...rest,
    label: stepLabel.parse(label),
    values: JSON.parse(labelValues) as Record<string, string>,
    forward: operation.parse(JSON.parse(forward)),
    backward: operation.parse(JSON.parse(backward)),
  }
}
