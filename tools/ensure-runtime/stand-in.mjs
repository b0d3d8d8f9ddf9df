// @ts-check
import { join } from 'node:path'
import { root } from '../run/paths.mjs'

/** @typedef {import('./ensure-runtime.mjs').Runtime} Runtime */

/** A folder that ELECTRON_OVERRIDE_DIST_PATH can name: its `electron` stands in for Electron's. */
export const standInFolder = join(root, 'tools', 'electron-host')

/**
 * The stand-in with an installed browser.
 * @param {string} browser
 * @param {NodeJS.Platform} platform
 * @returns {Runtime}
 */
export function standIn(browser, platform = process.platform) {
  return {
    kind: 'stand-in',
    executable: join(standInFolder, platform === 'win32' ? 'electron.cmd' : 'electron'),
    // A .cmd file cannot be spawned without a shell; this is what it does.
    command: [
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      join(standInFolder, 'start', 'run.mjs'),
    ],
    env: { ELECTRON_OVERRIDE_DIST_PATH: standInFolder, SEVENTY_BROWSER: browser },
    describe: `running in the stand-in for Electron, pages in ${browser}`,
  }
}
