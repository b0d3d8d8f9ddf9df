// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'

/**
 * Runs a script as a process of its own: how long all of it takes, and its largest resident set.
 * @param {string} script @param {string[]} args
 */
export function processOf(script, args) {
  const argv = ['--import', join(root, 'bench', 'peak-memory.mjs'), script, ...args]
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  const milliseconds = performance.now() - from
  if (status !== 0) throw new Error(`${script} ended with ${String(status)}: ${stderr}`)
  const peak = /peak-memory (\d+)/.exec(stderr)?.[1]
  return { milliseconds, megabytes: Number(peak) / 1024 }
}
