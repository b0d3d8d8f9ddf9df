// @ts-check
/**
 * `npm run bench`: the figures of docs/performance.md, each beside a peer in the same run.
 * Arguments choose parts: `npm run bench -- import window`.
 */
import { cpus, totalmem } from 'node:os'
import { ensureBuilt } from '../tools/run/build.mjs'
import { benchBrowse } from './browse.mjs'
import { benchImport } from './import.mjs'
import { benchPlan } from './plan.mjs'
import { benchScoring } from './scoring.mjs'
import { benchWhatIf } from './what-if.mjs'
import { benchWindow } from './window.mjs'
import { benchWorkbook } from './workbook.mjs'

const parts = {
  browse: benchBrowse,
  import: benchImport,
  scoring: benchScoring,
  plan: benchPlan,
  'what-if': benchWhatIf,
  window: benchWindow,
  workbook: benchWorkbook,
}
const wanted = process.argv.slice(2)

ensureBuilt()
const rows = []
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await bench()))
}

const machine = `${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}, Node ${process.version}`
process.stdout.write(`\n${machine}, ${new Date().toISOString().slice(0, 10)}\n\n`)
process.stdout.write('| What | Seventy | Peer | Wanted |\n| --- | --- | --- | --- |\n')
for (const { what, ours, peer, wanted: limit } of rows)
  process.stdout.write(`| ${what} | ${ours} | ${peer} | ${limit} |\n`)
