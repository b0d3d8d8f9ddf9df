// @ts-check
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {{ readonly [name: string]: string | undefined }} Environment */

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
]

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]
const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge']

/**
 * The installed Chromium, Chrome or Edge that pages are drawn with, or undefined if there is none:
 * SEVENTY_BROWSER first, then the names on PATH, then where installers put them.
 * @param {Environment} env
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined}
 */
export function findBrowser(env = process.env, platform = process.platform) {
  return candidates(env, platform).find(isExecutable)
}

/** @param {Environment} env @param {NodeJS.Platform} platform @returns {string[]} */
export function candidates(env, platform) {
  const named = env.SEVENTY_BROWSER
  // A browser that somebody asked for is not silently replaced by another one.
  if (named) return [named]
  const suffix = platform === 'win32' ? '.exe' : ''
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
  return [...onPath, ...wellKnown(env, platform)]
}

/** @param {Environment} env @param {NodeJS.Platform} platform @returns {string[]} */
function wellKnown(env, platform) {
  if (platform === 'win32') {
    return windowsFolders.flatMap((name) => {
      const folder = env[name]
      return folder ? windowsPrograms.map((parts) => join(folder, ...parts)) : []
    })
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])]
    return roots.flatMap((root) =>
      macPrograms.map((name) => join(root, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  return ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium']
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
