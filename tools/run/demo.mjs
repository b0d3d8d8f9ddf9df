// @ts-check
/**
 * `npm run demo`: no display needed. Makes a workspace in an ignored folder, imports the files of
 * the sample partners through the command line, prints the scores and writes the reports.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { root } from './paths.mjs'

const folder = join(root, '.seventy', 'demo')
const workspace = join(folder, 'workspace.seventy')
const scoreDate = '2023-12-15'

ensureBuilt()
rmSync(folder, { recursive: true, force: true })

const { partners } = JSON.parse(seventy('sample', '--out-dir', folder, '--json'))
for (const { name, mpnId, files } of partners) {
  seventy('profile', 'add', '--name', name, '--mpn', mpnId)
  seventy('import', '--profile', name, ...files)
}
for (const { name } of partners) {
  process.stdout.write(`\n${seventy('score', '--profile', name, '--as-of', scoreDate)}`)
}
process.stdout.write('\nReports\n')
for (const { name } of partners) {
  const out = join(folder, `${name}.pdf`)
  seventy('report', '--profile', name, '--as-of', scoreDate, '--out', out)
  process.stdout.write(`  ${relative(process.cwd(), out)}\n`)
}

/**
 * The command line as a user would call it.
 * @param {string[]} args
 * @returns {string} what it prints
 */
function seventy(...args) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'tools/run/seventy.mjs'), ...args, '--workspace', workspace],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  )
  if (status === 0) return stdout
  process.exit(status ?? 1)
}
