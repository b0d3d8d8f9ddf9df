import AxeBuilder from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { expect, test } from './app'
import { dropFiles } from './files'

/** axe on every screen, in light and dark. */

const metrics = [
  'Net customer adds',
  'Intermediate certifications',
  'Deployments',
  'Usage growth',
] as const

async function violations(page: Page): Promise<string[]> {
  // Without legacy mode axe opens a page of its own, which the program refuses.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation in ${scheme}`, async ({ bench }) => {
    // Seventeen screens, each looked at as a whole.
    test.setTimeout(180_000)
    const { page } = await bench.start()
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const sound = async (screen: string) => {
      await expect(page.getByText('Loading…')).toHaveCount(0)
      expect(await violations(page), screen).toEqual([])
    }
    const explore = page.getByRole('button', { name: 'Explore the sample workspace' })
    await expect(explore).toBeVisible()
    await sound('first run')
    await explore.click()
    await expect(page.getByRole('link', { name: /Northgate/ })).toBeVisible()
    await page.getByRole('button', { name: 'Dismiss' }).first().click()
    await sound('portfolio')
    await page.getByRole('link', { name: /Northgate/ }).click()
    await expect(page.getByTestId('total')).toBeVisible()
    await sound('overview')
    for (const metric of metrics) {
      await page.getByRole('navigation').getByRole('link', { name: metric }).click()
      await expect(page.getByRole('heading', { level: 1, name: metric })).toBeVisible()
      await sound(metric)
    }
    await page.getByRole('navigation').getByRole('link', { name: 'History' }).click()
    await expect(page.getByText('Eligibility window', { exact: true })).toBeVisible()
    await sound('history')
    await page.getByRole('navigation').getByRole('link', { name: 'Import files' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Import files' })).toBeVisible()
    await dropFiles(page, [bench.file('prose.csv', 'Dear colleague,\nsee below.\n')])
    await expect(page.getByRole('table', { name: 'Which column is which?' })).toBeVisible()
    await sound('import with a file whose columns have to be told')
    await dropFiles(page, [bench.file('empty.csv', '')])
    await expect(page.getByText('Cannot be imported', { exact: true })).toBeVisible()
    await sound('import with a refused file')
    await page.getByRole('navigation').getByRole('link', { name: 'Report' }).click()
    await expect(page.getByRole('region', { name: 'Preview of the report' })).toBeVisible()
    await sound('report')
    await page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click()
    await expect(page.getByText('at least 70 of 100 points')).toBeVisible()
    await sound('rules')
    await page.getByRole('radio', { name: 'Compare' }).click()
    await expect(page.getByRole('columnheader', { name: 'security-2023-06' })).toBeVisible()
    await sound('two editions compared')
    await page.getByRole('radio', { name: 'Open questions' }).click()
    await expect(page.getByRole('columnheader', { name: 'Question' })).toBeVisible()
    await sound('open questions')
    await dropFiles(page, [bench.file('edition.json', '{ "id": "mine" }')])
    await expect(page.getByText(/edition.json has \d+ problems/)).toBeVisible()
    await sound('a refused edition')
    await page.keyboard.press('F1')
    await expect(
      page.getByRole('heading', { level: 2, name: 'Rules, editions, readings' }),
    ).toBeVisible()
    await sound('help')
    await page.keyboard.press('Shift+F1')
    await expect(page.getByRole('dialog')).toBeVisible()
    await sound('shortcuts')
  })
}
