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

test('rows are changed and typed in where they stand, with signs that undo takes away', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Azure usage' }).click()
  const grid = page.getByRole('grid', { name: 'Azure usage' })
  await grid.focus()
  await page.keyboard.press('Enter')
  const inspector = page.getByRole('complementary')
  await inspector.getByRole('button', { name: 'Edit…' }).press('Enter')
  const editor = page.getByRole('dialog', { name: 'Edit Azure usage' })
  await editor.getByLabel('ACR in USD').fill('4321.5')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('img', { name: 'Changed by hand' })).toHaveCount(1)
  await expect(inspector.getByText(/^Changed by hand: was \$/)).toBeVisible()

  await page.getByRole('button', { name: 'Add Azure usage' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Add Azure usage' })
  await form.getByLabel('Tenant ID').fill('not a tenant')
  await form.getByLabel('Service').fill('Sentinel')
  await form.getByLabel('ACR in USD').fill('77')
  await page.keyboard.press('Enter')
  await expect(form.getByText(/"not a tenant"/)).toBeVisible()
  await form.getByLabel('Tenant ID').fill('{11111111-1111-4111-8111-11111111AAAA}')
  await form.getByLabel('Customer name').fill('Typed In Ltd')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await grid.focus()
  await page.keyboard.press('End')
  await expect(grid.getByRole('img', { name: 'Entered by hand' })).toBeVisible()
  expect(await violations(page)).toEqual([])

  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click()
  const customers = page.getByRole('grid', { name: 'Customers' })
  await customers.getByText('Typed In Ltd').click()
  await inspector.getByRole('button', { name: 'Rename…' }).click()
  await page.getByRole('dialog').getByLabel('Customer name').fill('Aardvark Ltd')
  await page.keyboard.press('Enter')
  // The row moves to the front, and the inspector with it.
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('Aardvark Ltd')
  await expect(customers.getByRole('row').nth(1)).toContainText('Aardvark Ltd')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ControlOrMeta+z')
  await expect(customers.getByText('Aardvark Ltd')).toHaveCount(0)
  await expect(customers.getByText('Typed In Ltd')).toHaveCount(0)
})
