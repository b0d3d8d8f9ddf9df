import { existsSync } from 'node:fs'
import type { ReadableBranding } from '../services/branding'
import type { WritableExports } from '../services/exports'
import type { BrowsableRows } from '../services/browse/ports'
import type { WithEngagement } from '../services/engagement/ports'
import type { StoredImports, WithdrawableImports } from '../services/import-history'
import type {
  ReadableProfileSettings,
  ReadableScenarios,
  ReadableWorkspace,
  WritableLayouts,
  WritableWorkspace,
} from '../services/ports'
import type { StoredRows } from '../services/stored-rows'
import { openReadable, openWritable } from '../store/open'
import type { CliEnvironment } from './environment'

interface WorkspaceOption {
  readonly workspace?: string | undefined
}

/** Opens the named or default workspace for reading, runs `work`, and closes it whatever happens. */
export async function reading<T>(
  options: WorkspaceOption,
  environment: CliEnvironment,
  work: (
    workspace: ReadableWorkspace &
      ReadableProfileSettings &
      ReadableScenarios &
      ReadableBranding &
      StoredImports &
      StoredRows &
      BrowsableRows &
      WithEngagement,
  ) => T | Promise<T>,
): Promise<T> {
  const workspace = openReadable(pathOf(options, environment))
  try {
    return await work(workspace)
  } finally {
    workspace.close()
  }
}

/** As {@link reading}, for changes; `create` makes the file if there is none. */
export async function writing<T>(
  options: WorkspaceOption & { readonly create?: boolean },
  environment: CliEnvironment,
  work: (
    workspace: WritableWorkspace & WritableLayouts & WritableExports & WithdrawableImports,
  ) => T | Promise<T>,
): Promise<T> {
  const workspace = openWritable(pathOf(options, environment), {
    create: options.create ?? false,
  })
  try {
    return await work(workspace)
  } finally {
    workspace.close()
  }
}

/** True when nobody has started to work yet: no file named, and the default one is not there. */
export function isFirstUse(options: WorkspaceOption, environment: CliEnvironment): boolean {
  return options.workspace === undefined && !existsSync(environment.defaultWorkspace)
}

/** The workspace that is named, or the app's own. */
export function pathOf(options: WorkspaceOption, environment: CliEnvironment): string {
  return options.workspace ?? environment.defaultWorkspace
}
