import { statSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { expect, scriptSaveDialog, test } from './app'

/** The frame of the window by keyboard: search and commands, back and forward, panes, settings. */

const mac = process.platform === 'darwin'
const ctrl = mac ? 'Meta' : 'Control'
const back = mac ? 'Meta+[' : 'Alt+ArrowLeft'
const forward = mac ? 'Meta+]' : 'Alt+ArrowRight'

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** Opens the palette, types, and waits until the entry is the one that Enter would take. */
async function seek(page: Page, text: string, entry: RegExp): Promise<void> {
  await page.keyboard.press(`${ctrl}+k`)
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
  await page.keyboard.type(text)
  await expect(page.getByRole('option', { name: entry }).first()).toBeVisible()
}

test('everything is found and opened from the palette, and the way back is kept', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await expect(page.getByRole('link', { name: /Northgate/ })).toBeVisible()

  await seek(page, 'northg', /Northgate/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('total')).toHaveText('72.0')
  await seek(page, 'net cust', /^Net customer adds/)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Net customer adds')).toBeFocused()

  await page.keyboard.press(`${ctrl}+Shift+C`)
  const grid = page.getByRole('grid', { name: 'Customers' })
  const first = grid.getByRole('row').nth(1).getByRole('gridcell').first()
  const name = (await first.innerText()).trim()
  await page.keyboard.press(back)
  await expect(heading(page, 'Net customer adds')).toBeFocused()
  await seek(page, name, new RegExp(name))
  await expect(page.getByRole('group', { name: /Customers/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Customers')).toBeFocused()
  await expect(page.getByRole('searchbox').first()).toHaveValue(/^[0-9a-f-]{36}$/)
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await expect(first).toHaveText(name)

  await page.keyboard.press(back)
  await expect(heading(page, 'Net customer adds')).toBeFocused()
  await page.keyboard.press(forward)
  await expect(heading(page, 'Customers')).toBeFocused()

  await page.keyboard.press(`${ctrl}+k`)
  await expect(page.getByRole('option').first()).toHaveText(/Net customer adds/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const pane = () => page.evaluate(() => document.activeElement?.tagName)
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeFocused()
  // What is still loading in the inspector may take a key press for itself.
  await expect(async () => {
    await page.getByRole('complementary').focus()
    for (const next of ['FOOTER', 'HEADER', 'MAIN', 'ASIDE']) {
      await page.keyboard.press('F6')
      expect(await pane()).toBe(next)
    }
    await page.keyboard.press('Shift+F6')
    expect(await pane()).toBe('MAIN')
  }).toPass({ timeout: 15_000 })
})

test('settings are changed, the workspace is backed up and checked, by keyboard', async ({
  bench,
}) => {
  const { app, page } = await bench.start()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press(`${ctrl}+,`)
  await expect(heading(page, 'Settings')).toBeFocused()
  await expect(page.getByText('workspace.seventy')).toBeVisible()

  await page.getByRole('radio', { name: 'High' }).focus()
  await page.keyboard.press('Space')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
    expect(await violations(page), scheme).toEqual([])
  }
  await page.getByLabel('Written as in').selectOption('de-DE')
  await expect(page.getByText('12.345,60 $')).toBeVisible()

  const target = join(bench.dataFolder, 'copy.seventy')
  await scriptSaveDialog(app, target)
  await page.getByRole('button', { name: 'Back up…' }).press('Enter')
  await expect(page.getByText('The workspace was backed up', { exact: true })).toBeVisible()
  expect(statSync(target).size).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Check workspace' }).press('Enter')
  await expect(page.getByText('The workspace is sound')).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'What was checked' }).getByRole('listitem'),
  ).toHaveCount(11)

  await scriptSaveDialog(app, bench.workspace)
  await page.getByRole('button', { name: 'Back up…' }).press('Enter')
  await expect(page.getByText(/is the workspace itself/).last()).toBeVisible()
})
