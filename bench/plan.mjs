// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEngine } from './engine.mjs'
import { importedPartner } from './partner-workspace.mjs'
import { median, spread } from './timing.mjs'

const AS_OF = '2023-12-15'
const RUNS = 15
const LOSSES = 200
const settings = { effort: {}, limit: {} }

/**
 * Plans of the large partner of docs/performance.md, and of one whose 200 customers all shrank, so that
 * both streams are far below zero and hundreds of levers may be taken. Fails where a plan is not proven.
 */
export async function benchPlan() {
  const folder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  try {
    const { workspace } = importedPartner(folder)
    const engine = await loadEngine()
    return [...measureLarge(engine, workspace), measureLosses(engine)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {any} engine @param {string} workspace */
function measureLarge(engine, workspace) {
  const store = engine.openReadable(workspace)
  const profileId = store.profileByName('Bench').id
  const clock = { today: () => engine.parseDay(AS_OF), now: () => `${AS_OF}T08:00:00.000Z` }
  const plan = (/** @type {any} */ scores) =>
    proven(scores.plan({ profileId, asOf: AS_OF, settings }))
  const scores = new engine.Scores(store, clock)
  const warm = timed(RUNS, () => plan(scores))
  const first = timed(RUNS, () => plan(new engine.Scores(store, clock)))
  const edition = engine.editionById('security-2023-12')
  const facts = timed(1, () => engine.prepare(store.facts(profileId), edition, 'any'))
  store.close()
  const size = '20,000 customers × 36 months'
  return [
    row(`Plan, ${size}, warm`, warm, '–', '≤ 100 ms'),
    row(
      'The same, the first one of a process, from the stored columns',
      first,
      `usage of any association from the rollups: ${figures(facts)}`,
      '–',
    ),
  ]
}

/** @param {any} engine */
function measureLosses(engine) {
  const edition = engine.editionById('security-2023-12')
  const facts = shrunken()
  const prepared = engine.prepare(facts, edition)
  const any = engine.prepare(facts, edition, 'any')
  const day = engine.parseDay(AS_OF)
  const request = {
    tracks: [prepared],
    anyAssociation: () => [any],
    days: { today: day, goal: day },
    settings,
  }
  const times = timed(RUNS, () => proven(engine.cheapestPlan(request)))
  return row(`Plan, ${String(LOSSES)} customers that all shrank`, times, '–', '≤ 100 ms')
}

/** @param {import('../src/shared/plan').Plan} plan */
function proven(plan) {
  if (plan.attained || !plan.proven) throw new Error('The plan is not one that is proven.')
  return plan
}

/** Facts of customers with less than a year ago in both streams. @returns {import('../src/main/scoring/facts').Facts} */
function shrunken() {
  const months = Array.from({ length: 24 }, (_each, index) => 2021 * 12 + 11 + index)
  const [before = 0, now = 0] = [months[11], months[23]]
  const rows = LOSSES * 2
  const of = (/** @type {number} */ row) => Math.floor(row / 2)
  const scattered = (/** @type {number} */ row, /** @type {number} */ below) =>
    (of(row) * 2_654_435_761) % below
  const isNow = (/** @type {number} */ row) => row % 2 === 1
  const shared = {
    months,
    tenant: Uint32Array.from({ length: rows }, (_each, row) => of(row)),
    month: Uint32Array.from({ length: rows }, (_each, row) => (isNow(row) ? now : before)),
    association: new Uint32Array(rows),
    duplicate: new Uint8Array(rows),
  }
  const numbers = (/** @type {(row: number) => number} */ of) =>
    Float64Array.from({ length: rows }, (_each, row) => Math.round(of(row)))
  return {
    tenants: Array.from({ length: LOSSES }, (_each, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      name: `Customer ${String(index)}`,
    })),
    azure: {
      ...shared,
      services: ['Sentinel'],
      offers: [null],
      associations: ['Partner Admin Link'],
      service: new Uint32Array(rows),
      offer: new Uint32Array(rows),
      microUsd: numbers((row) => (50 + scattered(row, 30_000)) * (isNow(row) ? 4e5 : 1e6)),
    },
    m365: {
      ...shared,
      workloads: ['Intune'],
      associations: ['CPOR'],
      workload: new Uint32Array(rows),
      paidSeats: numbers((row) => (15 + scattered(row, 400)) * (isNow(row) ? 0.5 : 1)),
      activeSeats: numbers((row) => scattered(row, 120) * (isNow(row) ? 0.4 : 1)),
    },
    certifications: { imported: true, rows: [] },
  }
}

/** @typedef {{ passed: number, used: number }} Taken milliseconds that passed, and of the processor */

/** Every run after two that warm up. @param {number} runs @param {() => unknown} work @returns {Taken[]} */
function timed(runs, work) {
  const taken = []
  for (let run = 0; run < runs + 2; run++) {
    const [from, usedBefore] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(usedBefore)
    taken.push({ passed: performance.now() - from, used: (user + system) / 1000 })
  }
  return taken.slice(2)
}

/** On a busy machine the processor's time says more. @param {Taken[]} taken */
function figures(taken) {
  const used = median(taken.map((each) => each.used))
  const passed = spread(taken.map((each) => each.passed))
  return `${passed}, processor ${used.toFixed(0)} ms`
}

/** @param {string} what @param {Taken[]} taken @param {string} peer @param {string} wanted */
function row(what, taken, peer, wanted) {
  return { what, ours: figures(taken), peer, wanted }
}
