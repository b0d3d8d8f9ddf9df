import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app'

/** A scenario from its name to the score it comes to, and the same after the next start. */

test('a scenario is edited live, saved, and there again after a restart', async ({ bench }) => {
  const first = await bench.start()
  const { page } = first
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { level: 1, name: 'Scenarios' })).toBeFocused()

  await page.getByRole('button', { name: 'New scenario' }).click()
  await page.keyboard.type('Largest customer lost')
  await page.keyboard.press('Enter')
  const outcome = page.getByTestId('outcome')
  await expect(outcome).toContainText('84.0')
  // The slider by keyboard: a step is a percent.
  await page.getByRole('slider', { name: 'Azure consumption' }).focus()
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight')
  await expect(page.getByLabel('Azure consumption, exact percentage')).toHaveValue('110')
  await expect(outcome).toContainText('+')

  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByRole('button', { name: 'Add a customer' }).click()
  await page.keyboard.type('ardenmoor')
  await page.getByRole('button', { name: /Ardenmoor Water Board/ }).click()
  await page.getByRole('switch', { name: 'Lost' }).click()
  await expect(page.getByText('1 scenario not saved')).toBeVisible()
  await expect(outcome).toContainText('-')
  const lost = (await outcome.textContent()) ?? ''
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Without legacy mode axe opens a page of its own, which the program refuses.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ).toEqual([])
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('All changes saved')).toBeVisible()
  await first.app.close()

  const second = await bench.start()
  await second.page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(second.page.getByTestId('total')).toHaveText('84.0')
  await second.page.keyboard.press('Control+9')
  await expect(second.page.getByTestId('outcome')).toHaveText(lost)
})
