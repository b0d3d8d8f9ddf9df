// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../chromium/profile.mjs'

/**
 * @typedef {{ argv: string[], cwd: string, data: unknown }} SecondStart
 * @typedef {{ isFirst: boolean, told: Promise<void>, release: () => void }} Lock
 *   `told` settles when the first instance has heard of this one
 */

/**
 * One running program for each data folder. The first keeps a file with its process id and listens;
 * later ones tell it how they were started. Nothing is put into the data folder itself.
 * @param {string} dataFolder
 * @param {SecondStart} start how this instance was started
 * @param {(start: SecondStart) => void} onSecond
 * @returns {Lock}
 */
export function lockInstance(dataFolder, start, onSecond) {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24)
  const file = join(tmpdir(), `seventy-host-lock-${name}`)
  const address =
    process.platform === 'win32' ? `\\\\.\\pipe\\seventy-host-${name}` : `${file}.sock`
  if (!take(file)) {
    return { isFirst: false, told: tell(address, start), release: () => undefined }
  }
  if (process.platform !== 'win32') rmSync(address, { force: true })
  const server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => (text += chunk))
    socket.on('end', () => onSecond(/** @type {SecondStart} */ (JSON.parse(text))))
    socket.on('error', () => undefined)
  })
  server.on('error', () => undefined)
  server.listen(address).unref()
  const release = () => {
    server.close()
    rmSync(file, { force: true })
  }
  process.on('exit', release)
  return { isFirst: true, told: Promise.resolve(), release }
}

/** True when the lock is ours now; one whose owner has died is taken over. @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const owner = Number.parseInt(readOwner(file), 10)
    if (owner > 0 && isAlive(owner)) return false
    rmSync(file, { force: true })
    return take(file)
  }
}

/** @param {string} file */
function readOwner(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** @param {string} address @param {SecondStart} start @returns {Promise<void>} */
function tell(address, start) {
  return new Promise((resolve) => {
    const socket = createConnection(address)
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.on('connect', () => socket.end(JSON.stringify(start)))
    socket.resume()
  })
}
