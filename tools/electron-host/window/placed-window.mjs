// @ts-check
import { strictEmitter } from '../start/strict.mjs'
import { Placement } from './placement.mjs'

/** @typedef {import('./placement.mjs').Bounds} Bounds */
/** @typedef {import('./placement.mjs').State} State */

/** The part of a window that lies on a screen: bounds, states and their events. */
export class PlacedWindow extends strictEmitter('BrowserWindow') {
  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor(options) {
    super()
    this.placement = new Placement(options)
  }

  /** The page follows the size of its window. */
  resizePage() {}

  show() {}

  getBounds() {
    return this.placement.bounds
  }

  getContentBounds() {
    return this.placement.bounds
  }

  getNormalBounds() {
    return { ...this.placement.normal }
  }

  /** @param {Partial<Bounds>} bounds */
  setBounds(bounds) {
    this.#change(() => this.placement.move(bounds))
  }

  /** @param {Partial<Bounds>} bounds */
  setContentBounds(bounds) {
    this.setBounds(bounds)
  }

  /** @param {number} width @param {number} height */
  setSize(width, height) {
    this.setBounds({ width, height })
  }

  getSize() {
    const { width, height } = this.placement.bounds
    return [width, height]
  }

  /** @param {number} width @param {number} height */
  setContentSize(width, height) {
    this.setSize(width, height)
  }

  getContentSize() {
    return this.getSize()
  }

  /** @param {number} x @param {number} y */
  setPosition(x, y) {
    this.setBounds({ x, y })
  }

  getPosition() {
    const { x, y } = this.placement.bounds
    return [x, y]
  }

  /** @param {number} width @param {number} height */
  setMinimumSize(width, height) {
    this.placement.minimum = { width, height }
  }

  getMinimumSize() {
    return [this.placement.minimum.width, this.placement.minimum.height]
  }

  center() {
    const { width, height } = this.getNormalBounds()
    const { normal } = new Placement({ width, height })
    this.setBounds({ x: normal.x, y: normal.y })
  }

  maximize() {
    this.#enter('maximized', 'maximize')
    this.show()
  }

  unmaximize() {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize')
  }

  isMaximized() {
    return this.placement.state === 'maximized'
  }

  minimize() {
    this.#enter('minimized', 'minimize')
  }

  restore() {
    if (this.isMinimized()) this.#enter(this.placement.before, 'restore')
    else this.unmaximize()
  }

  isMinimized() {
    return this.placement.state === 'minimized'
  }

  isNormal() {
    return this.placement.state === 'normal'
  }

  /** @param {boolean} full */
  setFullScreen(full) {
    if (full === this.isFullScreen()) return
    if (full) this.#enter('fullscreen', 'enter-full-screen')
    else this.#enter('normal', 'leave-full-screen')
  }

  isFullScreen() {
    return this.placement.state === 'fullscreen'
  }

  /** @param {State} state @param {string} event */
  #enter(state, event) {
    if (this.placement.state === state) return
    this.#change(() => this.placement.enter(state))
    this.emit(event)
  }

  /** @param {() => void} change */
  #change(change) {
    const before = this.placement.bounds
    change()
    const after = this.placement.bounds
    if (before.width !== after.width || before.height !== after.height) {
      this.resizePage()
      this.emit('resize')
      this.emit('resized')
    }
    if (before.x !== after.x || before.y !== after.y) {
      this.emit('move')
      this.emit('moved')
    }
  }
}
