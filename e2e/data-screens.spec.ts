import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, scriptSaveDialog, test } from './app'

async function violations(page: Page): Promise<string[]> {
  // Without legacy mode axe opens a page of its own, which the program refuses.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

test('the customers are looked through, filtered, opened and exported by keyboard alone', async ({
  bench,
}) => {
  const { app, page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(page.getByTestId('total')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).focus()
  await page.keyboard.press('Enter')
  const grid = page.getByRole('grid', { name: 'Customers' })
  await expect(grid).toHaveAttribute('aria-rowcount', '14')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('o')
  await expect(page.getByRole('status').filter({ hasText: 'rows found' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(grid).toBeFocused()
  await page.keyboard.press('End')
  const last = grid.locator('[role="row"][aria-selected="true"]')
  const name = await last.getByRole('gridcell').first().innerText()
  await page.keyboard.press('Enter')
  const inspector = page.getByRole('complementary')
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(name)
  await expect(inspector).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inspector).toHaveCount(0)
  await expect(grid).toBeFocused()

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    expect(await violations(page)).toEqual([])
  }

  await page.getByRole('button', { name: 'Filter Adds: Azure' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Apply' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Filters in force' })).toContainText(
    'Adds: Azure: Yes',
  )

  const saved = bench.file('customers.csv', '')
  await scriptSaveDialog(app, saved)
  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Rows exported', { exact: true })).toBeVisible()
  const found = Number(await grid.getAttribute('aria-rowcount'))
  expect(readFileSync(saved, 'utf8').trimEnd().split('\r\n')).toHaveLength(found)
})

test('a table is found again as it was left', async ({ bench }) => {
  const { page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Azure usage' }).click()
  await page.getByRole('button', { name: 'ACR (USD)', exact: true }).click()
  const heading = page.getByRole('columnheader', { name: /ACR \(USD\)/ })
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('grid').getByRole('row').nth(3).click()
  await expect(page.getByRole('complementary').getByText('Net customer adds')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('grid', { name: 'People' })).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Azure usage' }).click()
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
})
