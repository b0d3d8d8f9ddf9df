// @ts-check
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'
import { partnerFile } from './partner-file.mjs'
import { timeProcess } from './timing.mjs'

/** The size that the figures of docs/performance.md are for. */
export const SIZE = { rows: 5_000_000, tenants: 20_000, months: 36 }
export const cli = join(root, 'out', 'main', 'cli.js')

/** The large partner, imported through the command line as "Bench". @param {string} folder */
export function importedPartner(folder) {
  const csv = partnerFile(join(root, '.seventy', 'bench', `partner-${String(SIZE.rows)}.csv`), SIZE)
  const workspace = join(folder, 'partner.seventy')
  const at = ['--profile', 'Bench', '--workspace', workspace]
  const add = ['profile', 'add', '--name', 'Bench', '--workspace', workspace]
  timeProcess(process.execPath, [cli, ...add])
  timeProcess(process.execPath, [cli, 'import', csv, ...at])
  return { csv, workspace, at }
}
