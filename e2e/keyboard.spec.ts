import { type Page } from '@playwright/test'
import { expect, scriptOpenDialog, test } from './app'
import { writeSample } from './command-line'

/** The core loop without a mouse. */

const ctrl = process.platform === 'darwin' ? 'Meta' : 'Control'

/** Presses Tab until the focus stands on what has the name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = page.locator(':focus')
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const words = await focused.evaluate((element) => {
      const label = element.getAttribute('aria-label')
      return label ?? (element instanceof HTMLElement ? element.innerText : '')
    })
    if (name.test(words)) return
  }
  throw new Error(`Tab does not reach ${String(name)}.`)
}

test('a partner is added, files imported and the score reached by keyboard alone', async ({
  bench,
}) => {
  const [partner] = writeSample(bench.dataFolder)
  const { app, page } = await bench.start()
  await scriptOpenDialog(app, partner?.files ?? [])
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.keyboard.press(`${ctrl}+n`)
  await expect(page.getByLabel('Partner name')).toBeFocused()
  await page.keyboard.type('Keyboard Partner')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Import files' })).toBeVisible()

  await tabTo(page, /^Choose files/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ready', { exact: true })).toHaveCount(3)
  await tabTo(page, /^Import 3 files/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '3 files were imported' })).toBeFocused()
  await tabTo(page, /^See the score/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('every command of the menu has its key, and Escape closes what it opened', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await expect(page.getByRole('link', { name: /Larkspur/ })).toBeVisible()

  await page.keyboard.press(`${ctrl}+o`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('north')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('total')).toHaveText('72.0')
  for (const [key, heading] of [
    ['3', 'Net customer adds'],
    ['4', 'Intermediate certifications'],
    ['5', 'Deployments'],
    ['6', 'Usage growth'],
    ['7', 'History'],
    ['8', 'Plan'],
    ['9', 'Scenarios'],
    ['Shift+C', 'Customers'],
    ['Shift+P', 'People'],
    ['Shift+A', 'Azure usage'],
    ['Shift+M', 'Microsoft 365 usage'],
    ['i', 'Import files'],
    ['p', 'Report'],
    ['1', 'Portfolio'],
  ] as const) {
    await page.keyboard.press(`${ctrl}+${key}`)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused()
  }
  await page.keyboard.press('Shift+F1')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press(`Shift+${ctrl}+h`)
  await expect(page.getByText('Privacy blur is on')).toBeVisible()
})
