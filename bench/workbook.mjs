// @ts-check
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'
import { azureFile } from './azure-file.mjs'
import { inTurn, measureProcess, timeProcess } from './timing.mjs'
import { workbookFile } from './workbook-file.mjs'

const cli = join(root, 'out', 'main', 'cli.js')
const RUNS = 5
const ROWS = 100_000

/** Reads every cell of the first sheet, as a script of a consultant would, and keeps nothing. */
const openpyxl =
  'import openpyxl,sys\nfor row in openpyxl.load_workbook(sys.argv[1],read_only=True).worksheets[0].iter_rows(values_only=True): pass'

/**
 * The import of a workbook, whole process, beside reading its cells with openpyxl where that is
 * installed, else beside the import of the same rows from their CSV file.
 */
export async function benchWorkbook() {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  const made = join(root, '.seventy', 'bench', `azure-${String(ROWS)}`)
  const csv = azureFile(`${made}.csv`, ROWS)
  const book = workbookFile(`${made}.xlsx`, csv)
  try {
    const peer = spawnSync('python3', ['-c', 'import openpyxl']).status === 0
    const peaks = [0]
    const { a, b, ratio } = inTurn(
      RUNS,
      () => {
        const { seconds, megabytes } = timeImport(folder, book)
        peaks.push(megabytes)
        return seconds
      },
      () =>
        peer ? timeProcess('python3', ['-c', openpyxl, book]) : timeImport(folder, csv).seconds,
    )
    const size = (statSync(book).size / 1e6).toFixed(0)
    const name = peer ? 'openpyxl, reading only' : 'the same rows as CSV'
    return [
      {
        what: `Import of ${ROWS.toLocaleString('en')} rows as a workbook (38 columns, ${size} MB), whole process`,
        ours: `${a.toFixed(2)} s`,
        peer: `${name}: ${b.toFixed(2)} s, ratio ${ratio.toFixed(2)}`,
        wanted: 'under 3 s',
      },
      {
        what: 'Largest memory of that process',
        ours: `${Math.max(...peaks).toFixed(0)} MB`,
        peer: '–',
        wanted: '≤ 200 MB',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * One import into a new workspace: seconds of the whole process, and its peak memory.
 * @param {string} folder @param {string} file
 */
function timeImport(folder, file) {
  const workspace = join(folder, 'w.seventy')
  const options = ['--workspace', workspace]
  timeProcess(process.execPath, [cli, 'profile', 'add', '--name', 'Bench', ...options])
  const measured = measureProcess(cli, ['import', '--profile', 'Bench', file, ...options])
  rmSync(workspace, { force: true })
  return measured
}
