// @ts-check
import { strict, strictEmitter } from '../start/strict.mjs'

/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

const DEFAULT = '1920x1080'

/**
 * The screens that SEVENTY_HOST_SCREENS describes: "1920x1080, 1280x720+1920+0".
 * @param {string} text
 */
export function parseScreens(text) {
  return text.split(',').map((part, index) => {
    const [, width, height, x = '0', y = '0'] =
      /^\s*(\d+)x(\d+)(?:\+(-?\d+)\+(-?\d+))?\s*$/.exec(part) ?? []
    if (width === undefined || height === undefined) {
      throw new Error(`SEVENTY_HOST_SCREENS: "${part}" is not WIDTHxHEIGHT+X+Y.`)
    }
    return display(index + 1, {
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    })
  })
}

/** @param {number} id @param {Rectangle} bounds */
function display(id, bounds) {
  return strict('Display', {
    id,
    label: `Screen ${id}`,
    bounds,
    workArea: { ...bounds },
    size: { width: bounds.width, height: bounds.height },
    workAreaSize: { width: bounds.width, height: bounds.height },
    scaleFactor: 1,
    rotation: 0,
    internal: false,
    touchSupport: 'unavailable',
    colorDepth: 24,
    displayFrequency: 60,
  })
}

/** @param {Rectangle} a @param {Rectangle} b */
function overlap(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

class Screen extends strictEmitter('screen') {
  constructor() {
    super()
    this.displays = parseScreens(process.env.SEVENTY_HOST_SCREENS || DEFAULT)
  }

  getAllDisplays() {
    return this.displays
  }

  getPrimaryDisplay() {
    const [first] = this.displays
    if (!first) throw new Error('SEVENTY_HOST_SCREENS names no screen.')
    return first
  }

  /** The screen that shows most of a rectangle. @param {Rectangle} rectangle */
  getDisplayMatching(rectangle) {
    return this.displays.reduce(
      (best, candidate) =>
        overlap(candidate.bounds, rectangle) > overlap(best.bounds, rectangle) ? candidate : best,
      this.getPrimaryDisplay(),
    )
  }

  /** @param {{ x: number, y: number }} point */
  getDisplayNearestPoint({ x, y }) {
    return this.getDisplayMatching({ x, y, width: 1, height: 1 })
  }

  getCursorScreenPoint() {
    return { x: 0, y: 0 }
  }
}

export const screen = new Screen()
