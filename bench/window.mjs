// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { ensureRuntime } from '../tools/ensure-runtime/ensure-runtime.mjs'
import { root } from '../tools/run/paths.mjs'
import { azureFile } from './azure-file.mjs'
import { median, percentile } from './timing.mjs'

const ROWS = 100_000

/**
 * An import of 100,000 rows in the running app, while the page pings main without a pause: how long
 * it takes, and how long the slowest ping waited. The peer is the same page pinging an idle app.
 */
export async function benchWindow() {
  const file = azureFile(join(root, '.seventy', 'bench', `azure-${String(ROWS)}.csv`), ROWS)
  const dataFolder = mkdtempSync(join(tmpdir(), 'seventy-bench-'))
  const runtime = await ensureRuntime()
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [root],
    env: { ...process.env, ...runtime.env, SEVENTY_DATA_DIR: dataFolder },
  })
  try {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, file)
    const page = await app.firstWindow()
    await page.waitForURL('**/index.html**')
    await page.waitForFunction(() => 'seventy' in globalThis)
    const { idle, busy, seconds } = await page.evaluate(importWhilePinging)
    return [
      {
        what: `Import of ${ROWS.toLocaleString('en')} rows in the window`,
        ours: `${seconds.toFixed(2)} s`,
        peer: '–',
        wanted: 'under 3 s',
      },
      {
        what: `Ping over IPC meanwhile (${String(busy.length)} pings): median, 99 %, slowest`,
        ours: spread(busy),
        peer: `idle app: ${spread(idle)}`,
        wanted: 'under 50 ms',
      },
    ]
  } finally {
    await app.close()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @param {number[]} pings */
function spread(pings) {
  return `${median(pings).toFixed(1)}, ${percentile(pings, 0.99).toFixed(1)}, ${Math.max(...pings).toFixed(1)} ms`
}

/** Runs inside the page, on the bridge that the product's own code uses. */
async function importWhilePinging() {
  /** @type {any} */
  const { seventy } = globalThis
  /** @param {() => boolean} more */
  const pingWhile = async (more) => {
    const times = []
    while (more()) {
      const from = performance.now()
      await seventy.app.ping({})
      times.push(performance.now() - from)
    }
    return times
  }
  const until = performance.now() + 1_000
  const idle = await pingWhile(() => performance.now() < until)
  const { value: profile } = await seventy.profiles.add({ name: 'Bench', mpnId: null })
  const { value: files } = await seventy.files.choose({})
  let ended = false
  let from = 0
  const done = new Promise((resolve, reject) => {
    seventy.events.onJob((/** @type {any} */ event) => {
      if (event.state === 'progress') return
      ended = true
      if (event.state === 'done') resolve((performance.now() - from) / 1000)
      else reject(new Error(event.error.message))
    })
  })
  from = performance.now()
  await seventy.imports.commit({
    profileId: profile.id,
    files: files.map((/** @type {{ token: string }} */ { token }) => token),
    mode: 'replace',
    skipBadRows: false,
  })
  const busy = await pingWhile(() => !ended)
  return { idle, busy, seconds: await done }
}
