// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../run/paths.mjs'
import { standInFolder } from './stand-in.mjs'

/** @typedef {NodeJS.ProcessEnv} Environment */

const electronFolder = join(root, 'node_modules', 'electron')
/** Remembers that a download failed, so that not every command tries it again. */
const failureMark = join(root, 'node_modules', '.cache', 'seventy', 'electron-unreachable')
const RETRY_AFTER_MS = 60 * 60 * 1000
/** A slow line may need some minutes for a hundred megabytes. */
const DOWNLOAD_LIMIT_MS = 10 * 60 * 1000

/** Electron's own binary, if it is installed here. @param {Environment} [env] @returns {string | undefined} */
export function installedElectron({ ELECTRON_OVERRIDE_DIST_PATH: override } = process.env) {
  const name = readName() ?? defaultName()
  // What the stand-in itself hands on to its children is not Electron.
  const folder = override && override !== standInFolder ? override : join(electronFolder, 'dist')
  const path = join(folder, name)
  return existsSync(path) ? path : undefined
}

/** The binary after a download, or undefined where there is no way to it. @param {Environment} [env] */
export function downloadElectron(env = process.env) {
  if (failedLately() && env.E2E_TARGET !== 'electron') return undefined
  process.stderr.write("looking for Electron's own binary\n")
  const { status } = spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MS,
    env,
  })
  const binary = status === 0 ? installedElectron(env) : undefined
  if (binary === undefined) {
    mkdirSync(dirname(failureMark), { recursive: true })
    writeFileSync(failureMark, '')
  }
  return binary
}

function failedLately() {
  return existsSync(failureMark) && Date.now() - statSync(failureMark).mtimeMs < RETRY_AFTER_MS
}

function readName() {
  const file = join(electronFolder, 'path.txt')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function defaultName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
