// @ts-check
import { app } from '../app/app.mjs'
import { browser } from '../chromium/browser.mjs'
import { defaultSession, fromPartition } from '../network/session.mjs'
import { openWindows } from './open-windows.mjs'
import { PlacedWindow } from './placed-window.mjs'
import { checkPreferences } from './preferences.mjs'
import { WebContents } from './web-contents.mjs'

let lastId = 0

/** A window: a page, its place on the screen, and the events of both. */
export class BrowserWindow extends PlacedWindow {
  /** @param {Electron.BrowserWindowConstructorOptions} [options] */
  constructor(options = {}) {
    super(options)
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = checkPreferences(options.webPreferences ?? {})
    this.id = ++lastId
    this.title = options.title ?? app.getName()
    this.visible = false
    this.destroyed = false
    this.closing = false
    /** @type {import('../menu/menu.mjs').Menu | null | undefined} undefined means the application's */
    this.menu = undefined
    const session =
      preferences.session ??
      (preferences.partition ? fromPartition(preferences.partition) : defaultSession)
    this.webContents = new WebContents({
      session: /** @type {import('../network/session.mjs').Session} */ (session),
      preload: preferences.preload,
      arguments: preferences.additionalArguments ?? [],
      viewport: { ...this.getBounds(), zoom: preferences.zoomFactor ?? 1 },
      requestClose: () => this.close(),
    })
    openWindows.all.add(this)
    this.#follow()
    app.emit('web-contents-created', this.webContents.createEvent(), this.webContents)
    app.emit('browser-window-created', this.webContents.createEvent(), this)
    if (options.show !== false) this.show()
  }

  #follow() {
    const { webContents } = this
    webContents.once('destroyed', () => this.#gone())
    const ready = () => {
      webContents.off('first-paint', ready)
      webContents.off('did-finish-load', ready)
      if (!this.destroyed) this.emit('ready-to-show')
    }
    // A page without anything to paint is ready when it has loaded.
    webContents.once('first-paint', ready)
    webContents.once('did-finish-load', ready)
    webContents.on('page-title-updated', (event, title) => {
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented && title !== '') this.title = title
    })
  }

  #gone() {
    if (this.destroyed) return
    this.destroyed = true
    this.visible = false
    openWindows.all.delete(this)
    if (openWindows.focused === this)
      openWindows.focus([...openWindows.all].findLast((window) => window.visible) ?? null)
    this.emit('closed')
    app.windowClosed()
  }

  /** @param {string} url */
  loadURL(url) {
    return this.webContents.loadURL(url)
  }

  /** @param {string} path */
  loadFile(path) {
    return this.webContents.loadFile(path)
  }

  reload() {
    this.webContents.reload()
  }

  show() {
    this.showInactive()
    this.focus()
  }

  showInactive() {
    if (this.visible) return
    this.visible = true
    this.emit('show')
  }

  hide() {
    if (!this.visible) return
    this.visible = false
    if (openWindows.focused === this) openWindows.focus(null)
    this.emit('hide')
  }

  isVisible() {
    return this.visible && this.placement.state !== 'minimized'
  }

  focus() {
    openWindows.focus(this)
  }

  blur() {
    if (openWindows.focused === this) openWindows.focus(null)
  }

  isFocused() {
    return openWindows.focused === this
  }

  /** Asks the program, then the page's `beforeunload`; either may refuse. */
  close() {
    if (this.destroyed || this.closing) return
    const event = this.webContents.createEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return app.closeRefused()
    this.closing = true
    this.webContents.once('will-prevent-unload', () => {
      this.closing = false
      app.closeRefused()
    })
    this.webContents.page.ready.then(
      (session) => session.tell('Page.close'),
      () => this.destroy(),
    )
  }

  /** Closes without asking anybody. */
  destroy() {
    if (this.destroyed) return
    const { page } = this.webContents
    page.ready.then(
      () => browser.root.tell('Target.closeTarget', { targetId: String(page.targetId) }),
      () => undefined,
    )
    page.markGone()
  }

  isDestroyed() {
    return this.destroyed
  }

  isClosable() {
    return true
  }

  /** @param {import('../menu/menu.mjs').Menu | null} menu */
  setMenu(menu) {
    this.menu = menu
    this.webContents.keyboard.refresh()
  }

  removeMenu() {
    this.setMenu(null)
  }

  /** @param {string} title */
  setTitle(title) {
    this.title = title
  }

  getTitle() {
    return this.title
  }
  // There is no frame around a window that could show any of these.
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setProgressBar() {}
  setBackgroundColor() {}
  setIcon() {}
  flashFrame() {}

  /** @override */
  resizePage() {
    const { width, height } = this.getBounds()
    this.webContents.resize({ ...this.webContents.viewport, width, height })
  }

  static getAllWindows() {
    return [...openWindows.all]
  }

  static getFocusedWindow() {
    return openWindows.focused
  }

  /** @param {WebContents} contents */
  static fromWebContents(contents) {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  /** @param {number} id */
  static fromId(id) {
    return this.getAllWindows().find((window) => window.id === id) ?? null
  }
}
