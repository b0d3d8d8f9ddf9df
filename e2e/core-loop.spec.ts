import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from '@playwright/test'
import { expect, scriptOpenDialog, scriptSaveDialog, test } from './app'
import { writeSample } from './command-line'
import { dropFiles } from './files'
import { readPdf } from './pdf'

/** The core loop of PRODUCT.md in the running app: files in, score on screen, report out. */

async function addPartner(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add your first partner' }).click()
  await page.getByLabel('Partner name').fill(name)
  await page.getByRole('button', { name: 'Add partner' }).click()
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible()
}

interface ScoreDocument {
  readonly totalShown: number
  readonly metrics: readonly { readonly id: string; readonly pointsShown: number | null }[]
}

test('three files become a score, a report and a workspace that is there again', async ({
  bench,
}) => {
  const client = 'Foxglove & Thorne <Advisory>'
  const [partner] = writeSample(bench.dataFolder)
  const report = join(bench.dataFolder, 'report.pdf')
  let { app, page } = await bench.start()

  await test.step('the files are chosen, recognised and stored', async () => {
    await addPartner(page, client)
    await scriptOpenDialog(app, partner?.files ?? [])
    await page.getByRole('button', { name: 'Choose files…' }).click()
    for (const kind of ['Azure usage', 'Microsoft 365 usage', 'Trainings and certifications']) {
      const card = page.getByRole('main').getByRole('listitem').filter({ hasText: kind }).first()
      await expect(card).toContainText('Ready')
    }
    await page.getByRole('button', { name: 'Import 3 files' }).click()
    await page.getByRole('link', { name: 'See the score' }).click()
  })

  const score = bench.cli('score', '--profile', client, '--as-of', '2023-12-15', '--json')
  const { totalShown, metrics } = score.json<ScoreDocument>()
  const total = totalShown.toFixed(1)

  await test.step('the screen and the command line say the same', async () => {
    await expect(page.getByTestId('total')).toHaveText(total)
    for (const { id, pointsShown } of metrics) {
      await expect(page.getByTestId(`metric-points-${id}`)).toContainText(
        (pointsShown ?? 0).toFixed(1),
      )
    }
  })

  await test.step('the report holds total, client and imprint', async () => {
    await scriptSaveDialog(app, report)
    await page.getByRole('navigation').getByRole('link', { name: 'Report' }).click()
    await page.getByRole('button', { name: 'Export PDF…' }).click()
    await expect(page.getByText('The report was exported', { exact: true })).toBeVisible()
    const { text } = await readPdf(report)
    expect(text).toContain(total)
    expect(text).toContain(client)
    expect(text).toContain('Not issued, reviewed or endorsed by Microsoft.')
    expect(text).toContain('The authoritative score is the one shown in Microsoft Partner Center.')
  })

  await test.step('after a restart everything is there', async () => {
    await app.close()
    ;({ app, page } = await bench.start())
    await page.getByRole('link', { name: client }).click()
    await expect(page.getByTestId('total')).toHaveText(total)
    await page.getByRole('navigation').getByRole('link', { name: 'Import files' }).click()
    for (const path of partner?.files ?? []) {
      await expect(page.getByText(path.split(/[\\/]/).at(-1) ?? '')).toBeVisible()
    }
  })
})

test('files that are dropped on the window are checked at once', async ({ bench }) => {
  const [partner] = writeSample(bench.dataFolder)
  const { page } = await bench.start()
  await addPartner(page, 'Drop Partner')
  await dropFiles(page, partner?.files ?? [])
  await expect(page.getByText('Ready', { exact: true })).toHaveCount(3)
  await expect(page.getByText(/rows are ready. Nothing has been stored yet./)).toBeVisible()
})

test('an import that is refused names the place and stores nothing', async ({ bench }) => {
  const { page } = await bench.start()
  await addPartner(page, 'Careful Partner')
  const bad = bench.file(
    'azure.csv',
    'Month,CustomerTenantId,CustomerName,ServiceLevel2,ACR_USD,PartnerAttributionType\n' +
      '2023-11-01,0b9a52b1-6d6f-4f0e-9f0c-3a1c6f1f9a10,Aldercross,Sentinel,12x,PAL\n' +
      '2023-13,0b9a52b1-6d6f-4f0e-9f0c-3a1c6f1f9a10,Aldercross,Sentinel,10,PAL\n',
  )
  await dropFiles(page, [bad, bench.file('prose.csv', 'Dear colleague,\nsee below.\n')])
  await expect(page.getByRole('region', { name: 'Not a number' })).toContainText('12x')
  await expect(page.getByRole('region', { name: 'Not a month' })).toContainText('2023-13')
  await expect(page.getByText('Not a report that Seventy knows')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import/ }).last()).toBeDisabled()
  const profiles = bench.cli('profile', 'list', '--json')
  expect(profiles.json<{ profiles: object[] }>().profiles).toMatchObject([{ files: 0 }])
})

test('the sample workspace has one qualified partner, one with a failed minimum, one at the line', async ({
  bench,
}) => {
  const { page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('Larkspur')).toContainText('84.0')
  await expect(row('Larkspur')).toContainText('Attained')
  await expect(row('Northgate')).toContainText('72.0')
  await expect(row('Northgate')).toContainText('Not attained: minimum missed')
  await expect(row('Meridian')).toContainText('70.0')
  await expect(row('Meridian')).toContainText('Attained')
})

test('a report that is not saved leaves nothing behind', async ({ bench }) => {
  const { app, page } = await bench.start()
  await page.getByRole('button', { name: 'Explore the sample workspace' }).click()
  await page.getByRole('link', { name: /Larkspur/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Report' }).click()
  const folder = join(bench.dataFolder, 'no-such-folder', 'report.pdf')
  await scriptSaveDialog(app, folder)
  await page.getByRole('button', { name: 'Export PDF…' }).click()
  await expect(page.getByText('The report was not exported', { exact: true })).toBeVisible()
  await expect(page.getByText(/^The report cannot be written/)).toBeVisible()
  expect(existsSync(folder)).toBe(false)
})
