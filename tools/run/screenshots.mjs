// @ts-check
/** `npm run screenshots`: every screen of the real app with the sample workspace, light and dark, into docs/screens/. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { ensureRuntime } from '../ensure-runtime/ensure-runtime.mjs'
import { ensureBuilt } from './build.mjs'
import { root } from './paths.mjs'

const target = process.argv[2] ?? join(root, 'docs', 'screens')
const dataFolder = mkdtempSync(join(tmpdir(), 'seventy-screens-'))

ensureBuilt()
mkdirSync(target, { recursive: true })
const runtime = await ensureRuntime()
const app = await _electron.launch({
  executablePath: runtime.executable,
  args: [root],
  env: {
    ...process.env,
    ...runtime.env,
    SEVENTY_DATA_DIR: dataFolder,
    SEVENTY_TODAY: '2023-12-15',
  },
})
try {
  const page = await app.firstWindow()
  await page.waitForURL('**/index.html**')
  await page.getByRole('button', { name: /sample workspace/i }).waitFor()
  await picture('welcome')
  await page.getByRole('button', { name: /sample workspace/i }).click()
  await page
    .getByRole('link', { name: /Larkspur/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await page.mouse.move(0, 0)
  await picture('portfolio')
  await page
    .getByRole('link', { name: /Larkspur/ })
    .first()
    .click()
  await page.getByTestId('total').waitFor()
  await page.mouse.move(0, 0)
  await picture('overview')
  for (const metric of [
    'Net customer adds',
    'Intermediate certifications',
    'Deployments',
    'Usage growth',
  ]) {
    await page.getByRole('navigation').getByRole('link', { name: metric }).first().click()
    await page.getByRole('heading', { level: 1, name: metric }).waitFor()
    await picture(metric.toLowerCase().replaceAll(' ', '-'))
  }
  for (const screen of ['Customers', 'People', 'Azure usage', 'Microsoft 365 usage']) {
    await page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click()
    const grid = page.getByRole('grid', { name: screen })
    await grid.getByRole('row').nth(4).click()
    await page.getByRole('complementary').getByRole('heading', { level: 3 }).waitFor()
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
    await picture(screen.toLowerCase().replaceAll(' ', '-'))
  }
  for (const screen of ['History', 'Plan', 'Scenarios', 'Import', 'Imports', 'Report', 'Rules']) {
    await page.getByRole('navigation').getByRole('link', { name: screen }).first().click()
    await page.getByRole('heading', { level: 1, name: screen }).waitFor()
    if (screen === 'Report') await page.getByRole('region', { name: 'Preview' }).waitFor()
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
    await picture(screen.toLowerCase())
  }

  /** @param {string} name */
  async function picture(name) {
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.screenshot({
        path: join(target, scheme === 'light' ? `${name}.png` : `${name}-dark.png`),
        animations: 'disabled',
      })
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
} finally {
  await app.close()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
}
