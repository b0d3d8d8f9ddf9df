// @ts-check
/**
 * Draws the icon's files from its two SVG sources with an installed Chromium:
 * `npx node build/icon.mjs` after every change of icon.svg or icon-small.svg.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../tools/electron-host/chromium/find.mjs'
import { appleTypes, icns, ico, windowsSizes } from './icon-files.mjs'

/** From here down the details of icon.svg only blur; icon-small.svg is drawn instead. */
const smallUpTo = 48

const here = import.meta.dirname
const executablePath = findBrowser()
if (executablePath === undefined) {
  throw new Error('No Chromium, Chrome or Edge found; install one or name it in SEVENTY_BROWSER.')
}
const sizes = [...new Set([...windowsSizes, ...appleTypes.map(([, size]) => size)])]
const drawings = await draw(executablePath, sizes)
writeFileSync(join(here, 'icon.png'), drawing(1024).png)
writeFileSync(join(here, 'icon.ico'), ico(windowsSizes.map(drawing)))
writeFileSync(
  join(here, 'icon.icns'),
  icns((size) => drawing(size).png),
)

/** @param {number} size */
function drawing(size) {
  const found = drawings.find((each) => each.size === size)
  if (!found) throw new Error(`nothing was drawn at ${size} pixels`)
  return found
}

/**
 * @param {string} browserPath
 * @param {readonly number[]} wanted sides in pixels
 * @returns {Promise<import('./icon-files.mjs').Drawing[]>}
 */
async function draw(browserPath, wanted) {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  })
  try {
    const page = await browser.newPage()
    const drawn = []
    for (const size of wanted) {
      const source = size <= smallUpTo ? 'icon-small.svg' : 'icon.svg'
      const svg = readFileSync(join(here, source)).toString('base64')
      const url = `data:image/svg+xml;base64,${svg}`
      const { png, rgba } = await page.evaluate(rasterize, { url, size })
      drawn.push({ size, png: Buffer.from(png, 'base64'), rgba: Buffer.from(rgba) })
    }
    return drawn
  } finally {
    await browser.close()
  }
}

/**
 * Runs in the page: the vector drawn at exactly this size, never scaled from another one.
 * @param {{ url: string, size: number }} request
 */
async function rasterize({ url, size }) {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0, size, size)
  return {
    png: canvas.toDataURL('image/png').replace(/^.*,/, ''),
    // Only bitmaps need the pixels themselves; a large one would take seconds to hand over.
    rgba: size < 256 ? [...context.getImageData(0, 0, size, size).data] : [],
  }
}
