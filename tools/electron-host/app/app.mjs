// @ts-check
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { browser } from '../chromium/browser.mjs'
import { report } from '../start/report.mjs'
import { parseArguments } from '../start/arguments.mjs'
import { strictEmitter } from '../start/strict.mjs'
import { openWindows } from '../window/open-windows.mjs'
import { commandLineOf } from './command-line.mjs'
import { lockInstance } from './instance-lock.mjs'
import { defaultPaths } from './paths.mjs'

/** @typedef {{ name?: string, productName?: string, version?: string, main?: string }} Manifest */

const FAILED = 1

/** The program: its name and folders, when it is ready, and how it ends. */
class App extends strictEmitter('app') {
  isPackaged = false
  /** @type {PromiseWithResolvers<void>} */
  #ready = Promise.withResolvers()
  #isReady = false
  #quitting = false
  #exiting = false
  /** @type {import('./instance-lock.mjs').Lock | undefined} */
  #lock

  constructor() {
    super()
    const { appPath, switches } = parseArguments(process.argv.slice(1))
    this.appPath = resolve(appPath ?? '.')
    this.manifest = readManifest(this.appPath)
    this.name = this.manifest.productName ?? this.manifest.name ?? 'Electron'
    this.commandLine = commandLineOf(switches)
    this.paths = defaultPaths(this.name)
  }

  getName() {
    return this.name
  }

  /** @param {string} name */
  setName(name) {
    this.name = name
  }

  getVersion() {
    return this.manifest.version ?? '0.0.0'
  }

  getAppPath() {
    return this.appPath
  }

  /** @param {string} name */
  getPath(name) {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  /** @param {string} name @param {string} path */
  setPath(name, path) {
    this.getPath(name)
    this.paths.set(name, path)
    if (name === 'userData') this.paths.set('sessionData', path)
  }

  getLocale() {
    return language()
  }

  getSystemLocale() {
    return language()
  }

  getPreferredSystemLanguages() {
    return [language()]
  }

  isReady() {
    return this.#isReady
  }

  whenReady() {
    return this.#ready.promise
  }

  /** Chromium runs and the program's main script has been evaluated. */
  becomeReady() {
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', {}, {})
    this.#ready.resolve()
  }

  // Every page is sandboxed by Chromium, and these have nothing else to act on here.
  enableSandbox() {}
  disableHardwareAcceleration() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}

  showAboutPanel() {
    report('dialog', { name: 'showAboutPanel' })
  }

  /** @param {unknown} [data] what the first instance is told @returns {boolean} */
  requestSingleInstanceLock(data) {
    const start = { argv: [...process.argv], cwd: process.cwd(), data: data ?? null }
    this.#lock ??= lockInstance(this.getPath('userData'), start, (second) => {
      this.emit('second-instance', {}, second.argv, second.cwd, second.data)
    })
    return this.#lock.isFirst
  }

  hasSingleInstanceLock() {
    return this.#lock?.isFirst === true
  }

  releaseSingleInstanceLock() {
    this.#lock?.release()
    this.#lock = undefined
  }

  focus() {
    ;[...openWindows.all].at(-1)?.focus()
  }

  /** Closes all windows, any of which may refuse, and ends the program. */
  quit() {
    if (this.#exiting) return
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    if (openWindows.all.size === 0) return this.#finish()
    for (const window of [...openWindows.all]) window.close()
  }

  /** A window that stays open keeps the program running. */
  closeRefused() {
    this.#quitting = false
  }

  windowClosed() {
    if (openWindows.all.size > 0 || this.#exiting) return
    if (this.#quitting) return this.#finish()
    if (this.listenerCount('window-all-closed') === 0) return this.quit()
    this.emit('window-all-closed')
  }

  #finish() {
    this.#quitting = false
    const event = preventable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }

  /** Ends the program without asking anybody. @param {number} [code] */
  exit(code = 0) {
    if (this.#exiting) return
    this.#exiting = true
    this.emit('quit', {}, code)
    const end = () => process.exit(code)
    void Promise.all([browser.close(), this.#lock?.told]).then(end, end)
  }

  /** Ends a program that cannot go on. @param {string} reason */
  fail(reason) {
    process.stderr.write(`electron-host: ${reason}\n`)
    this.exit(FAILED)
  }
}

function preventable() {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** @param {string} appPath @returns {Manifest} */
function readManifest(appPath) {
  try {
    return /** @type {Manifest} */ (JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')))
  } catch {
    return {}
  }
}

/** "en_US.UTF-8" as the language tag "en-US". */
export function language({ LC_ALL, LC_MESSAGES, LANG } = process.env) {
  const [locale = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split('.')
  return /^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale) ? locale.replace('_', '-') : 'en-US'
}

export const app = new App()
