import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appleTypes, icns, ico, windowsSizes } from './icon-files.mjs'

const here = import.meta.dirname
const read = (name: string) => readFileSync(join(here, name))

/** The images of an .icns file by their type, as its format has them. */
function appleImages(file: Buffer) {
  const images = new Map<string, Buffer>()
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const type = file.toString('latin1', at, at + 4)
    images.set(type, file.subarray(at + 8, at + file.readUInt32BE(at + 4)))
  }
  return images
}

/** The images of an .ico file, as its directory has them. */
function windowsImages(file: Buffer) {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const offset = file.readUInt32LE(entry + 12)
    return {
      size: file.readUInt8(entry) || 256,
      data: file.subarray(offset, offset + file.readUInt32LE(entry + 8)),
    }
  })
}

/** Red, green, blue and alpha of a pixel, counted from the top left, of a bitmap of an .ico file. */
function pixel({ size, data }: { size: number; data: Buffer }, x: number, y: number) {
  const at = 40 + ((size - 1 - y) * size + x) * 4
  const [blue, green, red, alpha] = data.subarray(at, at + 4)
  return [red, green, blue, alpha]
}

/** A PNG file says its width and height at fixed places. */
function pngSize(png: Buffer) {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

function fillOf(svg: string) {
  const hex = /<rect[^>]* fill="#(\w{6})"/.exec(svg)?.[1] ?? ''
  return [...Buffer.from(hex, 'hex')]
}

describe('the files that the icon is delivered in', () => {
  it('have the ground colour of the drawing, and corners that show what is behind', () => {
    const fill = fillOf(read('icon-small.svg').toString())
    expect(fill).toHaveLength(3)
    expect(fill).toEqual(fillOf(read('icon.svg').toString()))
    const bitmaps = windowsImages(read('icon.ico')).filter(({ size }) => size < 256)
    for (const image of bitmaps) {
      const middle = Math.floor(image.size / 2)
      expect(pixel(image, middle, Math.ceil(image.size * 0.1))).toEqual([...fill, 255])
      expect(pixel(image, 0, 0)[3]).toBeLessThan(16)
    }
  })

  it('show the same drawing on every system', () => {
    const apple = appleImages(read('icon.icns'))
    expect(apple.get('ic10')?.equals(read('icon.png'))).toBe(true)
    const large = windowsImages(read('icon.ico')).find(({ size }) => size === 256)
    expect(apple.get('ic08')?.equals(large?.data ?? Buffer.alloc(0))).toBe(true)
  })

  it('are as large as electron-builder asks, and square', () => {
    expect(pngSize(read('icon.png'))).toEqual([1024, 1024])
    const apple = appleImages(read('icon.icns'))
    for (const [type, size] of appleTypes) {
      expect(pngSize(apple.get(type) ?? Buffer.alloc(24)), type).toEqual([size, size])
    }
  })

  it('hold every size that Windows picks from', () => {
    expect(windowsImages(read('icon.ico')).map(({ size }) => size)).toEqual(windowsSizes)
  })
})

describe('writing an .icns file', () => {
  it('gives back the delivered file from the images in it', () => {
    const delivered = read('icon.icns')
    const images = appleImages(delivered)
    const bySize = new Map(appleTypes.map(([type, size]) => [size, images.get(type)]))
    const written = icns((size: number) => bySize.get(size as never) ?? Buffer.alloc(0))
    expect(written.equals(delivered)).toBe(true)
  })
})

describe('writing an .ico file', () => {
  const drawing = (size: number) => ({
    size,
    png: Buffer.from(`png of ${size}`),
    rgba: Buffer.from(Array.from({ length: size * size * 4 }, (_, index) => index % 251)),
  })

  it('turns rows and colours of a small drawing into the order of a bitmap', () => {
    const small = drawing(16)
    const [image] = windowsImages(ico([small]))
    for (const [x, y] of [[0, 0] as const, [15, 0] as const, [3, 9] as const]) {
      const at = (y * 16 + x) * 4
      expect(image && pixel(image, x, y)).toEqual([...small.rgba.subarray(at, at + 4)])
    }
  })

  it('says twice the height in the head of a bitmap and adds its mask', () => {
    const [image] = windowsImages(ico([drawing(24)]))
    expect(image?.data.readInt32LE(8)).toBe(48)
    expect(image?.data.length).toBe(40 + 24 * 24 * 4 + 4 * 24)
  })

  it('keeps the largest as PNG and writes its side as 0', () => {
    const file = ico([drawing(16), drawing(256)])
    expect(file.readUInt8(6 + 16)).toBe(0)
    expect(windowsImages(file)[1]?.data.toString()).toBe('png of 256')
  })
})
