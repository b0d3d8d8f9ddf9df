// @ts-check
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../tools/run/paths.mjs'
import { openUsage, scoreSql, trendSql } from './duckdb-score.mjs'
import { loadEngine } from './engine.mjs'
import { cli, importedPartner } from './partner-workspace.mjs'
import { measureProcess, median, spread, timed } from './timing.mjs'

const AS_OF = '2023-12-15'
const USAGE_MONTH = 2023 * 12 + 10
const TREND_MONTHS = 24
const RUNS = 15

/**
 * Scores of one large partner, beside the same score in SQL over the same rows in DuckDB. Before
 * anything is timed, both must give the same differences, to the micro-dollar, in all 24 months.
 */
export async function benchScoring() {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  try {
    const { csv, workspace, at } = importedPartner(folder)
    const database = join(folder, 'partner.duckdb')
    const usage = await openUsage(database, csv)
    const inside = await measureInside(workspace, usage)
    usage.close()
    return [...inside, ...measureProcesses(at, workspace, database)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @typedef {{ query(sql: string): Promise<import('./duckdb-score.mjs').SqlScore[]> }} Usage */

/** Everything that happens in a process that is already running. @param {string} workspace @param {Usage} usage */
async function measureInside(workspace, usage) {
  const engine = await loadEngine()
  const store = engine.openReadable(workspace)
  const profileId = store.profileByName('Bench').id
  const asOf = engine.parseDay(AS_OF)
  const [december, smb] = ['security-2023-12', 'security-2026-smb'].map(engine.editionById)
  const [prepared] = prepareUnder(engine, store, profileId, [december])
  await expectSame(engine, prepared, usage)

  const clock = { today: () => asOf, now: () => `${AS_OF}T08:00:00.000Z` }
  const scores = new engine.Scores(store, clock)
  const months = { profileId, from: '2022-01', to: '2023-12', edition: december.id }
  const score = await beside(
    () => engine.scoreOf(unasked(engine, prepared), { asOf }),
    () => usage.query(scoreSql(USAGE_MONTH)),
  )
  const trend = await beside(
    () => scores.trend(months),
    () => usage.query(trendSql(USAGE_MONTH - TREND_MONTHS + 1, USAGE_MONTH)),
  )
  const firstTrend = timed(RUNS, () => {
    const fresh = unasked(engine, prepared)
    const range = { from: engine.monthOf(2022, 1), to: engine.monthOf(2023, 12), readings: {} }
    engine.trendOf(() => [fresh], range)
  })
  const answers = ['whole', 'proportional']
  const reading = timed(RUNS, (run) =>
    scores.score({ profileId, asOf: AS_OF, readings: { growthSteps: answers[run % 2] } }),
  )
  const edition = timed(RUNS, () => prepareUnder(engine, store, profileId, [smb]))
  store.close()
  return [
    row('Full score with alternatives, no column remembered', score, 2, '≤ 2 ms, 100 ×'),
    row('Trend of 24 months with eligibility, asked again', trend, 2, '≤ 15 ms, 100 ×'),
    alone('Trend of 24 months, asked for the first time', firstTrend, 1, '≤ 15 ms'),
    alone('Score under another reading', reading, 2, '≤ 100 ms'),
    alone('Another edition, from the stored columns', edition, 0, '≤ 100 ms'),
  ]
}

/** @param {string[]} at @param {string} workspace @param {string} database */
function measureProcesses(at, workspace, database) {
  const ours = []
  const theirs = []
  const [peaks, peerPeaks] = [[0], [0]]
  for (let run = 0; run < RUNS; run++) {
    const own = measureProcess(cli, ['score', '--as-of', AS_OF, ...at])
    const peer = measureProcess(join(root, 'bench', 'duckdb-process.mjs'), [
      database,
      String(USAGE_MONTH),
    ])
    ours.push(own.seconds * 1000)
    theirs.push(peer.seconds * 1000)
    peaks.push(own.megabytes)
    peerPeaks.push(peer.megabytes)
  }
  const [size, peerSize] = [workspace, database].map((path) =>
    (statSync(path).size / 1e6).toFixed(0),
  )
  return [
    row('Process start to first score', { ours, theirs }, 0, '≤ 300 ms'),
    {
      what: 'Largest memory of that process',
      ours: `${Math.max(...peaks).toFixed(0)} MB`,
      peer: `DuckDB: ${Math.max(...peerPeaks).toFixed(0)} MB`,
      wanted: '≤ 150 MB',
    },
    {
      what: 'Size on disk, raw rows with their lines included',
      ours: `${String(size)} MB`,
      peer: `DuckDB: ${String(peerSize)} MB`,
      wanted: '–',
    },
  ]
}

/**
 * The same differences from both, in every month of the trend.
 * @param {any} engine @param {any} prepared @param {Usage} usage
 */
async function expectSame(engine, prepared, usage) {
  const first = USAGE_MONTH - TREND_MONTHS + 1
  const expected = await usage.query(trendSql(first, USAGE_MONTH))
  const found = expected.map(({ month }) => {
    const { score } = engine.exactScoreOf(prepared, { asOf: engine.firstDayOf(month + 1) })
    const [customers, deployments, growth] = score.metrics.flatMap(
      (/** @type {any} */ { streams = [] }) => streams[0]?.comparison?.delta ?? [],
    )
    return { month, customers, deployments, growth, total: score.total.rounded(6) }
  })
  assert.equal(expected.length, TREND_MONTHS)
  const rounded = expected.map((each) => ({ ...each, total: Number(each.total.toFixed(6)) }))
  assert.deepEqual(found, rounded)
  assert.deepEqual(await usage.query(scoreSql(USAGE_MONTH)), expected.slice(-1))
}

/** @param {any} engine @param {any} store @param {number} profileId @param {any[]} editions */
function prepareUnder(engine, store, profileId, editions) {
  return store.stored(profileId, (/** @type {any} */ partner) =>
    engine.prepareStored(partner, editions),
  )
}

/** Prepared facts of which nothing was asked yet. @param {any} engine @param {any} prepared */
function unasked(engine, prepared) {
  const usage = { ...prepared.usage, azure: { ...prepared.usage.azure } }
  return { ...prepared, usage, measure: engine.rememberingMeasure(usage) }
}

/** Both in turn, after a warm-up of both. @param {() => unknown} ours @param {() => Promise<unknown>} theirs */
async function beside(ours, theirs) {
  const [own, peer] = [[0], [0]]
  for (let run = 0; run < RUNS + 2; run++) {
    own.push(median(timed(3, ours)))
    const from = performance.now()
    await theirs()
    peer.push(performance.now() - from)
  }
  return { ours: own.slice(3), theirs: peer.slice(3) }
}

/** @param {string} what @param {{ ours: number[], theirs: number[] }} times @param {number} digits @param {string} wanted */
function row(what, { ours, theirs }, digits, wanted) {
  const ratio = median(theirs.map((each, run) => each / (ours[run] ?? Number.NaN)))
  const factor = ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)
  return {
    ...alone(what, ours, digits, wanted),
    peer: `DuckDB: ${spread(theirs)}, ${factor} × as long`,
  }
}

/** @param {string} what @param {number[]} times @param {number} digits @param {string} wanted */
function alone(what, times, digits, wanted) {
  return { what, ours: spread(times, digits), peer: '–', wanted }
}
