// @ts-check
import { findBrowser } from '../electron-host/chromium/find.mjs'
import { downloadElectron, installedElectron } from './electron-binary.mjs'
import { installChromium } from './install-chromium.mjs'
import { standIn } from './stand-in.mjs'

/**
 * What can run the compiled program on this machine.
 * @typedef {{
 *   kind: 'electron' | 'stand-in',
 *   executable: string,
 *   command: readonly [string, ...string[]],
 *   env: Readonly<Record<string, string>>,
 *   describe: string,
 * }} Runtime
 *   `executable` is for Playwright, which starts a file; `command` is the same to be spawned, without
 *   a shell on every system; `env` goes to the process.
 */

const advice = `Nothing on this machine can show a page. Do one of these and try again:
  - let npm download Electron's own binary (npx install-electron), or
  - install Chromium, Chrome or Edge, or
  - name one: SEVENTY_BROWSER=/path/to/browser`

/**
 * Finds what runs the program, in this order: Electron's own binary if it is there or can be
 * downloaded; an installed browser with the stand-in; on Debian as root a browser from its package.
 * E2E_TARGET=electron takes nothing but Electron, E2E_TARGET=stand-in nothing but the stand-in.
 * Throws an error that says what to do if there is nothing.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(env = process.env, platform = process.platform) {
  const { E2E_TARGET: target } = env
  if (target !== 'stand-in' && (target === 'electron' || hasDisplay(env, platform))) {
    const electron = installedElectron(env) ?? downloadElectron(env)
    if (electron !== undefined) return realElectron(electron, platform)
    if (target === 'electron') {
      throw new Error('E2E_TARGET=electron, but its binary is neither installed nor downloadable.')
    }
  }
  const browser = findBrowser(env, platform) ?? (await installChromium(env, platform))
  if (browser === undefined) throw new Error(advice)
  return standIn(browser, platform)
}

/** Electron itself refuses to start without one. @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
function hasDisplay({ DISPLAY, WAYLAND_DISPLAY }, platform) {
  return platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}

/** @param {string} executable @param {NodeJS.Platform} platform @returns {Runtime} */
function realElectron(executable, platform) {
  const isRoot = platform === 'linux' && process.getuid?.() === 0
  return {
    kind: 'electron',
    executable,
    command: [executable],
    // Chromium refuses to run its sandbox for root.
    env: isRoot ? { ELECTRON_DISABLE_SANDBOX: '1' } : {},
    describe: `running in Electron (${executable})`,
  }
}
