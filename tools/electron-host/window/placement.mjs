// @ts-check
import { screen } from '../system/screen.mjs'

/** @typedef {{ x: number, y: number, width: number, height: number }} Bounds */
/** @typedef {'normal' | 'maximized' | 'minimized' | 'fullscreen'} State */

const DEFAULT = { width: 800, height: 600 }

/** Where a window is and how large, by arithmetic alone: no window manager is behind it. */
export class Placement {
  /** @param {Electron.BrowserWindowConstructorOptions} options */
  constructor(options) {
    this.minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 }
    const size = this.#atLeast({
      width: options.width ?? DEFAULT.width,
      height: options.height ?? DEFAULT.height,
    })
    const { workArea } = screen.getPrimaryDisplay()
    /** @type {Bounds} */
    this.normal = {
      x: options.x ?? Math.round(workArea.x + (workArea.width - size.width) / 2),
      y: options.y ?? Math.round(workArea.y + (workArea.height - size.height) / 2),
      ...size,
    }
    /** @type {State} */
    this.state = options.fullscreen ? 'fullscreen' : 'normal'
    /** What a minimized window goes back to. @type {State} */
    this.before = 'normal'
  }

  /** @returns {Bounds} */
  get bounds() {
    const display = screen.getDisplayMatching(this.normal)
    const shown = this.state === 'minimized' ? this.before : this.state
    if (shown === 'maximized') return { ...display.workArea }
    return shown === 'fullscreen' ? { ...display.bounds } : { ...this.normal }
  }

  /** @param {Partial<Bounds>} bounds */
  move(bounds) {
    const wanted = { ...this.bounds, ...bounds }
    this.normal = { ...wanted, ...this.#atLeast(wanted) }
    if (this.state === 'maximized') this.state = 'normal'
  }

  /** @param {State} state */
  enter(state) {
    if (state === 'minimized' && this.state !== 'minimized') this.before = this.state
    this.state = state
  }

  /** @param {{ width: number, height: number }} size */
  #atLeast({ width, height }) {
    return {
      width: Math.max(width, this.minimum.width),
      height: Math.max(height, this.minimum.height),
    }
  }
}
