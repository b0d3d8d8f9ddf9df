import { readFileSync } from 'node:fs'
import { expect, test } from './app'
import { writeSample } from './command-line'

test('a number leads to file and line by keyboard, and back', async ({ bench }) => {
  const [partner] = writeSample(bench.dataFolder)
  if (!partner) throw new Error('There is no sample partner.')
  const { page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Net customer adds' }).click()
  await page.getByRole('radio', { name: /^Gained/ }).click()
  const customers = page.getByRole('table', { name: 'Gained' }).getByRole('row')
  await customers.nth(1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(customers.nth(2)).toBeFocused()
  await page.keyboard.press('Enter')

  const drawer = page.getByRole('dialog')
  const row = drawer.getByRole('table', { name: 'Rows' }).getByRole('row').nth(1)
  await expect(row).toContainText('azure-usage.csv')
  const [, line = '', file = ''] = /Line (\d+)\s*(\S+\.csv)/.exec(await row.innerText()) ?? []
  const path = partner.files.find((each) => each.endsWith(file)) ?? ''
  const text = readFileSync(path, 'utf8').split(/\r?\n/)[Number(line) - 1] ?? ''
  const tenant = await drawer.locator('.sub .num').innerText()
  expect(text.toLowerCase()).toContain(tenant)

  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(customers.nth(2)).toBeFocused()
})
