import {
  actionStatuses,
  type Action,
  type ActionFields,
  type ActionOrigin,
} from '../../../shared/actions'
import type { StepLabel } from '../../../shared/edits'
import { SeventyError } from '../../../shared/errors'
import { carryOut, type EditableWorkspace } from '../edits/log'
import { required } from '../edits/values'
import type { Clock, ReadableWorkspace } from '../ports'
import { requireProfile } from '../profiles'
import type { ReadableEngagement, WithEngagement } from './ports'

type Writable = EditableWorkspace & WithEngagement

/** More than anybody follows; what is beyond was made by mistake. */
const ACTIONS_AT_MOST = 500

/**
 * The actions of a partner: open ones first, then in progress, done, dropped; within each by due
 * date, undated last. Throws `profile-not-found`.
 */
export function listActions(
  workspace: Pick<ReadableWorkspace, 'profileById'> & WithEngagement,
  profileId: number,
): Action[] {
  const { id } = requireProfile(workspace, profileId)
  return workspace.engagement.actions(id).toSorted(byUrgency)
}

function byUrgency(a: Action, b: Action): number {
  const status = actionStatuses.indexOf(a.status) - actionStatuses.indexOf(b.status)
  if (status !== 0) return status
  // Dates of this form sort as text; the sign is behind every digit.
  const [left, right] = [a.due ?? '~', b.due ?? '~']
  if (left !== right) return left < right ? -1 : 1
  return a.id - b.id
}

/** Adds an action. Throws `profile-not-found`, `value-missing`, `actions-too-many`. */
export function createAction(
  workspace: Writable,
  clock: Clock,
  wanted: ActionFields & { readonly profileId: number; readonly origin: ActionOrigin },
): Action {
  return workspace.transaction(() => {
    const { profileId, origin, ...fields } = wanted
    requireProfile(workspace, profileId)
    if (workspace.engagement.actions(profileId).length >= ACTIONS_AT_MOST) throw tooMany()
    const at = clock.now()
    const id = workspace.engagement.nextId('action')
    const action = { id, profileId, ...tidy(fields), origin, createdAt: at, changedAt: at }
    return put(workspace, clock, 'action-added', action)
  })
}

/** Changes what is given of an action. Throws `action-not-found`, `value-missing`. */
export function changeAction(
  workspace: Writable,
  clock: Clock,
  {
    actionId,
    change,
  }: {
    readonly actionId: number
    readonly change: { readonly [K in keyof ActionFields]?: ActionFields[K] | undefined }
  },
): Action {
  return workspace.transaction(() => {
    const known = requireAction(workspace.engagement, actionId)
    const given = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    )
    const { id, profileId, origin, createdAt, changedAt, ...fields } = known
    const changed = tidy({ ...fields, ...given })
    if (JSON.stringify(changed) === JSON.stringify(fields)) return known
    const moved = JSON.stringify({ ...changed, status: fields.status }) === JSON.stringify(fields)
    const action = { id, profileId, ...changed, origin, createdAt, changedAt: clock.now() }
    return put(workspace, clock, moved ? 'action-moved' : 'action-changed', action)
  })
}

/** Throws `action-not-found`. */
export function removeAction(workspace: Writable, clock: Clock, actionId: number): Action {
  return workspace.transaction(() => {
    const known = requireAction(workspace.engagement, actionId)
    const step = { profileId: known.profileId, values: { name: known.title } }
    const removal = { kind: 'action', id: actionId, action: null } as const
    carryOut(workspace, clock, { ...step, label: 'action-removed' }, removal)
    return known
  })
}

function put(
  workspace: Writable,
  clock: Clock,
  label: Extract<StepLabel, `action-${string}`>,
  action: Action,
): Action {
  const { id, profileId, title, status } = action
  const step = { profileId, label, values: { name: title, status } }
  carryOut(workspace, clock, step, { kind: 'action', id, action })
  return action
}

/** The fields as they are kept, in one order. */
function tidy({ title, owner, due, points, status, note }: ActionFields): ActionFields {
  const named = required('title', title)
  return { title: named, owner: owner.trim(), due, points, status, note: note.trim() }
}

function requireAction(engagement: ReadableEngagement, id: number): Action {
  const action = engagement.actionById(id)
  if (action) return action
  throw new SeventyError(
    'action-not-found',
    'This action is no longer in the workspace. Open the plan again and choose another one.',
    { actionId: id },
  )
}

function tooMany(): SeventyError {
  return new SeventyError(
    'actions-too-many',
    `A partner has ${String(ACTIONS_AT_MOST)} actions at most. Remove some that are done or dropped.`,
    { limit: ACTIONS_AT_MOST },
  )
}
