// @ts-check
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'
import { azureFile } from './azure-file.mjs'
import { measureProcess, median, ratios, timeProcess } from './timing.mjs'

const cli = join(root, 'out', 'main', 'cli.js')
const duckdb = join(root, 'bench', 'duckdb-import.mjs')

const [SMALL, MEDIUM, LARGE] = [100_000, 1_000_000, 5_000_000]
const RUNS = new Map([
  [SMALL, 5],
  [MEDIUM, 5],
  [LARGE, 2],
])

/**
 * The command line's import, whole process, beside `sqlite3 .import` of the same file into an untyped
 * table and DuckDB's `create table as read_csv` into a file. All three in turn.
 */
export async function benchImport() {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  try {
    const measured = [SMALL, MEDIUM, LARGE].map((rows) => measure(folder, rows))
    return [...measured.flatMap(tableRows), growth(measured)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @typedef {ReturnType<typeof measure>} Imported */

/** @param {string} folder @param {number} rows */
function measure(folder, rows) {
  const csv = azureFile(join(root, '.seventy', 'bench', `azure-${String(rows)}.csv`), rows)
  const ours = []
  const sqlite = []
  const duck = []
  for (let run = 0; run < (RUNS.get(rows) ?? 1); run++) {
    ours.push(seventy(join(folder, 'workspace.seventy'), csv))
    sqlite.push(sqlite3(join(folder, 'sqlite.db'), csv))
    duck.push(away(join(folder, 'duck.db'), (path) => measureProcess(duckdb, [path, csv])))
  }
  return { rows, bytes: statSync(csv).size, ours, sqlite, duck }
}

/** @param {string} path @param {string} csv */
function seventy(path, csv) {
  return away(path, () => {
    const at = ['--workspace', path]
    timeProcess(process.execPath, [cli, 'profile', 'add', '--name', 'Bench', ...at])
    return measureProcess(cli, ['import', '--profile', 'Bench', csv, ...at])
  })
}

/** @param {string} path @param {string} csv */
function sqlite3(path, csv) {
  return away(path, () => timeProcess('sqlite3', [path], `.mode csv\n.import ${csv} usage\n`))
}

/** Every run begins without the file of the run before. @template T @param {string} path @param {(path: string) => T} work */
function away(path, work) {
  const result = work(path)
  for (const end of ['', '-wal', '-shm', '.wal']) rmSync(`${path}${end}`, { force: true })
  return result
}

/** @param {Imported} imported */
function tableRows({ rows, bytes, ours, sqlite, duck }) {
  const count = rows.toLocaleString('en')
  const size = (bytes / 1e6).toFixed(0)
  const own = ours.map(({ seconds }) => seconds)
  const theirs = duck.map(({ seconds }) => seconds)
  const toSqlite = `sqlite3 .import: ${median(sqlite).toFixed(2)} s, ratio ${ratios(own, sqlite).toFixed(2)}`
  const toDuck = `DuckDB read_csv: ${median(theirs).toFixed(2)} s, ratio ${ratios(own, theirs).toFixed(2)}`
  return [
    {
      what: `Import of ${count} rows (38 columns, ${size} MB), whole process`,
      ours: `${median(own).toFixed(2)} s`,
      peer: `${toSqlite}; ${toDuck}`,
      wanted: rows === SMALL ? 'under 3 s' : 'ratio ≤ 0.70; < 1',
    },
    {
      what: `Largest memory of that process`,
      ours: megabytes(ours),
      peer: `DuckDB: ${megabytes(duck)}`,
      wanted: '≤ 256 MB',
    },
  ]
}

/** @param {readonly { readonly megabytes: number }[]} runs */
function megabytes(runs) {
  return `${Math.max(...runs.map(({ megabytes: each }) => each)).toFixed(0)} MB`
}

/** Whether five times the rows take five times as long. @param {Imported[]} measured */
function growth(measured) {
  const secondsOf = (/** @type {number} */ rows) => {
    const runs = measured.find((each) => each.rows === rows)
    return {
      ours: median(runs?.ours.map(({ seconds }) => seconds) ?? []),
      sqlite: median(runs?.sqlite ?? []),
    }
  }
  const [large, medium] = [secondsOf(LARGE), secondsOf(MEDIUM)]
  return {
    what: `Time for ${LARGE.toLocaleString('en')} rows, as a multiple of that for ${MEDIUM.toLocaleString('en')}`,
    ours: (large.ours / medium.ours).toFixed(2),
    peer: `sqlite3 .import: ${(large.sqlite / medium.sqlite).toFixed(2)}`,
    wanted: '≤ 5.5',
  }
}
