import { expect } from '@playwright/test'
import { scriptOpenDialog, test } from './app'
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
  await expect(page.getByRole('heading', { level: 1, name: 'Import files' })).toBeVisible()
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

test('an import of 200,000 rows tells its progress, and once cancelled leaves all as it was', async ({
  bench,
}) => {
  const services = ['Key Vault', 'Azure Firewall', 'Sentinel', 'Virtual Machines']
  const lines = Array.from({ length: 200_000 }, (_each, index) => {
    const month = `2023-${String((index % 11) + 1).padStart(2, '0')}`
    return row(month, services[index % 4] ?? '', (index % 9_000) / 100)
  })
  const large = bench.file('large.csv', [header, ...lines, ''].join('\n'))
  const before = bench.file('before.csv', [header, row('2023-10', 'Key Vault', 900), ''].join('\n'))
  bench.cli('profile', 'add', '--name', 'Brook')
  bench.cli('import', '--profile', 'Brook', before)
  const stored = () =>
    [
      ['imports', '--profile', 'Brook', '--json'],
      ['score', '--profile', 'Brook', '--explain', '--json'],
      ['verify', '--json'],
    ].map((command) => bench.cli(...command).stdout)
  const asItWas = stored()

  const { app, page } = await bench.start()
  await page.getByRole('link', { name: /Brook/ }).first().click()
  await page.getByRole('navigation').getByRole('link', { name: 'Import files' }).click()
  await scriptOpenDialog(app, [large])
  await page.getByRole('button', { name: 'Choose files…' }).click()
  await page.getByRole('button', { name: 'Import 1 file' }).click({ timeout: 30_000 })
  // In the page, as two seconds later there is nothing left to cancel.
  await page.waitForFunction(() => {
    const [main, status] = ['main', 'footer'].map((name) =>
      document.querySelector<HTMLElement>(name),
    )
    // How long is left is told once the pace is known, which a quick machine may not need.
    const pace = /[\d,]+ rows/
    const cancel = [...(main?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent.trim() === 'Cancel',
    )
    if (![main, status].every((each) => pace.test(each?.innerText ?? '')) || !cancel) return false
    cancel.click()
    return true
  })
  await expect(page.getByRole('button', { name: 'Import 1 file' })).toBeVisible()
  await expect(page.getByRole('contentinfo')).not.toContainText('rows')
  expect(stored()).toEqual(asItWas)
})
