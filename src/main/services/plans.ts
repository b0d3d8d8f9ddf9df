import {
  planSettingsPart,
  planSettingsSchema,
  type Plan,
  type PlanSettings,
  type PlanSettingsPart,
} from '../../shared/plan'
import type {
  ReadableProfileSettings,
  ReadableWorkspace,
  WritableProfileSettings,
  WritableWorkspace,
} from './ports'
import { requireProfile } from './profiles'
import type { PlanQuery, Scores } from './scores'

const KEY = 'plan'

type Readable = Pick<ReadableWorkspace, 'profileById'> & ReadableProfileSettings
type Writable = Pick<WritableWorkspace, 'profileById' | 'transaction'> & WritableProfileSettings

/** What is left out: the day of the goal is the score date; settings are those saved for the partner. */
export interface SavedPlanQuery extends Omit<PlanQuery, 'settings'> {
  readonly settings?: Partial<PlanSettings> | undefined
}

/**
 * The cheapest ways to the designation, with the effort and limits that are asked for, else those saved
 * for the partner. Throws as `Scores.plan`.
 */
export function plan(
  { workspace, scores }: { readonly workspace: Readable; readonly scores: Scores },
  request: SavedPlanQuery,
): Plan {
  const saved = readPlanSettings(workspace, request.profileId)
  const { effort = saved.effort, limit = saved.limit } = request.settings ?? {}
  const used = planSettingsPart.options.filter(
    (part: PlanSettingsPart) =>
      request.settings?.[part] === undefined && Object.keys(saved[part]).length > 0,
  )
  return { ...scores.plan({ ...request, settings: { effort, limit } }), saved: used }
}

/**
 * The effort and limits saved for a partner; none where nothing was saved, or what was makes no sense
 * to this version. Throws `profile-not-found`.
 */
export function readPlanSettings(workspace: Readable, profileId: number): PlanSettings {
  const { id } = requireProfile(workspace, profileId)
  const saved = planSettingsSchema.safeParse(workspace.profileSetting(id, KEY))
  return saved.success ? saved.data : { effort: {}, limit: {} }
}

/** Saves all effort and limits of a partner anew. Throws `profile-not-found`. */
export function savePlanSettings(
  workspace: Writable,
  { profileId, settings }: { readonly profileId: number; readonly settings: PlanSettings },
): PlanSettings {
  return workspace.transaction(() => {
    workspace.setProfileSetting(requireProfile(workspace, profileId).id, KEY, settings)
    return settings
  })
}
