import { expect } from '@playwright/test'
import { test } from './app'
import { dropFiles } from './files'

const header = 'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType'
const row = (month: string, service: string, usd: number) =>
  `${month}-01,5f0c1a2b-0000-4000-8000-000000000001,Fennick Foods,${service},${String(usd)},PAL`

test('an import is reviewed, a name of it treated as a known one, and the import undone and brought back', async ({
  bench,
}) => {
  const usage = (name: string, ...rows: readonly string[]) =>
    bench.file(name, [header, ...rows, ''].join('\n'))
  bench.cli('profile', 'add', '--name', 'Brook')
  const old = usage('october.csv', row('2023-10', 'Key Vault', 900))
  bench.cli('import', '--profile', 'Brook', old)
  const { page } = await bench.start()
  await page.getByRole('link', { name: /Brook/ }).first().click()
  await page.getByRole('navigation').getByRole('link', { name: 'Import files' }).click()
  await dropFiles(page, [
    usage('november.csv', row('2023-10', 'Key Vault', 400), row('2023-11', 'Key Valt', 2_000)),
  ])

  const review = page.getByRole('region', { name: 'What this import does' })
  await expect(review).toContainText('Adds 1 month, replaces 1 month')
  await expect(review.getByRole('row', { name: /Oct 2023/ })).toContainText('-$500')
  await expect(review).toContainText('2 of 24 months')
  await review.getByLabel('Treat Key Valt as').selectOption('Key Vault')
  await expect(review).toContainText('Treated as this')

  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(page.getByText('1 file was imported').first()).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Imports' }).click()
  const newest = page.getByRole('article', { name: 'Import 2' })
  await expect(newest).toContainText('november.csv')
  await expect(page.getByRole('article', { name: 'Import 1' })).toContainText(
    'All of it was replaced by import 2',
  )
  await newest.getByRole('button', { name: 'Undo import' }).click()
  await expect(newest).toContainText('Undone')
  await expect(page.getByRole('article', { name: 'Import 1' })).toContainText('All of it counts')
  await newest.getByRole('button', { name: 'Bring back' }).click()
  await expect(newest).toContainText('All of it counts')
})
