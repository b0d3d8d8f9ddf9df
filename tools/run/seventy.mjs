// @ts-check
/** `npm run -s seventy -- COMMAND …`: what prints a page starts the app's runtime, the rest plain Node. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureRuntime } from '../ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from './build.mjs'
import { root } from './paths.mjs'

ensureBuilt()
const args = process.argv.slice(2)
const printsPage = args[0] === 'report' && args.some((arg) => /^--all$|\.(pdf|html)$/i.test(arg))

if (printsPage) {
  const { command, env } = await ensureRuntime()
  const [file, ...first] = command
  run(file, [...first, root, ...args], { ...process.env, ...env })
} else {
  run(process.execPath, [join(root, 'out/main/cli.js'), ...args], process.env)
}

/** @param {string} command @param {string[]} argv @param {NodeJS.ProcessEnv} env */
function run(command, argv, env) {
  const { status, error } = spawnSync(command, argv, { stdio: 'inherit', env })
  if (error) throw error
  process.exit(status ?? 1)
}
