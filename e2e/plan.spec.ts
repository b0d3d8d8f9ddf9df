import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app'

/** From the score to the cheapest way, for a later day and with levers of one's own. */

test('a plan says what it takes on a later day, and follows the levers', async ({ bench }) => {
  const { page, complaints } = await bench.start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await expect(page.getByTestId('total')).toHaveText('84.0')
  await page.keyboard.press('Control+8')
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
  await expect(page.getByText('Nothing to do')).toBeVisible()

  await page.getByLabel('Goal by').fill('2025-06-01')
  const cheapest = page.locator('details').first()
  await expect(cheapest).toContainText('The cheapest')
  await expect(cheapest).toContainText(/to 7\d\.\d points/)
  const before = await cheapest.innerText()
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])

  const effort = page.getByLabel('Days for one: Win a Microsoft 365 deployment')
  await effort.fill('90')
  await effort.press('Tab')
  await expect(cheapest).not.toHaveText(before)
  await expect(cheapest).not.toContainText('Win a Microsoft 365 deployment')

  // What was set is kept for the partner, not for the visit.
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeFocused()
  await page.keyboard.press('Control+8')
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
  await page.getByLabel('Goal by').fill('2025-06-01')
  await expect(effort).toHaveValue('90')
  await page.getByRole('button', { name: 'Defaults' }).click()
  await expect(effort).toHaveValue('6')
  expect(complaints).toEqual([])
})
