import { homedir } from 'node:os'
import { join } from 'node:path'

const NAME = 'Seventy'

/**
 * The user's data folder, the same for the window and the command line, which has no Electron to
 * ask. `SEVENTY_DATA_DIR` moves it, for instance onto an encrypted drive.
 */
export function userDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const chosen = environment['SEVENTY_DATA_DIR']
  if (chosen) return chosen
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME)
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME)
}

/** The workspace that is opened when none is named. */
export function defaultWorkspace(userData: string): string {
  return join(userData, 'workspace.seventy')
}
