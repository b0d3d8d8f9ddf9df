// @ts-check
import { browser } from '../chromium/browser.mjs'
import { toTree } from '../page/clone.mjs'
import { strictEmitter } from '../start/strict.mjs'
import { IpcMain } from './ipc-main.mjs'
import { Keyboard } from './keyboard.mjs'
import { createImage } from './native-image.mjs'
import { Navigation } from './navigation.mjs'
import { watchPage } from './page-events.mjs'
import { receiveMessages } from './page-messages.mjs'
import { PageTarget } from './page-target.mjs'
import { Popups } from './popups.mjs'
import { pdfParameters } from './printing.mjs'
import { mainFrameOf } from './web-frame.mjs'

/** @typedef {import('../network/session.mjs').Session} Session */
/** @typedef {import('./page-target.mjs').Viewport} Viewport */

let lastId = 0
/** @type {Map<number, WebContents>} */
const all = new Map()

/** Everything that a window shows: one page of Chromium. */
export class WebContents extends strictEmitter('webContents') {
  /**
   * @param {{ session: Session, preload: string | undefined, arguments: string[], viewport: Viewport,
   *   requestClose: () => void }} options
   */
  constructor({ session, preload, arguments: extraArguments, viewport, requestClose }) {
    super()
    this.id = ++lastId
    this.session = session
    this.preloadPath = preload
    this.viewport = viewport
    this.requestClose = requestClose
    /** Its window has the keyboard. */
    this.focused = false
    this.ipc = new IpcMain()
    this.page = new PageTarget({
      session,
      preload,
      viewport,
      process: preloadProcess(extraArguments),
    })
    this.mainFrame = mainFrameOf(this)
    this.navigation = new Navigation(this)
    this.keyboard = new Keyboard(this)
    this.popups = new Popups(this)
    all.set(this.id, this)
    receiveMessages(this)
    watchPage(this)
    this.page.once('gone', () => this.markDestroyed())
  }

  /** An event that listeners may prevent. */
  createEvent() {
    const event = {
      defaultPrevented: false,
      preventDefault: () => {
        event.defaultPrevented = true
      },
      sender: this,
    }
    return event
  }

  /** @param {string} url */
  loadURL(url) {
    return this.navigation.load(url)
  }

  /** @param {string} path */
  loadFile(path) {
    return this.navigation.loadFile(path)
  }

  reload() {
    this.navigation.reload()
  }

  stop() {
    this.page.session?.tell('Page.stopLoading')
  }

  getURL() {
    return this.navigation.url
  }

  getTitle() {
    return this.navigation.title
  }

  isLoading() {
    return this.navigation.loading
  }

  isLoadingMainFrame() {
    return this.navigation.loading
  }

  isDestroyed() {
    return this.page.closed
  }

  isCrashed() {
    return this.navigation.crashed
  }

  isFocused() {
    return this.focused
  }

  focus() {
    this.page.session?.tell('Page.bringToFront')
  }

  /** Closes the page and with it the window. @param {{ waitForBeforeUnload?: boolean }} [_options] */
  close(_options) {
    this.requestClose()
  }

  /** @param {string} channel @param {...unknown} args */
  send(channel, ...args) {
    const tree = toTree(args)
    const context = this.page.mainWorldOfPreload
    if (context !== undefined) this.page.post(context, ['message', channel, tree])
  }

  /** @param {string} code @param {boolean} [userGesture] @returns {Promise<unknown>} */
  async executeJavaScript(code, userGesture = false) {
    const session = await this.page.ready
    await this.navigation.settled()
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (!exceptionDetails) return result.value
    const thrown = exceptionDetails.exception
    throw new Error(
      thrown?.description?.split('\n')[0] ?? String(thrown?.value ?? exceptionDetails.text),
    )
  }

  /** @param {Electron.PrintToPDFOptions} options @returns {Promise<Buffer>} */
  async printToPDF(options) {
    const session = await this.page.ready
    const { data } = await session.send('Page.printToPDF', pdfParameters(options ?? {}))
    return Buffer.from(data, 'base64')
  }

  /** @param {Electron.Rectangle} [rectangle] */
  async capturePage(rectangle) {
    const session = await this.page.ready
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      ...(rectangle ? { clip: { ...rectangle, scale: 1 } } : {}),
    })
    return createImage(Buffer.from(data, 'base64'))
  }

  /** @param {Parameters<Electron.WebContents['setWindowOpenHandler']>[0]} handler */
  setWindowOpenHandler(handler) {
    this.popups.handler = handler
  }

  /** @param {number} factor */
  setZoomFactor(factor) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.resize({ ...this.viewport, zoom: factor })
  }

  getZoomFactor() {
    return this.viewport.zoom
  }

  /** One level is a fifth more or less. @param {number} level */
  setZoomLevel(level) {
    this.setZoomFactor(1.2 ** level)
  }

  getZoomLevel() {
    return Math.log(this.viewport.zoom) / Math.log(1.2)
  }

  /** @param {Viewport} viewport */
  resize(viewport) {
    this.viewport = viewport
    this.page.setViewport(viewport).catch(() => undefined)
  }

  /** Chromium is started with the strictest policy there is. */
  setWebRTCIPHandlingPolicy() {}

  getWebRTCIPHandlingPolicy() {
    return 'disable_non_proxied_udp'
  }

  setBackgroundThrottling() {}

  openDevTools() {
    process.stderr.write(
      'electron-host: there are no developer tools here; use Playwright or a real Electron.\n',
    )
  }

  closeDevTools() {}

  isDevToolsOpened() {
    return false
  }

  getProcessId() {
    return this.mainFrame.processId
  }

  getOSProcessId() {
    return 0
  }

  getType() {
    return 'window'
  }

  markDestroyed() {
    all.delete(this.id)
    this.page.markGone()
    this.emit('destroyed')
  }

  static getAllWebContents() {
    return [...all.values()]
  }

  /** @param {number} id */
  static fromId(id) {
    return all.get(id)
  }

  /** How Playwright finds the window of a page. @param {string} targetId */
  static fromDevToolsTargetId(targetId) {
    return this.getAllWebContents().find(({ page }) => page.targetId === targetId)
  }

  static getFocusedWebContents() {
    return this.getAllWebContents().find((contents) => contents.isFocused()) ?? null
  }

  /** The page that a frame of Chromium belongs to. @param {string} frameId */
  static fromFrame(frameId) {
    return this.getAllWebContents().find(({ page }) => page.frames.has(frameId))
  }
}

/** What a sandboxed preload sees as `process`. @param {string[]} extraArguments */
function preloadProcess(extraArguments) {
  const { platform, arch, env, versions } = process
  return {
    platform,
    arch,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    versions: { ...versions, chrome: browser.version },
    argv: [process.execPath, '--type=renderer', ...extraArguments],
    env: env.NODE_ENV === undefined ? {} : { NODE_ENV: env.NODE_ENV },
    execPath: process.execPath,
    pid: 0,
  }
}
