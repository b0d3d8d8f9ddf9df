// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, root } from './paths.mjs'

const outputs = [
  'out/main/index.js',
  'out/main/cli.js',
  'out/main/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/report.html',
]
const inputs = ['src', 'electron.vite.config.ts', 'package.json']

/** @param {string} path @returns {number} the newest change at or below a path, in milliseconds */
function newest(path) {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

/** True when the compiled program is there and no source is newer. */
export function isBuilt() {
  if (!outputs.every((path) => existsSync(join(root, path)))) return false
  const built = Math.min(...outputs.map((path) => statSync(join(root, path)).mtimeMs))
  return inputs.every((path) => newest(join(root, path)) <= built)
}

/** Compiles main, preload and renderer, unless that was done since the last change. */
export function ensureBuilt() {
  if (isBuilt()) return
  process.stderr.write('building\n')
  const { status } = spawnSync(
    process.execPath,
    [binOf('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 2, 'inherit'],
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}
