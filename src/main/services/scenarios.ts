import { SeventyError } from '../../shared/errors'
import { scenarioName, type Overrides, type Scenario } from '../../shared/scenarios'
import type { StepLabel } from '../../shared/edits'
import type { StepLog } from './edits/ports'
import type {
  Clock,
  ReadableScenarios,
  ReadableWorkspace,
  WritableScenarios,
  WritableWorkspace,
} from './ports'
import { requireProfile } from './profiles'

type Readable = Pick<ReadableWorkspace, 'profileById'> & ReadableScenarios
type Writable = Pick<WritableWorkspace, 'profileById' | 'transaction' | 'audit'> &
  WritableScenarios &
  StepLog

/** More than anybody compares; what is beyond was made by mistake. */
const SCENARIOS_AT_MOST = 100
const NAME_AT_MOST = 80

/** The scenarios of a profile in the order of their names; throws `profile-not-found`. */
export function listScenarios(workspace: Readable, profileId: number): readonly Scenario[] {
  return workspace.scenarios(requireProfile(workspace, profileId).id)
}

/**
 * Saves a new scenario. Throws `profile-not-found`, `scenario-name-invalid`, `scenario-exists`, or
 * `scenarios-too-many`.
 */
export function createScenario(
  workspace: Writable,
  clock: Clock,
  wanted: { readonly profileId: number; readonly name: string; readonly overrides: Overrides },
): Scenario {
  return workspace.transaction(() => {
    const profile = requireProfile(workspace, wanted.profileId)
    if (workspace.scenarios(profile.id).length >= SCENARIOS_AT_MOST) throw tooMany()
    const name = freeName(workspace, profile.id, wanted.name)
    const scenario = workspace.addScenario({ ...wanted, name }, clock.now())
    logged(workspace, clock, 'scenario-added', { before: null, after: scenario })
    return scenario
  })
}

/**
 * Gives a scenario another name, other overrides, or both. Throws `scenario-not-found`,
 * `scenario-name-invalid`, or `scenario-exists`.
 */
export function changeScenario(
  workspace: Writable,
  clock: Clock,
  wanted: {
    readonly scenarioId: number
    readonly name?: string | undefined
    readonly overrides?: Overrides | undefined
  },
): Scenario {
  return workspace.transaction(() => {
    const known = requireScenario(workspace, wanted.scenarioId)
    const { id, profileId } = known
    const name =
      wanted.name === undefined ? known.name : freeName(workspace, profileId, wanted.name, id)
    const updatedAt = clock.now()
    const changed = { ...known, name, overrides: wanted.overrides ?? known.overrides, updatedAt }
    workspace.changeScenario(changed, updatedAt)
    logged(workspace, clock, 'scenario-changed', { before: known, after: changed })
    return changed
  })
}

/** Saves a scenario once more under a name of its own. Throws as {@link createScenario}, `scenario-not-found`. */
export function duplicateScenario(workspace: Writable, clock: Clock, scenarioId: number): Scenario {
  const { profileId, name, overrides } = requireScenario(workspace, scenarioId)
  const copies = Array.from({ length: SCENARIOS_AT_MOST }, (_each, index) =>
    copyOf(name, index + 1),
  )
  const free = copies.find((each) => workspace.scenarioByName(profileId, each) === undefined)
  return createScenario(workspace, clock, { profileId, name: free ?? name, overrides })
}

function copyOf(name: string, number: number): string {
  const suffix = number === 1 ? ' (copy)' : ` (copy ${String(number)})`
  return `${name.slice(0, NAME_AT_MOST - suffix.length).trimEnd()}${suffix}`
}

/** Throws `scenario-not-found`. */
export function removeScenario(workspace: Writable, clock: Clock, scenarioId: number): Scenario {
  return workspace.transaction(() => {
    const scenario = requireScenario(workspace, scenarioId)
    workspace.removeScenario(scenarioId)
    logged(workspace, clock, 'scenario-removed', { before: scenario, after: null })
    return scenario
  })
}

function requireScenario(workspace: ReadableScenarios, id: number): Scenario {
  const scenario = workspace.scenarioById(id)
  if (scenario) return scenario
  throw new SeventyError(
    'scenario-not-found',
    'This scenario is no longer in the workspace. Choose another one from the list.',
    { scenarioId: id },
  )
}

/** A name as it is kept, that no other scenario of the profile has. */
function freeName(
  workspace: ReadableScenarios,
  profileId: number,
  wanted: string,
  except?: number,
): string {
  const name = scenarioName.safeParse(wanted)
  if (!name.success) {
    throw new SeventyError(
      'scenario-name-invalid',
      `A scenario needs a name of 1 to ${String(NAME_AT_MOST)} characters.`,
      { name: wanted },
    )
  }
  const existing = workspace.scenarioByName(profileId, name.data)
  if (!existing || existing.id === except) return name.data
  throw new SeventyError(
    'scenario-exists',
    `There already is a scenario named "${existing.name}". Choose another name.`,
    { name: name.data, existing: existing.name },
  )
}

function tooMany(): SeventyError {
  return new SeventyError(
    'scenarios-too-many',
    `A partner has ${String(SCENARIOS_AT_MOST)} scenarios at most. Remove one that is no longer needed.`,
    { limit: SCENARIOS_AT_MOST },
  )
}

/** One entry of the audit log and one step that can be undone. */
function logged(
  workspace: Writable,
  clock: Clock,
  label: Extract<StepLabel, `scenario-${string}`>,
  { before, after }: Readonly<Record<'before' | 'after', Scenario | null>>,
): void {
  const scenario = after ?? before
  if (scenario === null) return
  const { id, profileId, name } = scenario
  const at = clock.now()
  workspace.audit({ at, action: label, subject: name, details: { id, profileId } })
  workspace.addStep({
    ...{ at, profileId, label, values: { name } },
    forward: { kind: 'scenario', id, scenario: after },
    backward: { kind: 'scenario', id, scenario: before },
  })
}
