import { z } from 'zod'
import { defaultSettings, settingsSchema, type Settings } from '../../shared/settings'
import type { ReadableWorkspace, WritableWorkspace } from './ports'

const KEY = 'settings'

/** The settings of the workspace; what was never chosen, or no longer makes sense, has its default. */
export function readSettings(workspace: ReadableWorkspace): Settings {
  const stored = z.record(z.string(), z.unknown()).safeParse(workspace.setting(KEY))
  // One by one: a single value that a newer version understands must not cost the firm's name.
  const chosen = Object.entries(settingsSchema.shape).flatMap(([name, shape]) => {
    const value = shape.safeParse(stored.data?.[name])
    return value.success ? [[name, value.data] as const] : []
  })
  return { ...defaultSettings, ...Object.fromEntries(chosen) }
}

/** Changes the given settings and returns all of them. */
export function changeSettings(workspace: WritableWorkspace, change: Partial<Settings>): Settings {
  return workspace.transaction(() => {
    const settings = { ...readSettings(workspace), ...change }
    workspace.setSetting(KEY, settings)
    return settings
  })
}
