import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { expect, root, test, today } from './app'

/** The window itself: where it stands, its menu, one at a time, and a workspace it cannot open. */

test('the window comes back where it was left', async ({ bench }) => {
  const first = await bench.start()
  const wanted = { x: 60, y: 40, width: 1100, height: 720 }
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, wanted)
  await first.app.close()
  const second = await bench.start()
  const found = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(found).toEqual(wanted)
})

test('a window that was left on a screen that is gone is brought back into sight', async ({
  bench,
}) => {
  writeFileSync(
    join(bench.dataFolder, 'window.json'),
    JSON.stringify({ bounds: { x: 9_000, y: 9_000, width: 1100, height: 720 }, maximized: false }),
  )
  const { app } = await bench.start()
  const { window, screen } = await app.evaluate(({ BrowserWindow, screen: screens }) => ({
    window: BrowserWindow.getAllWindows()[0]?.getBounds(),
    screen: screens.getPrimaryDisplay().workArea,
  }))
  expect(window?.x).toBeLessThan(screen.x + screen.width)
  expect(window?.y).toBeLessThan(screen.y + screen.height)
})

test('the menu runs the same commands as the keys', async ({ bench }) => {
  const { app, page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Meridian/ }).click()
  await expect(page.getByTestId('total')).toHaveText('70.0')
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('go.deployments')?.click()
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Deployments' })).toBeVisible()
})

test('a second start ends at once and leaves the first window in front', async ({ bench }) => {
  const { app, page } = await bench.start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
  })
  const ended = _electron
    .launch({
      executablePath: process.env['E2E_EXECUTABLE'] ?? '',
      args: [root],
      env: { ...bench.environment, SEVENTY_TODAY: today },
    })
    .then(async (second) => {
      const closed = new Promise<void>((resolve) => second.once('close', () => resolve()))
      await closed
    })
    .catch(() => undefined)
  await ended
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    )
    .toBe(false)
})
