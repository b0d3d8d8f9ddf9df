// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'

/** @typedef {import('../tools/ensure-runtime/ensure-runtime.mjs').Runtime} Runtime */

const PATIENCE_MS = 30_000
const partner = 'Check Partner'

/** What a first start leaves: the data threads have loaded SQLite and opened a workspace. */
export const workspaceFile = 'workspace.seventy'

/**
 * Runs two commands of a packed program: one writes a workspace, one reads it again.
 * @param {readonly [string, ...string[]]} command what the words of a command follow
 * @param {string} dataFolder an empty one
 * @returns {string[]} what went wrong
 */
export function commandLineFaults([executable, ...first], dataFolder) {
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(executable, [...first, ...args], {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      env: { ...process.env, SEVENTY_DATA_DIR: dataFolder },
    })
  const added = run('profile', 'add', '--name', partner)
  if (added.status !== 0) {
    return [`profile add ended with ${added.status}: ${added.error ?? added.stderr}`]
  }
  return listFaults(run('profile', 'list', '--json'))
}

/**
 * @param {{ status: number | null, stdout: string, stderr: string }} ended `profile list --json`
 * @returns {string[]}
 */
export function listFaults({ status, stdout, stderr }) {
  if (status !== 0) return [`profile list ended with ${status}: ${stderr}`]
  try {
    const { profiles } = JSON.parse(stdout)
    if (profiles.length === 1 && profiles[0].name === partner) return []
  } catch {
    // What is no JSON document is shown as it came.
  }
  return [`profile list printed something else than the one profile: ${stdout}`]
}

/**
 * Opens the window of a packed program and waits for its first screen.
 * @param {Runtime} runtime
 * @param {string} program folder of the extracted archive
 * @param {string} dataFolder an empty one
 * @returns {Promise<string[]>} what went wrong
 */
export async function windowFaults(runtime, program, dataFolder) {
  try {
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: [program],
      env: definedOnly({ ...process.env, ...runtime.env, SEVENTY_DATA_DIR: dataFolder }),
      timeout: PATIENCE_MS,
    })
    const faults = await firstScreenFaults(app).finally(() => app.close())
    return existsSync(join(dataFolder, workspaceFile))
      ? faults
      : [...faults, 'no workspace was created']
  } catch (error) {
    return [`the first screen did not come up: ${String(error)}`]
  }
}

/** @param {import('@playwright/test').ElectronApplication} app */
async function firstScreenFaults(app) {
  /** @type {string[]} */
  const faults = []
  const page = await app.firstWindow({ timeout: PATIENCE_MS })
  page.on('pageerror', (error) => faults.push(`the page threw ${error.message}`))
  await page.waitForURL('**/index.html**', { timeout: PATIENCE_MS })
  await page
    .getByRole('button', { name: 'Explore the sample workspace' })
    .waitFor({ timeout: PATIENCE_MS })
  return faults
}

/** @param {Readonly<Record<string, string | undefined>>} environment */
function definedOnly(environment) {
  return /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined))
  )
}
