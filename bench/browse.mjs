// @ts-check
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'
import { loadEngine } from './engine.mjs'
import { partnerFile } from './partner-file.mjs'
import { spread, timeProcess } from './timing.mjs'

const SIZE = { rows: 5_000_000, tenants: 20_000, months: 36 }
const AS_OF = '2023-12-15'
const RUNS = 15
const PAGE = 200
const cli = join(root, 'out', 'main', 'cli.js')

/** The data screens of one large partner: pages, conditions, orders, sums, and a file of all rows. */
export async function benchBrowse() {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  try {
    const name = `partner-${String(SIZE.rows)}.csv`
    const csv = partnerFile(join(root, '.seventy', 'bench', name), SIZE)
    const workspace = join(folder, 'partner.seventy')
    const at = ['--profile', 'Bench', '--workspace', workspace]
    const add = ['profile', 'add', '--name', 'Bench', '--workspace', workspace]
    timeProcess(process.execPath, [cli, ...add])
    timeProcess(process.execPath, [cli, 'import', csv, ...at])
    return [...(await measure(workspace)), exported(at, join(folder, 'rows.csv'))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} workspace */
async function measure(workspace) {
  const engine = await loadEngine()
  const store = engine.openReadable(workspace)
  const profileId = store.profileByName('Bench').id
  const asOf = engine.parseDay(AS_OF)
  const clock = { today: () => asOf, now: () => `${AS_OF}T08:00:00.000Z` }
  const pause = () => new Promise((resolve) => setImmediate(resolve))
  const opened = () => new engine.Browse(store, new engine.Scores(store, clock), pause)
  const query = {
    ...{ profileId, table: 'azure', asOf: AS_OF, search: '', filters: [], sort: null },
    ...{ offset: 0, limit: PAGE },
  }
  const customers = { ...query, table: 'customers' }
  const by = (/** @type {string} */ column, descending = true) => ({ column, descending })
  const associated = { kind: 'list', column: 'association', values: ['PAL'] }
  let browse = opened()
  const first = await timed(3, () => opened().page(query))
  const reading = await timed(3, () => {
    browse = opened()
    return browse.totals(query)
  })
  const deep = await timed(RUNS, (run) => browse.page({ ...query, offset: 300_000 * run + 17 }))
  const filtered = await timed(RUNS, (run) =>
    browse.page({
      ...query,
      filters: [associated, { kind: 'number', column: 'amount', atLeast: run }],
    }),
  )
  const searched = await timed(RUNS, (run) =>
    browse.page({ ...query, search: `Customer ${String(1000 + run)}` }),
  )
  const sorted = []
  for (const column of ['month', 'customer', 'amount', 'service']) {
    const fresh = await timed(3, (run) =>
      browse.page({ ...query, sort: by(column, run % 2 === 0), search: ' '.repeat(run) }),
    )
    const warm = await timed(RUNS, (run) =>
      browse.page({ ...query, sort: by(column), offset: 333_333 * run }),
    )
    sorted.push(alone(`The same by ${column}, for the first time`, fresh, '–'))
    sorted.push(alone(`The same by ${column}, anywhere`, warm, '≤ 300 ms'))
  }
  const firstCustomers = await timed(3, () => opened().page(customers))
  await browse.page(customers)
  const customerPages = await timed(RUNS, (run) =>
    browse.page({ ...customers, sort: by(run % 2 ? 'acr' : 'customer'), search: `${String(run)}` }),
  )
  store.close()
  return [
    alone('First page of 5,000,000 rows, as stored', first, '≤ 300 ms'),
    alone('Reading them into columns, once for a screen (nothing waits)', reading, '–'),
    alone('A page anywhere in 5,000,000 rows', deep, '≤ 300 ms'),
    alone('First page of another filter (association, amount)', filtered, '≤ 300 ms'),
    alone('First page of another search', searched, '≤ 300 ms'),
    ...sorted,
    alone('First page of 20,000 customers, rows counted', firstCustomers, '–'),
    alone('Customers, another search and order', customerPages, '≤ 300 ms'),
  ]
}

/** @param {string[]} at @param {string} out */
function exported(at, out) {
  const seconds = timeProcess(process.execPath, [
    cli,
    'data',
    '--table',
    'azure',
    '--search',
    'Customer 11',
    '--out',
    out,
    ...at,
  ])
  return {
    what: 'A search of 277,500 rows as CSV, whole process',
    ours: `${seconds.toFixed(1)} s, ${(statSync(out).size / 1e6).toFixed(0)} MB`,
    peer: '–',
    wanted: '–',
  }
}

/**
 * Milliseconds of processor time: all of it happens in this thread, and other work on the machine
 * leaves it as it is.
 * @param {number} runs @param {(run: number) => Promise<unknown>} work
 */
async function timed(runs, work) {
  const times = []
  for (let run = 0; run < runs + 1; run++) {
    const before = process.cpuUsage()
    await work(run)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  // The first one warms up.
  return times.slice(1)
}

/** @param {string} what @param {number[]} times @param {string} wanted */
function alone(what, times, wanted) {
  return { what, ours: spread(times, 1), peer: '–', wanted }
}
