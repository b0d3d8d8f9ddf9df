import { type Page } from '@playwright/test'
import { expect, test } from './app'

/** Changes by hand, with undo and redo that survive a restart, without a mouse. */

const ctrl = process.platform === 'darwin' ? 'Meta' : 'Control'

/** Opens the first row of the first customer that was gained in the Azure stream. */
async function openRow(page: Page): Promise<void> {
  await page.keyboard.press(`${ctrl}+3`)
  await expect(page.getByRole('heading', { level: 1, name: 'Net customer adds' })).toBeFocused()
  await page.getByRole('radio', { name: /^Gained/ }).click()
  const customers = page.getByRole('table', { name: 'Gained' }).getByRole('row')
  await customers.nth(1).focus()
  await page.keyboard.press('Enter')
  const rows = page.getByRole('dialog').getByRole('table', { name: 'Rows' }).getByRole('row')
  await rows.nth(1).focus()
  await page.keyboard.press('Enter')
}

test('a row is changed, undone, made again, and undone after a restart', async ({ bench }) => {
  const first = await bench.start()
  let { page } = first
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await expect(page.getByRole('link', { name: /Larkspur/ })).toBeVisible()
  await page.keyboard.press(`${ctrl}+o`)
  await expect(page.getByLabel('Find a partner')).toBeFocused()
  await page.keyboard.type('larkspur')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('total')).toHaveText('84.0')

  await openRow(page)
  const dialog = page.getByRole('dialog', { name: 'Edit Azure usage' })
  await expect(dialog.getByLabel('Service')).toBeFocused()
  await expect(dialog.getByLabel('ACR in USD')).not.toHaveValue('')
  const before = await dialog.getByLabel('ACR in USD').inputValue()
  for (const field of ['Association', 'Offer', 'ACR in USD']) {
    await page.keyboard.press('Tab')
    await expect(dialog.getByLabel(field)).toBeFocused()
  }
  await page.keyboard.press(`${ctrl}+a`)
  await page.keyboard.type('4321.5')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const changed = page.getByText(/^Changed by hand: was \$/)
  await expect(changed).toBeVisible()
  await expect(page.getByText(/^Done: change of /)).toBeVisible()

  await page.keyboard.press(`${ctrl}+z`)
  await expect(page.getByText(/^Undone: change of /)).toBeVisible()
  await expect(changed).toHaveCount(0)
  await page.keyboard.press(`${ctrl}+y`)
  await expect(changed).toBeVisible()

  await first.app.close()
  page = (await bench.start()).page
  await expect(page.getByRole('link', { name: /Larkspur/ })).toBeVisible()
  await page.keyboard.press(`${ctrl}+z`)
  await expect(page.getByText(/^Undone: change of .*\(Larkspur/)).toBeVisible()
  await page.keyboard.press(`${ctrl}+o`)
  await expect(page.getByLabel('Find a partner')).toBeFocused()
  await page.keyboard.type('larkspur')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await openRow(page)
  await expect(page.getByLabel('ACR in USD')).toHaveValue(before)
  await expect(page.getByText(/^Changed by hand/)).toHaveCount(0)
})

test('a partner without files begins with numbers by hand, marked as such everywhere', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.keyboard.press(`${ctrl}+n`)
  await page.getByLabel('Partner name').fill('First Talk')
  await page.getByRole('button', { name: 'Start with numbers by hand' }).click()
  const dialog = page.getByRole('dialog', { name: 'Numbers by hand' })
  await dialog.getByLabel('Now: Net customer adds, Azure').fill('12')
  await dialog.getByLabel('A year ago: Net customer adds, Azure').fill('5')
  for (const [step, people] of [
    ['Step 1', '2'],
    ['Step 2', '2'],
    ['Step 3', '3'],
  ] as const) {
    await dialog.getByLabel(new RegExp(`^People: .*${step}`)).fill(people)
  }
  await dialog.getByRole('button', { name: 'Save numbers' }).click()
  await expect(page.getByTestId('total')).toHaveText('34.0')
  await expect(page.getByText(/^From totals typed in by /)).toBeVisible()

  await page.keyboard.press(`${ctrl}+3`)
  await expect(page.getByText('there are no customers, people or rows behind them')).toBeVisible()
  await page.keyboard.press(`${ctrl}+7`)
  await expect(page.getByText('there is no history, forecast or plan to compute')).toBeVisible()
  await page.keyboard.press(`${ctrl}+8`)
  await expect(page.getByText('there is no history, forecast or plan to compute')).toBeVisible()
  await page.keyboard.press(`${ctrl}+1`)
  await expect(page.getByRole('row', { name: /First Talk/ })).toContainText('Typed in')
  const { stdout } = bench.cli('score', '--profile', 'First Talk', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ basis: 'typed-in', total: 34 })
})
