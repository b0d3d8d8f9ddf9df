import { overridesSchema, type Overrides, type Scenario } from '../../../shared/scenarios'
import type { ReadConnection, WriteConnection } from '../connection'
import { foldName } from './profiles'

interface ScenarioRow extends Omit<Scenario, 'overrides'> {
  overrides: string
}

const SELECT = `SELECT id, profile_id AS profileId, name, overrides, created_at AS createdAt,
  updated_at AS updatedAt FROM scenarios`

/** The scenarios of a profile in the order of their names. */
export function scenariosOf(connection: ReadConnection, profileId: number): Scenario[] {
  return connection
    .all<ScenarioRow>(`${SELECT} WHERE profile_id = ? ORDER BY name_key`, profileId)
    .map(toScenario)
}

export function scenarioById(connection: ReadConnection, id: number): Scenario | undefined {
  const row = connection.get<ScenarioRow>(`${SELECT} WHERE id = ?`, id)
  return row && toScenario(row)
}

/** A profile's scenario of that name, whatever its case and white space. */
export function scenarioByName(
  connection: ReadConnection,
  profileId: number,
  name: string,
): Scenario | undefined {
  const row = connection.get<ScenarioRow>(
    `${SELECT} WHERE profile_id = ? AND name_key = ?`,
    profileId,
    foldName(name),
  )
  return row && toScenario(row)
}

/** Adds a scenario; its name has to be free. */
export function insertScenario(
  connection: WriteConnection,
  {
    profileId,
    name,
    overrides,
  }: { readonly profileId: number; readonly name: string; readonly overrides: Overrides },
  at: string,
): Scenario {
  const id = connection.insert(
    `INSERT INTO scenarios (profile_id, name, name_key, overrides, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)`,
    profileId,
    name,
    foldName(name),
    JSON.stringify(overrides),
    at,
    at,
  )
  return { id, profileId, name, overrides, createdAt: at, updatedAt: at }
}

/** Gives a scenario another name and other overrides; the name has to be free. */
export function updateScenario(
  connection: WriteConnection,
  { id, name, overrides }: Pick<Scenario, 'id' | 'name' | 'overrides'>,
  at: string,
): void {
  connection.run(
    'UPDATE scenarios SET name = ?, name_key = ?, overrides = ?, updated_at = ? WHERE id = ?',
    name,
    foldName(name),
    JSON.stringify(overrides),
    at,
    id,
  )
}

export function deleteScenario(connection: WriteConnection, id: number): void {
  connection.run('DELETE FROM scenarios WHERE id = ?', id)
}

/** Puts a scenario as a whole under an id, or with null takes away what is there. */
export function putScenario(
  connection: WriteConnection,
  id: number,
  scenario: Scenario | null,
): void {
  if (scenario === null) return deleteScenario(connection, id)
  if (scenarioById(connection, id)) return updateScenario(connection, scenario, scenario.updatedAt)
  const { profileId, name, overrides, createdAt, updatedAt } = scenario
  connection.run(
    `INSERT INTO scenarios (id, profile_id, name, name_key, overrides, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    profileId,
    name,
    foldName(name),
    JSON.stringify(overrides),
    createdAt,
    updatedAt,
  )
}

function toScenario({ overrides, ...row }: ScenarioRow): Scenario {
  return { ...row, overrides: overridesSchema.parse(JSON.parse(overrides)) }
}
