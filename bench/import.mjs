// @ts-check
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'
import { azureFile } from './azure-file.mjs'
import { inTurn, timeProcess } from './timing.mjs'

const cli = join(root, 'out', 'main', 'cli.js')
const RUNS = 5

/** The command line's import, whole process, against `sqlite3 .import` of the same file into an untyped table. */
export async function benchImport() {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  const rows = []
  try {
    for (const count of [100_000, 1_000_000]) rows.push(importRow(folder, count))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

/** @param {string} folder @param {number} count */
function importRow(folder, count) {
  const file = azureFile(join(root, '.seventy', 'bench', `azure-${String(count)}.csv`), count)
  let run = 0
  const { a, b, ratio } = inTurn(
    count > 500_000 ? 3 : RUNS,
    () => {
      const workspace = join(folder, `w-${String(count)}-${String(run++)}.seventy`)
      timeProcess(process.execPath, [
        cli,
        'profile',
        'add',
        '--name',
        'Bench',
        '--workspace',
        workspace,
      ])
      const seconds = timeProcess(process.execPath, [
        cli,
        'import',
        '--profile',
        'Bench',
        file,
        '--workspace',
        workspace,
      ])
      rmSync(workspace, { force: true })
      return seconds
    },
    () => {
      const database = join(folder, `s-${String(run++)}.db`)
      const seconds = timeProcess('sqlite3', [database], `.mode csv\n.import ${file} usage\n`)
      rmSync(database, { force: true })
      return seconds
    },
  )
  const size = (statSync(file).size / 1e6).toFixed(0)
  return {
    what: `Import of ${count.toLocaleString('en')} rows (38 columns, ${size} MB), whole process`,
    ours: `${a.toFixed(2)} s`,
    peer: `sqlite3 .import: ${b.toFixed(2)} s, ratio ${ratio.toFixed(2)}`,
    wanted: count === 100_000 ? 'under 3 s' : '–',
  }
}
