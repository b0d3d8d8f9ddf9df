// @ts-check
import { readFileSync } from 'node:fs'
import { strict } from '../start/strict.mjs'

/** Where a PNG file keeps its width and height. */
const PNG_WIDTH = 16
const PNG_HEIGHT = 20

/** A PNG as Electron's NativeImage. @param {Buffer} png empty for no image */
export function createImage(png) {
  return strict('NativeImage', {
    isEmpty: () => png.length === 0,
    toPNG: () => Buffer.from(png),
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    getSize: () =>
      png.length === 0
        ? { width: 0, height: 0 }
        : { width: png.readUInt32BE(PNG_WIDTH), height: png.readUInt32BE(PNG_HEIGHT) },
  })
}

/** @param {Buffer} bytes */
function pngOrNothing(bytes) {
  return createImage(bytes.subarray(1, 4).toString('latin1') === 'PNG' ? bytes : Buffer.alloc(0))
}

/** Electron's `nativeImage` module, as far as PNG goes. */
export const nativeImage = strict('nativeImage', {
  createEmpty: () => createImage(Buffer.alloc(0)),
  createFromBuffer: pngOrNothing,
  /** An image that cannot be read is empty, as in Electron. @param {string} path */
  createFromPath(path) {
    try {
      return pngOrNothing(readFileSync(path))
    } catch {
      return createImage(Buffer.alloc(0))
    }
  },
})
