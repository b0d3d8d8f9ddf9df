// @ts-check
import { notImplemented } from '../start/report.mjs'
import { strictEmitter } from '../start/strict.mjs'
import { openWindows } from '../window/open-windows.mjs'
import { parseAccelerator } from './accelerator.mjs'
import { roles } from './roles.mjs'

/** @typedef {Electron.MenuItemConstructorOptions} Template */
/** @typedef {import('../window/browser-window.mjs').BrowserWindow} BrowserWindow */

let lastCommand = 0

/** @type {Menu | null} */
let applicationMenu = null

/** An entry of a menu. */
export class MenuItem extends strictEmitter('MenuItem') {
  /** @param {Template} template */
  constructor(template) {
    super()
    const role = roles[template.role?.toLowerCase() ?? '']
    if (template.role && !role) notImplemented(`the menu role "${template.role}"`)
    const submenu = template.submenu ?? role?.submenu?.()
    this.commandId = ++lastCommand
    this.id = template.id ?? ''
    this.role = template.role?.toLowerCase()
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : /** @type {Menu | undefined} */ (/** @type {unknown} */ (submenu))
    this.type = template.type ?? (this.submenu ? 'submenu' : 'normal')
    this.label = template.label ?? role?.label() ?? ''
    this.sublabel = template.sublabel ?? ''
    this.toolTip = template.toolTip ?? ''
    this.icon = template.icon
    this.accelerator = template.accelerator ?? role?.accelerator
    this.registerAccelerator = template.registerAccelerator ?? true
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    /** @type {string | null} */
    this.userAccelerator = null
    /** @type {Menu | undefined} */
    this.menu = undefined
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu')
    // A wrong accelerator is an error when it is written, not when a key is pressed.
    if (this.accelerator) parseAccelerator(this.accelerator, process.platform)
    /** What happens when it is chosen; tests call it. @type {(event?: object, window?: BrowserWindow | null, contents?: unknown) => void} */
    this.click = (event, window) => {
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.#choose()
      if (role?.run && !template.click) return role.run(window ?? openWindows.focused)
      const click =
        /** @type {((item: MenuItem, window: unknown, event: unknown) => void) | undefined} */ (
          /** @type {unknown} */ (template.click)
        )
      click?.(this, window ?? undefined, event)
    }
  }

  /** Of the radio items between two separators one is checked. */
  #choose() {
    const items = this.menu?.items ?? []
    const here = items.indexOf(this)
    const from = items.findLastIndex((item, index) => index < here && item.type === 'separator')
    const to = items.findIndex((item, index) => index > here && item.type === 'separator')
    for (const item of items.slice(from + 1, to === -1 ? undefined : to))
      if (item.type === 'radio') item.checked = false
    this.checked = true
  }

  /**
   * A key has chosen it.
   * @param {import('../window/web-contents.mjs').WebContents} contents
   * @param {object} event
   */
  run(contents, event) {
    if (!this.enabled || !this.visible) return
    const window =
      [...openWindows.all].find((candidate) => candidate.webContents === contents) ?? null
    if (window) openWindows.focus(window)
    this.click(event, window, contents)
  }
}

/** A menu; the application's own gets its keys from the pages, because there is no menu bar. */
export class Menu extends strictEmitter('Menu') {
  constructor() {
    super()
    /** @type {MenuItem[]} */
    this.items = []
  }

  /** @param {(Template | MenuItem)[]} template */
  static buildFromTemplate(template) {
    const menu = new Menu()
    for (const entry of template)
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  /** @param {Menu | null} menu */
  static setApplicationMenu(menu) {
    applicationMenu = menu
    for (const window of openWindows.all) window.webContents.keyboard.refresh()
  }

  static getApplicationMenu() {
    return applicationMenu
  }

  /** @param {MenuItem} item */
  append(item) {
    this.insert(this.items.length, item)
  }

  /** @param {number} position @param {MenuItem} item */
  insert(position, item) {
    item.menu = this
    this.items.splice(position, 0, item)
  }

  /** @param {string} id @returns {MenuItem | null} */
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found) return found
    }
    return null
  }

  /** There is nothing to unfold; tests click the items. @param {{ callback?: () => void }} [options] */
  popup(options) {
    options?.callback?.()
  }

  closePopup() {}
}
