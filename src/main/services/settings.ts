import { z } from 'zod'
import { defaultSettings } from '../../shared/default-settings'
import { settingsSchema, type Settings } from '../../shared/settings'
import type { StepLog } from './edits/ports'
import type { Clock, ReadableWorkspace, WritableWorkspace } from './ports'

const KEY = 'settings'

/** The settings of the workspace; what was never chosen, or no longer makes sense, has its default. */
export function readSettings(workspace: Pick<ReadableWorkspace, 'setting'>): Settings {
  const stored = z.record(z.string(), z.unknown()).safeParse(workspace.setting(KEY))
  // One by one: a single value that a newer version understands must not cost the firm's name.
  const chosen = Object.entries(settingsSchema.shape).flatMap(([name, shape]) => {
    const value = shape.safeParse(stored.data?.[name])
    return value.success ? [[name, value.data] as const] : []
  })
  return { ...defaultSettings, ...Object.fromEntries(chosen) }
}

type Writable = Pick<WritableWorkspace, 'transaction' | 'setting' | 'setSetting'> & StepLog

/** Changes the given settings, as one step that can be undone, and returns all of them. */
export function changeSettings(
  workspace: Writable,
  clock: Clock,
  change: Partial<Settings>,
): Settings {
  return workspace.transaction(() => {
    const before = readSettings(workspace)
    const settings = { ...before, ...change }
    const stored = workspace.setting(KEY)
    if (JSON.stringify(settings) === JSON.stringify(stored)) return settings
    workspace.setSetting(KEY, settings)
    workspace.addStep({
      ...{ at: clock.now(), profileId: null, label: 'settings-changed', values: {} },
      forward: { kind: 'setting', key: KEY, value: settings },
      backward: {
        kind: 'setting',
        key: KEY,
        value: z
          .json()
          .nullable()
          .parse(stored ?? null),
      },
    })
    return settings
  })
}
