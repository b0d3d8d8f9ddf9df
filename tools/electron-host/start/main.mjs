// @ts-check
/**
 * Starts the program that the command line names, as Electron would: 1. debugger, 2. `electron` for
 * everybody who imports it, 3. Chromium, 4. the program's main script, 5. ready.
 */
import { readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, language } from '../app/app.mjs'
import { browser } from '../chromium/browser.mjs'
import { findBrowser } from '../chromium/find.mjs'
import { routeRequests } from '../network/router.mjs'
import { WebContents } from '../window/web-contents.mjs'
import { parseArguments } from './arguments.mjs'
import { events, report } from './report.mjs'
import { receiveStrayTargets } from './stray-targets.mjs'

const { inspect, debuggingPort, preloads, switches } = parseArguments(process.argv.slice(1))
const require = createRequire(import.meta.url)

// 1. Playwright finds the main process by the line that Node prints here.
if (inspect !== undefined) inspector.open(inspect, '127.0.0.1')

// 2. The program and its tests import `electron` by name.
const electronUrl = new URL('../electron.mjs', import.meta.url).href
const names = new Set(['electron', 'electron/main', 'electron/common'])
registerHooks({
  resolve: (specifier, context, next) =>
    names.has(specifier)
      ? { url: electronUrl, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
declareElectron()
Object.assign(globalThis, { __electronHost: { events } })
for (const file of preloads) require(file)

// 3. One Chromium behind all windows.
process.on('SIGINT', () => app.quit())
process.on('SIGTERM', () => app.quit())
process.on('uncaughtException', (error) => {
  report('crash', { message: error.message })
  app.fail(error.stack ?? error.message)
})
startBrowser()

// 4. and 5. The program asks for windows as soon as it is ready, not before it has been read.
try {
  await import(pathToFileURL(join(app.getAppPath(), app.manifest.main ?? 'index.js')).href)
  await browser.ready
  receiveStrayTargets()
  await routeRequests((frameId) => WebContents.fromFrame(frameId))
  app.becomeReady()
} catch (error) {
  app.fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function startBrowser() {
  const executable = findBrowser()
  if (executable === undefined) {
    throw new Error('No Chromium, Chrome or Edge is installed; SEVENTY_BROWSER can name one.')
  }
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  browser.on('listening', (/** @type {string} */ line) => process.stderr.write(`${line}\n`))
  browser.on('gone', (/** @type {string} */ reason) => {
    report('crash', { browser: reason })
    app.fail(`Chromium ended (${reason}).\n${browser.lastWords.join('\n')}`)
  })
  browser.start({
    executable,
    headed: process.env.SEVENTY_HOST_HEADED === '1' && hasDisplay(),
    // Chromium refuses to run its sandbox for root.
    sandbox: !isRoot && !switches.has('no-sandbox'),
    debuggingPort,
    language: language(),
  })
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return true
  process.stderr.write('electron-host: there is no display; the window is drawn but not shown.\n')
  return false
}

/** What programs ask to know that they run in Electron. */
function declareElectron() {
  const manifest = readFileSync(require.resolve('electron/package.json'), 'utf8')
  const { version } = /** @type {{ version: string }} */ (JSON.parse(manifest))
  const versions = { ...process.versions, electron: version }
  for (const [name, value] of Object.entries({ versions, type: 'browser', defaultApp: true })) {
    Object.defineProperty(process, name, { value, enumerable: true, configurable: true })
  }
}
