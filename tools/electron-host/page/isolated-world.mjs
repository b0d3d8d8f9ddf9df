// @ts-check
import { createBridge } from './bridge.mjs'
import { Emitter } from './emitter.mjs'
import { createFilePaths } from './files.mjs'
import { createHostLink } from './host-link.mjs'
import { IpcRenderer } from './ipc-renderer.mjs'
import { watchKeyboard } from './keyboard.mjs'

/**
 * @typedef {import('./main-world.mjs').Channels & { binding: string, receiver: string, fileAt: string,
 *   placeholder: string, process: Record<string, unknown> }} IsolatedOptions
 * @typedef {(exports: object, require: (name: string) => unknown, module: object, process: object,
 *   global: object, setImmediate: unknown, clearImmediate: unknown) => void} Preload
 */

/**
 * What runs in the preload's world of every document, and the preload itself in main frames.
 * @param {IsolatedOptions} options
 * @param {Preload | undefined} preload
 */
export function startIsolatedWorld(options, preload) {
  const link = createHostLink(options.binding, options.receiver)
  watchKeyboard(link)
  watchNavigation(link)
  window.addEventListener(options.toHost, (event) => {
    event.stopImmediatePropagation()
    link.send(.../** @type {CustomEvent} */ (event).detail)
  })
  if (window !== window.top) return
  const files = createFilePaths(options.placeholder)
  Object.defineProperty(globalThis, options.fileAt, { value: files.fileAt })
  const bridge = createBridge(options.toIsolated, options.toMain)
  if (preload) run(preload, options.process, preloadModules(link, bridge, files), link)
}

/**
 * Links to foreign schemes would be handed to the operating system by Chromium; the program decides.
 * @param {import('./host-link.mjs').HostLink} link
 */
function watchNavigation(link) {
  window.navigation?.addEventListener('navigate', (event) => {
    const { url } = event.destination
    if (/^(https?|about|blob|data|file|javascript|chrome-error):/.test(url) || !event.cancelable)
      return
    event.preventDefault()
    link.send('navigate', url)
  })
}

/**
 * @param {import('./host-link.mjs').HostLink} link
 * @param {ReturnType<typeof createBridge>} bridge
 * @param {ReturnType<typeof createFilePaths>} files
 * @returns {Record<string, unknown>}
 */
function preloadModules(link, bridge, files) {
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval, ...immediate }
  const electron = failingOn('electron', {
    contextBridge: failingOn('contextBridge', {
      exposeInMainWorld: bridge.expose,
    }),
    ipcRenderer: failingOn('ipcRenderer', new IpcRenderer(link)),
    webUtils: failingOn('webUtils', { getPathForFile: files.getPathForFile }),
    webFrame: failingOn('webFrame', {}),
  })
  const events = Object.assign(Emitter, { EventEmitter: Emitter })
  const modules = { electron, events, timers, url: { URL, URLSearchParams } }
  return Object.fromEntries(
    Object.entries(modules).flatMap(([name, value]) => [
      [name, value],
      [name === 'electron' ? 'electron/renderer' : `node:${name}`, value],
    ]),
  )
}

/**
 * @param {Preload} preload
 * @param {Record<string, unknown>} processFields
 * @param {Record<string, unknown>} modules
 * @param {import('./host-link.mjs').HostLink} link
 */
function run(preload, processFields, modules, link) {
  const module = { exports: {} }
  const process = failingOn('process', { ...processFields, nextTick: queueMicrotask })
  /** @param {string} name */
  const require = (name) => {
    if (name in modules) return modules[name]
    throw new Error(`module not found: ${name}`)
  }
  try {
    preload(
      module.exports,
      require,
      module,
      process,
      globalThis,
      immediate.setImmediate,
      immediate.clearImmediate,
    )
  } catch (error) {
    const { message, stack } =
      error instanceof Error ? error : { message: String(error), stack: '' }
    console.error(`Unable to load preload script\n${stack || message}`)
    link.send('preload-error', message, stack ?? '')
  }
}

const immediate = {
  setImmediate: (/** @type {TimerHandler} */ work, /** @type {unknown[]} */ ...args) =>
    setTimeout(work, 0, ...args),
  clearImmediate: (/** @type {number} */ id) => clearTimeout(id),
}

/**
 * @template {object} T
 * @param {string} owner
 * @param {T} object
 * @returns {T}
 */
function failingOn(owner, object) {
  return new Proxy(object, {
    get(target, name, receiver) {
      if (name in target || typeof name === 'symbol') return Reflect.get(target, name, receiver)
      throw new Error(`not implemented by the stand-in: ${owner}.${name}`)
    },
  })
}
