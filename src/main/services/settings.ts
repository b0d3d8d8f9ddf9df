import { defaultSettings, settingsSchema, type Settings } from '../../shared/settings'
import type { ReadableWorkspace, WritableWorkspace } from './ports'

const KEY = 'settings'

/** The settings of the workspace; what was never chosen, or no longer makes sense, has its default. */
export function readSettings(workspace: ReadableWorkspace): Settings {
  const stored = settingsSchema.partial().safeParse(workspace.setting(KEY) ?? {})
  return { ...defaultSettings, ...(stored.success ? stored.data : {}) }
}

/** Changes the given settings and returns all of them. */
export function changeSettings(workspace: WritableWorkspace, change: Partial<Settings>): Settings {
  return workspace.transaction(() => {
    const settings = { ...readSettings(workspace), ...change }
    workspace.setSetting(KEY, settings)
    return settings
  })
}
