// @ts-check
/** `npm start`: opens the window, with Electron itself or with the stand-in. */
import { spawnSync } from 'node:child_process'
import { ensureRuntime } from '../ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from './build.mjs'
import { root } from './paths.mjs'

ensureBuilt()
const runtime = await ensureRuntime()
process.stderr.write(`${runtime.describe}\n`)
const [file, ...first] = runtime.command
const { status, error } = spawnSync(file, [...first, root, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, SEVENTY_HOST_HEADED: '1', ...runtime.env },
})
if (error) throw error
process.exit(status ?? 1)
