// @ts-check
/** The two container formats that hold one icon in several sizes. */

/**
 * One size of an icon.
 * @typedef {{ size: number, png: Buffer, rgba: Buffer }} Drawing
 *   `png` is the drawing as a PNG file; `rgba` the same pixels, top row first, four bytes each.
 */

/** The Apple type codes of PNG images, with their side in pixels; 16 px is drawn from `ic11`. */
export const appleTypes = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])

/** The sizes of the Windows icon, one for each scale of the display that Explorer knows. */
export const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256]

/**
 * An `.icns` file: a length-prefixed list of PNG images.
 * @param {(size: number) => Buffer} png the drawing of a size as a PNG file
 * @returns {Buffer}
 */
export function icns(png) {
  const entries = appleTypes.map(([type, size]) => block(type, png(size)))
  return block('icns', Buffer.concat(entries))
}

/** @param {string} type @param {Buffer} content */
function block(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}

const directoryLength = 6
const entryLength = 16

/**
 * An `.ico` file. 256 px is a PNG; smaller ones are bitmaps, since parts of Windows read no PNG there.
 * @param {readonly Drawing[]} drawings
 * @returns {Buffer}
 */
export function ico(drawings) {
  const images = drawings.map((each) => (each.size < 256 ? bitmap(each) : each.png))
  const directory = Buffer.alloc(directoryLength)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(drawings.length, 4)
  let offset = directoryLength + entryLength * drawings.length
  const entries = drawings.map(({ size }, index) => {
    const length = images[index]?.length ?? 0
    const entry = Buffer.alloc(entryLength)
    // One byte each for width and height; 0 stands for 256.
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += length
    return entry
  })
  return Buffer.concat([directory, ...entries, ...images])
}

/**
 * A 32-bit bitmap without file header: bottom row first, blue before red, then a mask of one bit a
 * pixel that alpha makes superfluous but readers still expect.
 * @param {Drawing} drawing
 */
function bitmap({ size, rgba }) {
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(size, 4)
  head.writeInt32LE(size * 2, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row++) {
    rgba.copy(pixels, (size - 1 - row) * size * 4, row * size * 4, (row + 1) * size * 4)
  }
  for (let at = 0; at < pixels.length; at += 4) {
    const red = pixels.readUInt8(at)
    pixels.writeUInt8(pixels.readUInt8(at + 2), at)
    pixels.writeUInt8(red, at + 2)
  }
  const maskRow = Math.ceil(size / 32) * 4
  return Buffer.concat([head, pixels, Buffer.alloc(maskRow * size)])
}
