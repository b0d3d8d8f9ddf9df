import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, root, scriptOpenDialog, test } from './app'
import { dropFiles } from './files'

/** The rules screen: a custom edition from its file to a marked score, and a file that is refused. */

const fixture = JSON.parse(
  readFileSync(join(root, 'src/main/rules/testing/infrastructure-azure.json'), 'utf8'),
) as Record<string, unknown>

test('a custom edition is checked, added, used for a partner, marked and removed', async ({
  bench,
}) => {
  const { app, page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await page.keyboard.press('Shift+Control+R')
  await expect(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible()
  await expect(page.getByText('at least 70 of 100 points')).toBeVisible()

  await dropFiles(page, [
    bench.file('broken.json', JSON.stringify({ ...fixture, threshold: 0, colour: 'blue' })),
  ])
  await expect(page.getByText('broken.json has 2 problems')).toBeVisible()
  await expect(page.getByRole('row', { name: /threshold.*out-of-range/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /colour.*unknown-key/ })).toBeVisible()

  const file = bench.file('azure.json', JSON.stringify({ ...fixture, id: 'our-azure-rules' }))
  await scriptOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Add this edition' }).click()
  // The edition that was shown before has such a button as well.
  await expect(page.getByText(/azure\.json, added/)).toBeVisible()
  await page.getByRole('button', { name: 'Use for Larkspur' }).click()
  await expect(
    page.getByRole('button', { name: /our-azure-rules.*Used for 1 partner/ }),
  ).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByText('Custom rules our-azure-rules').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Advanced certifications' }).first()).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click()
  await page.getByRole('button', { name: 'Remove edition' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove edition' }).click()
  await expect(page.getByRole('button', { name: /our-azure-rules/ })).toHaveCount(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByTestId('total')).toHaveText('84.0')
})
