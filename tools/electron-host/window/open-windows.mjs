// @ts-check

/** @typedef {import('./browser-window.mjs').BrowserWindow} BrowserWindow */

/** The windows there are, oldest first, and which one has the keyboard. */
class OpenWindows {
  constructor() {
    /** @type {Set<BrowserWindow>} */
    this.all = new Set()
    /** @type {BrowserWindow | null} */
    this.focused = null
  }

  /** @param {BrowserWindow | null} window */
  focus(window) {
    const before = this.focused
    if (before === window) return
    this.focused = window
    for (const [which, name] of /** @type {const} */ ([
      [before, 'blur'],
      [window, 'focus'],
    ])) {
      if (!which || which.isDestroyed()) continue
      which.webContents.focused = name === 'focus'
      which.webContents.emit(name)
      which.emit(name)
    }
  }
}

export const openWindows = new OpenWindows()
