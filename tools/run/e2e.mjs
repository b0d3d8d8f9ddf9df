// @ts-check
/** `npm run e2e`: Playwright against the compiled app, with Electron itself or the stand-in. */
import { spawnSync } from 'node:child_process'
import { ensureRuntime } from '../ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from './build.mjs'
import { binOf, root } from './paths.mjs'

ensureBuilt()
const runtime = await ensureRuntime()
process.stderr.write(`${runtime.describe}\n`)
const { status } = spawnSync(
  process.execPath,
  [
    binOf('@playwright/test', 'cli.js'),
    'test',
    '--config',
    'e2e/playwright.config.ts',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...runtime.env,
      E2E_EXECUTABLE: runtime.executable,
      E2E_KIND: runtime.kind,
    },
  },
)
process.exit(status ?? 1)
