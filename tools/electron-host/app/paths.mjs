// @ts-check
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where each system keeps what programs remember. @returns {string} */
function appData() {
  if (process.platform === 'win32')
    return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

/** The folders that `app.getPath` knows, until the program sets its own. @param {string} appName */
export function defaultPaths(appName) {
  const userData = join(appData(), appName)
  return new Map([
    ['home', homedir()],
    ['appData', appData()],
    ['userData', userData],
    ['sessionData', userData],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['module', process.execPath],
    ['logs', join(userData, 'logs')],
    ['crashDumps', join(userData, 'Crashpad')],
    ...['Desktop', 'Documents', 'Downloads', 'Music', 'Pictures', 'Videos'].map(
      (name) => /** @type {const} */ ([name.toLowerCase(), join(homedir(), name)]),
    ),
  ])
}
