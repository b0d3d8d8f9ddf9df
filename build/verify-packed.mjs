// @ts-check
/**
 * `npm run dist:verify -- PROGRAM [OTHER…]`, after the installers were built with the real Electron:
 * reads the fuses back from every program that is named, and starts the first one, which has to fit
 * this machine, as a command line and as a window. A program is an executable or a .app bundle.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getCurrentFuseWire } from '@electron/fuses'
import { fuseFaults } from './fuses.mjs'
import { commandLineFaults, workspaceFile } from './start-packed.mjs'

const PATIENCE_MS = 60_000

const programs = process.argv.slice(2).map((path) => resolve(path))
const [first] = programs
if (first === undefined) throw new Error('Name the packed program: npm run dist:verify -- PROGRAM')

/** @type {string[]} */
const faults = []
for (const program of programs) {
  const wire = await getCurrentFuseWire(program)
  faults.push(...fuseFaults({ ...wire }).map((fault) => `${program}: ${fault}`))
}
const folder = mkdtempSync(join(tmpdir(), 'seventy-verify-'))
try {
  const executable = executableOf(first)
  faults.push(...commandLineFaults([executable], dataFolder('cli')))
  faults.push(...(await windowFaults(executable, dataFolder('window'))))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
}
for (const fault of faults) process.stdout.write(`  - ${fault}\n`)
process.stdout.write(faults.length === 0 ? 'The packed program is right.\n' : '')
process.exitCode = faults.length === 0 ? 0 : 1

/** @param {string} program */
function executableOf(program) {
  if (!program.endsWith('.app')) return program
  return join(program, 'Contents', 'MacOS', basename(program, '.app'))
}

/**
 * The fuses keep every debugger out, so the window cannot be looked into. What can be seen is that it
 * opens a workspace, which takes the main process, a data thread from inside the archive and SQLite
 * from outside of it.
 * @param {string} executable
 * @param {string} data
 */
async function windowFaults(executable, data) {
  const child = spawn(executable, [], {
    stdio: 'inherit',
    env: { ...process.env, SEVENTY_DATA_DIR: data },
  })
  const ended = once(child, 'exit').catch((/** @type {unknown} */ error) => [String(error)])
  const ends = ended.then(([status]) => [`the window ended by itself with ${status}`])
  try {
    return await Promise.race([ends, workspaceFaults(join(data, workspaceFile))])
  } finally {
    child.kill()
    await ended
  }
}

/** @param {string} path */
async function workspaceFaults(path) {
  const until = Date.now() + PATIENCE_MS
  while (!existsSync(path)) {
    if (Date.now() > until) return ['the window opened no workspace']
    await pause(200)
  }
  return []
}

/** @param {string} name */
function dataFolder(name) {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}
