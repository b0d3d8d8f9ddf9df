// @ts-check
import { strictEmitter } from '../start/strict.mjs'

/** @typedef {(event: object, ...args: unknown[]) => unknown} Handler */

/** Electron's `ipcMain`, and the `ipc` of one page: listeners for messages, one handler for each call. */
export class IpcMain extends strictEmitter('ipcMain') {
  constructor() {
    super()
    /** @type {Map<string, Handler>} */
    this.handlers = new Map()
  }

  /** @param {string} channel @param {Handler} handler */
  handle(channel, handler) {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    this.handlers.set(channel, handler)
  }

  /** @param {string} channel @param {Handler} handler */
  handleOnce(channel, handler) {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  /** @param {string} channel */
  removeHandler(channel) {
    this.handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()
